"""Reads the sheets of an Excel workbook as they come; nothing is understood."""

import io
import warnings
import zipfile
from datetime import date, datetime
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from localisation.reading.problems import Place, Problems
from localisation.reading.sheet import Cell, Flaw, Merge, RawRow, RawSheet
from localisation.reading.xlsx_guard import MAX_ROWS, fit_to_read

MAX_COLUMNS = 256
READ_ME = ("Les meg", "Read me")
"""Sheets of the template that are for people only."""
_ERRORS = frozenset({"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"})


def read_workbook(raw: bytes, shown: str, problems: Problems) -> list[RawSheet]:
    """Every sheet of a workbook, hidden ones too; none when it cannot be read, with the reason among the problems."""
    if not fit_to_read(raw, shown, problems):
        return []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            formulas = load_workbook(io.BytesIO(raw))
            values = load_workbook(io.BytesIO(raw), data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, SyntaxError, OSError):
        problems.error("not_xlsx", Place(file=shown))
        return []
    sheets = []
    for sheet in formulas.worksheets:
        if sheet.title not in READ_ME:
            sheets.append(_sheet(sheet, values[sheet.title], shown, problems))
    return sheets


def _sheet(sheet: Any, values: Any, shown: str, problems: Problems) -> RawSheet:
    at = Place(file=shown, sheet=sheet.title)
    rows: list[RawRow] = []
    if sheet.max_row > MAX_ROWS:
        problems.error("too_many_rows", at, limit=MAX_ROWS)
    elif sheet.max_column > MAX_COLUMNS:
        problems.error("too_many_columns", at, columns=sheet.max_column, limit=MAX_COLUMNS)
    else:
        lines = zip(sheet.iter_rows(), values.iter_rows(), strict=True)
        rows = [
            RawRow(number=number, cells=tuple(_cell(f, v) for f, v in zip(written, cached, strict=True)))
            for number, (written, cached) in enumerate(lines, start=1)
        ]
    return RawSheet(
        file=shown,
        name=sheet.title,
        sheet=sheet.title,
        rows=tuple(rows),
        merges=tuple(
            Merge(row=m.min_row, column=m.min_col - 1, cells=str(m))
            for m in sorted(sheet.merged_cells.ranges, key=lambda m: (m.min_row, m.min_col))
        ),
        hidden=sheet.sheet_state != "visible",
        hidden_rows=tuple(number for number, size in sorted(sheet.row_dimensions.items()) if size.hidden),
    )


def _cell(written: Any, cached: Any) -> Cell:
    value = cached.value
    if written.data_type == "f" and value is None:
        return Flaw.FORMULA_WITHOUT_VALUE
    if isinstance(value, str) and value in _ERRORS:
        return Flaw.FORMULA_ERROR
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, (int, float)) and not isinstance(value, bool) and "%" in cached.number_format:
        return round(value * 100, 6)
    if value is None or isinstance(value, (str, int, float, bool, date)):
        return value
    return str(value)
