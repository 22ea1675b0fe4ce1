"""A text on a few lines."""

from localisation.pictures.bar_table import fitted
from localisation.pictures.text_width import text_width


def wrapped(text: str, room: float, size: float, *, lines: int, bold: bool = False) -> list[str]:
    """The text broken between words into at most so many lines; the last is cut with an ellipsis if it must be."""
    found: list[str] = []
    words = text.split()
    while words and len(found) < lines - 1:
        line = words.pop(0)
        while words and text_width(f"{line} {words[0]}", size, bold=bold) <= room:
            line += f" {words.pop(0)}"
        found.append(fitted(line, room, size, bold=bold))
    return [*found, fitted(" ".join(words), room, size, bold=bold)] if words else found
