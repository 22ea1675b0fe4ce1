"""Elements of an XML file."""

import re
from xml.etree import ElementTree

Element = ElementTree.Element
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 file can hold (section 2.2 of the recommendation)."""


def added(parent: Element, tag: str, text: str | None = None) -> Element:
    """A new child with a text, without the characters XML cannot hold."""
    child = ElementTree.SubElement(parent, tag)
    if text is not None:
        child.text = _FORBIDDEN.sub(" ", text)
    return child
