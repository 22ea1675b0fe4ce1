"""Where each figure comes from and how far it can be trusted."""

from dataclasses import dataclass

from localisation.domain.vocabulary import Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure that was read: in which table, row and column, its value, confidence and source.

    `file`, `sheet` and `line` say where it stands; they are empty for a figure that was not read from a file.
    """

    table: str
    row: str
    column: str
    value: str
    confidence: Confidence
    source: str
    file: str = ""
    sheet: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InputFile:
    """A file the run rests on: its path as written and the SHA-256 of its bytes."""

    path: str
    sha256: str
