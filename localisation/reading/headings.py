"""Finds the row of headings in a sheet and which column of the schema each heading names."""

from dataclasses import dataclass

from localisation.reading.labels import headings_of, plain
from localisation.reading.problems import Place, Problems, nearest
from localisation.reading.schema import Table
from localisation.reading.sheet import RawRow, RawSheet

_SEARCHED_ROWS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Headings:
    """Which cell of a row holds which column, and how the user knows that column."""

    row: int
    """The index of the heading row among the sheet's rows."""
    cell: dict[str, int]
    """Column key -> index of the cell."""
    width: int

    def shown(self, sheet: RawSheet, key: str) -> str:
        """A column as the user finds it; its key when the sheet does not have it."""
        if key not in self.cell:
            return key
        index = self.cell[key]
        return sheet.column(index, _text(sheet.rows[self.row], index))


def headings(sheet: RawSheet, table: Table, problems: Problems) -> Headings | None:
    """The headings of a sheet; None when it has none that fit. Names every misspelt, double or missing one."""
    row = _heading_row(sheet, table)
    if row is None:
        problems.error("no_headings", Place(file=sheet.file, sheet=sheet.sheet), table=table.key)
        return None
    known = headings_of(table.key)
    found: dict[str, int] = {}
    guesses: set[str] = set()
    line = sheet.rows[row]
    for index in range(len(line.cells)):
        text = _text(line, index)
        at = Place(file=sheet.file, sheet=sheet.sheet, row=line.number, column=sheet.column(index, text))
        if not text:
            if any(_text(r, index) for r in sheet.rows[row + 1 :]):
                problems.error("heading_missing", at)
            continue
        key = known.get(plain(text))
        if key is None:
            suggestion = nearest(text, (*known, *(c.key for c in table.columns)))
            suggestion = known.get(plain(suggestion), "")
            guesses.add(suggestion)
            code = "unknown_column_like" if suggestion else "unknown_column"
            problems.error(code, at, heading=text, column=suggestion, table=table.key)
        elif key in found:
            problems.error("double_column", at, heading=text, column=key, table=table.key)
        else:
            found[key] = index
    at = Place(file=sheet.file, sheet=sheet.sheet, row=line.number)
    for column in table.columns:
        if column.required and column.key not in found and column.key not in guesses:
            problems.error("missing_column", at, column=column.key, table=table.key)
    return Headings(row=row, cell=found, width=len(line.cells))


def _heading_row(sheet: RawSheet, table: Table) -> int | None:
    """The row with most known headings; explanations may stand above it."""
    known = headings_of(table.key)
    best, most = None, 0
    searched = [i for i, r in enumerate(sheet.rows) if not r.empty][:_SEARCHED_ROWS]
    for i in searched:
        hits = len({known[plain(c)] for c in sheet.rows[i].cells if isinstance(c, str) and plain(c) in known})
        if hits > most:
            best, most = i, hits
    return best


def _text(row: RawRow, index: int) -> str:
    cell = row.cells[index] if index < len(row.cells) else None
    return "" if cell is None else str(cell).strip()
