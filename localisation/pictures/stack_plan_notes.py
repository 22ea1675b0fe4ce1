"""The letters that stand for names in one building of a stack plan, explained below it."""

from string import ascii_lowercase

from localisation.pictures.plan.wrapped import wrapped
from localisation.pictures.text_width import text_width

_TYPE_PX = 8
_MANY = 40
"""More lines than there ever are."""


class Notes:
    """Gives each name one letter, in the order they are asked for; after z come aa, bb and so on."""

    def __init__(self) -> None:
        self._letters: dict[str, str] = {}

    def letter(self, name: str) -> str:
        """The letter of a name, the same each time."""
        count = len(self._letters)
        return self._letters.setdefault(name, ascii_lowercase[count % 26] * (1 + count // 26))

    def lines(self, width: float) -> list[str]:
        """Each letter with its name, dots between, on as many lines as they take; none is cut."""
        found: list[str] = []
        for name, letter in self._letters.items():
            note = f"{letter} {name}"
            longer = f"{found[-1]} · {note}" if found else note
            if found and text_width(longer, _TYPE_PX) <= width:
                found[-1] = longer
            else:
                found += wrapped(note, width, _TYPE_PX, lines=_MANY)
        return found
