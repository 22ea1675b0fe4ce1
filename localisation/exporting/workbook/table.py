"""What a table in the workbook is made of, and where its cells are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

Kind = Literal["text", "long", "whole", "one", "two", "percent", "change", "change_one", "date"]
"""How a column looks: plain or wrapped text, numbers with 0, 1 or 2 decimals, shares, signed differences, dates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """A formula with the value it has when written. `[key]` stands for a cell (or, in a total, the cells) of a column.

    A `[key]` in brackets is replaced by an ordinary reference, which every spreadsheet program understands.
    """

    expression: str
    value: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table. `total` is "sum", a label, or a formula over the columns."""

    key: str
    heading: str
    kind: Kind = "text"
    total: str | Formula | None = None


Cell = str | int | float | date | Formula | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Where a table stands: its sheet, its columns, and its first and last row of data (counted from 0)."""

    sheet: str
    columns: Sequence[Column]
    first: int
    last: int

    def index(self, key: str) -> int:
        """The position of a column."""
        return next(i for i, c in enumerate(self.columns) if c.key == key)

    def cells(self, key: str) -> str:
        """All data cells of a column, as an absolute reference within the sheet."""
        return str(xl_range_abs(self.first, self.index(key), self.last, self.index(key)))

    def total_cell(self, key: str) -> str:
        """The total of a column, as a reference that works from other sheets."""
        cell = xl_rowcol_to_cell(self.last + 1, self.index(key), row_abs=True, col_abs=True)
        return f"'{self.sheet}'!{cell}"

    def cell(self, key: str, offset: int) -> str:
        """One cell of a column, `offset` rows below the first, as a reference that works from other sheets."""
        cell = xl_rowcol_to_cell(self.first + offset, self.index(key), row_abs=True, col_abs=True)
        return f"'{self.sheet}'!{cell}"

    def in_row(self, expression: str, row: int) -> str:
        """An expression with `[key]` replaced by the cells of one row."""
        return re.sub(r"\[(\w+)\]", lambda m: str(xl_rowcol_to_cell(row, self.index(m[1]))), expression)

    def over_all(self, expression: str) -> str:
        """An expression with `[key]` replaced by the whole columns."""
        return re.sub(r"\[(\w+)\]", lambda m: self.cells(m[1]), expression)


def value_of(cell: Cell) -> float:
    """The number a cell stands for; 0 for text and blanks, as a spreadsheet's SUM counts them."""
    match cell:
        case Formula():
            return cell.value or 0
        case int() | float():
            return cell
        case _:
            return 0
