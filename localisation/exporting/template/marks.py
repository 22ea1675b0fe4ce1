"""Colours that come and go while a sheet is filled in: what lacks, and what stands twice."""

from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from localisation.exporting.template.demand import demand
from localisation.exporting.template.layout import FIRST, LAST, column_index
from localisation.exporting.template.looks import Looks
from localisation.reading.schema import Column, Table


def mark(page: Any, table: Table, looks: Looks) -> None:
    """Colour cells that must be filled in on rows that are begun, and identities that stand twice."""
    for index, column in enumerate(table.columns):
        lacks = _lacks(table, column)
        if lacks:
            rule = {"type": "formula", "criteria": f"=AND({_begun(table)},{lacks})", "format": looks("missing")}
            page.conditional_format(FIRST, index, LAST, index, rule)
    if len(table.identity) == 1:
        index = column_index(table, table.identity[0])
        page.conditional_format(FIRST, index, LAST, index, {"type": "duplicate", "format": looks("double")})


def _lacks(table: Table, column: Column) -> str:
    match demand(table, column):
        case "required":
            return f"ISBLANK({_cell(table, column.key)})"
        case "one_of":
            sets = next(sets for sets in table.one_of if any(column.key in keys for keys in sets))
            given = [f"AND({','.join(f'NOT(ISBLANK({_cell(table, k)}))' for k in keys)})" for keys in sets]
            return f"NOT(OR({','.join(given)}))"
        case _:
            return ""


def _begun(table: Table) -> str:
    return f"COUNTA(${_cell(table, table.columns[0].key)}:{_cell(table, table.columns[-1].key)})>0".replace("$$", "$")


def _cell(table: Table, key: str) -> str:
    return str(xl_rowcol_to_cell(FIRST, column_index(table, key), col_abs=True))
