"""Turns the rows of a sheet into records of typed values, with a problem for every cell that is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from localisation.reading.cells import CellFault, Value, bound, value_of
from localisation.reading.headings import Headings, headings
from localisation.reading.problems import Place, Problems
from localisation.reading.schema import NUMBERS, Column, Table, Type
from localisation.reading.sheet import RawRow, RawSheet, letters


@dataclass(frozen=True, kw_only=True)
class Record:
    """One row: the values by column key, absent ones left out, and where each stands.

    `whole` is False when a cell of the row was refused; the row must then not be used, but its id is known.
    """

    table: Table
    file: str
    sheet: str
    row: int
    values: Mapping[str, Value]
    shown: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line of a column, where a row takes several lines (TOML)."""
    whole: bool = True

    def at(self, column: str = "") -> Place:
        """Where a column of this row stands."""
        row = self.lines.get(column, self.row)
        return Place(file=self.file, sheet=self.sheet, row=row, column=self.shown.get(column, column))

    @property
    def name(self) -> str:
        """The identity of the row, such as "X" or "X workplace"."""
        return " ".join(str(self.values.get(key, "")) for key in self.table.identity)

    def text(self, key: str) -> str:
        """A text; "" when absent."""
        value = self.values.get(key)
        return "" if value is None else str(value)

    def number(self, key: str) -> int | None:
        """A whole number or amount; None when absent."""
        value = self.values.get(key)
        return value if isinstance(value, int) else None

    def decimal(self, key: str) -> float | None:
        """A number with decimals; None when absent."""
        value = self.values.get(key)
        return float(value) if isinstance(value, (int, float)) else None

    def day(self, key: str) -> date | None:
        """A date; None when absent."""
        value = self.values.get(key)
        return value if isinstance(value, date) else None

    def words(self, key: str) -> tuple[str, ...]:
        """A list; empty when absent."""
        value = self.values.get(key)
        return value if isinstance(value, tuple) else ()

    def yes(self, key: str) -> bool:
        """A yes; no when absent."""
        return self.values.get(key) is True

    def given(self, *keys: str) -> dict[str, Value]:
        """The columns that are filled in, as keyword arguments."""
        return {k: self.values[k] for k in keys if k in self.values}


def records(sheet: RawSheet, table: Table, problems: Problems) -> list[Record]:
    """The records of a sheet, the faulty ones too."""
    if all(row.empty for row in sheet.rows):
        report = problems.error if table.required else problems.note
        report("empty_sheet", Place(file=sheet.file, sheet=sheet.sheet), table=table.key)
        return []
    found = headings(sheet, table, problems)
    if found is None:
        return []
    _odd_layout(sheet, found, problems)
    shown = {column.key: found.shown(sheet, column.key) for column in table.columns}
    rows = [row for row in sheet.rows[found.row + 1 :] if not row.empty]
    if not rows and table.required:
        problems.error("no_rows", Place(file=sheet.file, sheet=sheet.sheet), table=table.key)
    result = [record(sheet, table, found, row, shown, problems) for row in rows]
    _refuse_doubles(result, problems)
    return result


def _odd_layout(sheet: RawSheet, found: Headings, problems: Problems) -> None:
    """Refuse merged cells from the headings down, and tell that what is hidden is read too."""
    first = sheet.rows[found.row].number
    for merge in sheet.merges:
        if merge.row >= first:
            at = Place(file=sheet.file, sheet=sheet.sheet, row=merge.row, column=letters(merge.column))
            problems.error("merged_cells", at, cells=merge.cells)
    if sheet.hidden:
        problems.warning("hidden_sheet", Place(file=sheet.file, sheet=sheet.sheet))
    hidden = [row for row in sheet.hidden_rows if row > first]
    if hidden:
        problems.warning("hidden_rows", Place(file=sheet.file, sheet=sheet.sheet, row=hidden[0]), count=len(hidden))


def record(
    sheet: RawSheet, table: Table, found: Headings, row: RawRow, shown: Mapping[str, str], problems: Problems
) -> Record:
    """One row as a record."""
    values: dict[str, Value] = {}
    faulty = False
    at = Place(file=sheet.file, sheet=sheet.sheet, row=row.number)
    if any(c is not None and str(c).strip() for c in row.cells[found.width :]):
        problems.error("row_too_long", at, cells=len(row.cells), columns=found.width)
        problems = Problems()  # Its cells are shifted: what they seem to say is not worth telling.
        faulty = True
    for column in table.columns:
        index = found.cell.get(column.key)
        here = Place(file=sheet.file, sheet=sheet.sheet, row=row.number, column=shown[column.key])
        try:
            value = value_of(row.cells[index] if index is not None and index < len(row.cells) else None, column)
        except CellFault as fault:
            problems.error(fault.code, here, **{"column": column.key, "table": table.key, **fault.holes})
            faulty = True
            continue
        if value is not None and value != ():
            values[column.key] = value
            _remark_unusual(value, column, table, here, problems)
        elif column.required:
            faulty = True
            if index is not None:
                problems.error("empty_cell", here, column=column.key, table=table.key)
    for sets in table.one_of:
        if not faulty and not any(all(key in values for key in keys) for keys in sets):
            options = tuple("+".join(keys) for keys in sets)
            problems.error("none_of_columns", at, columns=options)
            faulty = True
    return Record(
        table=table, file=sheet.file, sheet=sheet.sheet, row=row.number, values=values, shown=shown, whole=not faulty
    )


def _remark_unusual(value: Value, column: Column, table: Table, at: Place, problems: Problems) -> None:
    if column.usual is None or column.type not in NUMBERS or not isinstance(value, (int, float)):
        return
    low, high = column.usual
    if not low <= value <= high:
        holes = {"value": f"{value:g}" if isinstance(value, float) else value, "low": bound(low), "high": bound(high)}
        problems.warning("unusual", at, column=column.key, table=table.key, **holes)


def _refuse_doubles(found: list[Record], problems: Problems) -> None:
    first: dict[tuple[str, ...], Record] = {}
    for item in found:
        key = tuple(str(item.values.get(k, "")).casefold() for k in item.table.identity)
        if not any(key):
            continue
        if key in first:
            problems.error("double_row", item.at(item.table.identity[0]), id=item.name, first=first[key].row)
        else:
            first[key] = item


def is_figure(column: Column) -> bool:
    """Whether the column holds a fact that can be more or less certain, not a name or a reference."""
    return column.type in NUMBERS or column.type is Type.DATE or bool(column.confidence)
