"""A table as it stands in a file, before anything is understood of it."""

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Flaw(Enum):
    """A cell that has no value to read, for a reason the user must hear."""

    FORMULA_WITHOUT_VALUE = "formula_without_value"
    FORMULA_ERROR = "formula_error"


Cell = str | int | float | bool | date | Flaw | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RawRow:
    """The cells of one row; `number` is the row as a text editor or a spreadsheet counts it, from 1."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing stands in the row."""
        return all(c is None or (isinstance(c, str) and not c.strip()) for c in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Cells that are merged into one, from this row and column (counted from 0)."""

    row: int
    column: int
    cells: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RawSheet:
    """All rows of a CSV file or of one sheet. `sheet` is "" for a CSV file; `columns` are letters in a spreadsheet."""

    file: str
    name: str
    """What names the table: the file name without ending, or the name of the sheet."""
    sheet: str
    rows: tuple[RawRow, ...]
    merges: tuple[Merge, ...] = ()
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()

    def column(self, index: int, heading: str) -> str:
        """A column as the user finds it: the heading, in a spreadsheet with its letter before it."""
        return f"{letters(index)} ({heading})" if self.sheet and heading else heading or letters(index)


def letters(index: int) -> str:
    """Spreadsheet letters of a column counted from 0: A, B … Z, AA."""
    found = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        found = chr(65 + rest) + found
    return found
