"""A page read as a browser would read it, for tests that look at elements and not at text."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "input", "br", "img", "link", "hr", "source"}


@dataclass
class Element:
    tag: str
    attrs: dict[str, str]
    parent: "Element | None" = None
    children: list["Element"] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    def all(self, tag: str = "", **attrs: str) -> list["Element"]:
        """Every element below of that tag with those attributes (class is a word in the list)."""
        found = []
        for child in self.children:
            if (not tag or child.tag == tag) and all(_has(child, k.rstrip("_"), v) for k, v in attrs.items()):
                found.append(child)
            found += child.all(tag, **attrs)
        return found

    @property
    def text(self) -> str:
        """All text below, with single spaces; scripts and styles left out."""
        own = "" if self.tag in {"script", "style"} else " ".join(self.pieces)
        return " ".join(" ".join([own, *(c.text for c in self.children)]).split())


def _has(element: Element, name: str, value: str) -> bool:
    held = element.attrs.get(name)
    return held is not None and (value in held.split() if name == "class" else held == value)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.at = Element("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {k: v or "" for k, v in attrs}, self.at)
        self.at.children.append(element)
        if tag not in VOID:
            self.at = element

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.at.tag == tag, f"</{tag}> closes <{self.at.tag}>"
            assert self.at.parent is not None
            self.at = self.at.parent

    def handle_data(self, data: str) -> None:
        self.at.pieces.append(data)


def read_page(html: str) -> Element:
    """The tree of a page; fails when the tags do not match."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert reader.at is reader.root, f"<{reader.at.tag}> is never closed"
    return reader.root
