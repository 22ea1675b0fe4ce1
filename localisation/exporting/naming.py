"""Names in the reader's language."""

from typing import Protocol


class Named(Protocol):
    """Anything with a name, and perhaps one in English."""

    @property
    def name(self) -> str:
        """The name in the language of the place."""

    @property
    def name_en(self) -> str:
        """The English name; empty when there is none."""


def name_in(thing: Named, language: str) -> str:
    """The name in a language; the place's own when there is no other."""
    return (thing.name_en if language == "en" else "") or thing.name
