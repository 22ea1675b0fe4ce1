"""Fills in a template the way a person would, with the tiny place."""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from localisation.exporting.template.contents import WORKBOOKS, sheets_of
from localisation.exporting.template.demand import MARK, demand
from localisation.reading.cells import value_of
from localisation.reading.labels import choice_label, column_label, table_label
from localisation.reading.schema import NUMBERS, Column, Table, Type
from tests.reading import tiny

CRITERIA = (
    {"id": "K1", "name": "Plass", "rule": "space_capacity", "strength": "must"},
    {
        "id": "K2",
        "name": "Flytting",
        "rule": "people_moved",
        "strength": "weight",
        "weight": 40,
        "best": 0,
        "worst": 45,
    },
    {
        "id": "K3",
        "name": "Senter",
        "rule": "centre_within",
        "units": "U3",
        "strength": "weight",
        "weight": 10,
        "parameters": "limit_min=25",
    },
)


def rows() -> dict[str, list[dict[str, Any]]]:
    """The tiny place with a second road and three criteria; the norms are those of the template."""
    tables: dict[str, list[dict[str, Any]]] = {**tiny.tables(), "criteria": [dict(row) for row in CRITERIA]}
    del tables["norms"]
    tables["road_nodes"].append({"id": "KAI", "name": "Kaien", "lat": "59.05", "lon": "10.15"})
    tables["roads"].append({"start": "NOR", "end": "KAI", "name": "Fv2", "length_km": "7.1", "speed_kmh": "50"})
    tables["buildings"][2]["available_until"] = "31.12.2060"
    return tables


def fill_in(folder: Path, language: str) -> None:
    """Write the rows below the headings of every sheet, choices in the words of the language."""
    given = rows()
    for workbook in WORKBOOKS:
        path = folder / f"{workbook}.xlsx"
        book = openpyxl.load_workbook(path)
        for table in sheets_of(workbook):
            sheet = book[table_label(table.key, language)]
            first = heading_row(sheet, table, language) + 1
            for offset, row in enumerate(given.get(table.key, ())):
                for key, text in row.items():
                    index = [c.key for c in table.columns].index(key)
                    sheet.cell(first + offset, index + 1).value = _typed(text, table.column(key), language)
        book.save(path)


def heading_row(sheet: Worksheet, table: Table, language: str) -> int:
    """The row (counted from 1) whose cells are the headings of the table, each with its mark."""
    wanted = [column_label(table.key, c.key, language) + MARK[demand(table, c)] for c in table.columns]
    for cells in sheet.iter_rows(max_row=12):
        if [cell.value for cell in cells][: len(wanted)] == wanted:
            return int(cells[0].row or 0)
    raise AssertionError(f"{sheet.title} has no row of headings")


def _typed(text: Any, column: Column, language: str) -> str | int | float | date | None:
    if text in ("", None):
        return None
    value = value_of(text, column)
    if column.choices:
        word = {True: "yes", False: "no"}[value] if column.type is Type.YES_NO else str(value)
        return choice_label(column.choices, word, language)
    if column.type in NUMBERS or column.type is Type.DATE:
        assert isinstance(value, (int, float, date))
        return value
    return str(text)
