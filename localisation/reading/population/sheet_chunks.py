"""Opens an Excel sheet as a table."""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from localisation.reading.formats import read_sheets
from localisation.reading.population.chunk import Chunk, TableBroken, TableFile
from localisation.reading.problems import Problems
from localisation.reading.sheet import Cell, Flaw, RawSheet

_SEARCHED_ROWS = 12


def open_sheet(path: Path, shown: str, sheet: str, problems: Problems) -> TableFile | None:
    """One sheet of a workbook; `sheet` may be "" when only one has anything in it. Every cell becomes text.

    The headings are the first row with something in two cells or more. None when the workbook cannot be read, with
    the reason among the problems; raises `TableBroken` when the sheet is not clear.
    """
    sheets, inputs = read_sheets(path, shown, problems)
    filled = [s for s in sheets if any(not r.empty for r in s.rows)]
    found = [s for s in filled if s.name == sheet] if sheet else filled
    if not filled:
        return None
    if len(found) != 1:
        code = "population.no_such_layer" if sheet else "population.which_layer"
        raise TableBroken(code, layer=sheet, layers=tuple(s.name for s in filled))
    own = found[0]
    start = next((i for i, r in enumerate(own.rows[:_SEARCHED_ROWS]) if sum(bool(_text(c)) for c in r.cells) > 1), 0)
    headings = tuple(_text(c) for c in own.rows[start].cells)

    def read(wanted: tuple[str, ...], geometry: bool) -> Iterator[Chunk]:
        rows = own.rows[start + 1 :]
        cells = {c: [_at(own, i, headings.index(c), start) for i in range(len(rows))] for c in wanted}
        yield Chunk(frame=pd.DataFrame(cells, dtype=str), first_row=own.rows[start].number + 1)

    return TableFile(
        shown=shown,
        columns=tuple(h for h in headings if h),
        rows=len(own.rows) - start - 1,
        inputs=tuple(inputs),
        read=read,
    )


def _at(sheet: RawSheet, row: int, column: int, start: int) -> str:
    cells = sheet.rows[start + 1 + row].cells
    return _text(cells[column]) if column < len(cells) else ""


def _text(cell: Cell) -> str:
    if cell is None or isinstance(cell, Flaw):
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
