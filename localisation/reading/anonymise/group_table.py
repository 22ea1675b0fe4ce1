"""Reads the table that says which areas a postcode or a cell is in."""

from pathlib import Path

from localisation.reading.anonymise.groups import WHOLE, Groups
from localisation.reading.formats import FORMATS, read_sheets
from localisation.reading.labels import plain
from localisation.reading.problems import Place, Problems
from localisation.reading.sheet import RawRow


def read_group_table(path: Path, shown: str, by: str, problems: Problems) -> Groups | None:
    """Groups from a table: the first column is the postcode or cell, the others its areas, smallest first.

    `by` is the heading of the smallest groups to count in; "" for the first column. None when it cannot be used.
    """
    at = Place(file=shown)
    if not path.is_file():
        problems.error("no_file", at)
        return None
    if path.suffix.lower() not in FORMATS:
        problems.error("anonymise.format", at, ending=path.suffix or "-", known=tuple(FORMATS))
        return None
    sheets = [s for s in read_sheets(path, shown, problems)[0] if not all(r.empty for r in s.rows)]
    if problems.errors:
        return None
    if not sheets or len(sheets[0].rows) < 2:
        problems.error("anonymise.map_empty", at)
        return None
    rows = [r for r in sheets[0].rows if not r.empty]
    headings = tuple(_text(rows[0], i) for i in range(len(rows[0].cells)))
    start = next((i for i, h in enumerate(headings) if plain(h) == plain(by)), None) if by else 0
    if start is None:
        problems.error("anonymise.map_no_such_column", at, by=by, known=headings)
        return None
    table: dict[str, tuple[str, ...]] = {}
    for row in rows[1:]:
        key = _text(row, 0)
        groups = tuple(_text(row, i) for i in range(start, len(headings)))
        here = Place(file=shown, sheet=sheets[0].sheet, row=row.number)
        if not key or not all(groups):
            problems.error("anonymise.map_empty_cell", here)
        elif table.setdefault(_padded(key), groups) != groups:
            problems.error("anonymise.map_twice", here, place=key)
        elif WHOLE in groups:
            problems.error("anonymise.map_star", here, star=WHOLE)
    _refuse_two_homes(table, at, problems)
    return Groups(table=table)


def _refuse_two_homes(table: dict[str, tuple[str, ...]], at: Place, problems: Problems) -> None:
    """Refuse an area that stands in two columns, or lies in two larger ones: its people could not be merged upwards."""
    above: dict[str, tuple[str, ...]] = {}
    told = set()
    for groups in table.values():
        for level, group in enumerate(groups):
            if above.setdefault(group, groups[level + 1 :]) != groups[level + 1 :] and group not in told:
                told.add(group)
                problems.error("anonymise.map_two_homes", at, group=group)


def _padded(key: str) -> str:
    return f"0{key}" if len(key) == 3 and key.isdigit() else key


def _text(row: RawRow, column: int) -> str:
    cell = row.cells[column] if column < len(row.cells) else None
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()
