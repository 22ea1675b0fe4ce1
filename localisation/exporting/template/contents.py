"""Which workbook of the template has which sheets, in which order."""

from functools import cache

from localisation.reading.schema import Table
from localisation.reading.tables import TABLES

WORKBOOKS = ("inventory", "units", "moving", "criteria")
"""In the order they are filled in; each is a file of that name."""


@cache
def sheets_of(workbook: str) -> tuple[Table, ...]:
    """The tables of a workbook, as the schema orders them; the norms last, since they are filled in already."""
    found = (table for table in TABLES.values() if table.workbook == workbook)
    return tuple(sorted(found, key=lambda table: table.key == "norms"))


def file_of(table: str) -> str:
    """The name of the file a table stands in."""
    return f"{TABLES[table].workbook}.xlsx"
