"""Where things stand on a sheet of the template (rows counted from 0)."""

from localisation.reading.schema import Table

BACK, TITLE, ABOUT, KINDS, HEADINGS, FIRST = range(6)
"""The way back, the title, what it is about, what to write, the headings, and the first row to fill in."""

ROWS = 5000
"""How many rows have drop-downs and checks; more can be filled in."""

LAST = FIRST + ROWS - 1


def column_index(table: Table, key: str) -> int:
    """The position of a column on its sheet."""
    return next(i for i, column in enumerate(table.columns) if column.key == key)
