"""What a table is: its columns, what each may hold, and how it is checked."""

from dataclasses import dataclass
from enum import StrEnum


class Type(StrEnum):
    """What a cell of a column holds."""

    TEXT = "text"
    WHOLE = "whole"
    """A count: whole numbers only."""
    AMOUNT = "amount"
    """A measured amount: decimals are allowed and rounded to the nearest whole unit, halves away from zero."""
    MONEY = "money"
    """An amount of the place's currency; rounded as `AMOUNT`."""
    DECIMAL = "decimal"
    CHOICE = "choice"
    REFERENCE = "reference"
    LIST = "list"
    DATE = "date"
    YES_NO = "yes_no"


NUMBERS = frozenset({Type.WHOLE, Type.AMOUNT, Type.MONEY, Type.DECIMAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column. `low` and `high` are limits; outside `usual` a value is read, but remarked upon.

    `confidence` is the column that tells how well this one is known (the row's own when empty). `choices`
    names a closed list of `reading.choices`; `refers` names the tables whose ids a reference or a list holds.
    """

    key: str
    type: Type = Type.TEXT
    required: bool = False
    low: float | None = None
    high: float | None = None
    usual: tuple[float, float] | None = None
    unit: str = ""
    confidence: str = ""
    choices: str = ""
    refers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table: a CSV file or a sheet of the same name. `identity` are the columns no two rows may share."""

    key: str
    columns: tuple[Column, ...]
    identity: tuple[str, ...]
    required: bool = False
    unless: str = ""
    """A key of place.toml, such as "travel.roads": with it the table is not required."""
    workbook: str = "inventory"
    """Which workbook of the Excel template has it."""
    one_of: tuple[tuple[tuple[str, ...], ...], ...] = ()
    """Each: alternative sets of columns of which one must be filled in, such as lat+lon or easting_m+northing_m."""

    def column(self, key: str) -> Column:
        """The column with this key; raises KeyError."""
        for column in self.columns:
            if column.key == key:
                return column
        raise KeyError(key)
