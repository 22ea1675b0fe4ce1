"""How much a column is asked for."""

from typing import Literal

from localisation.reading.schema import Column, Table

Demand = Literal["required", "one_of", "optional", "certainty"]
"""Must be filled in, one of several sets must be, may be, or tells how sure another column is."""

MARK: dict[Demand, str] = {"required": " *", "one_of": " (*)", "optional": "", "certainty": ""}
"""What stands after the heading, so that colour is not the only sign; a heading is read without it."""


def demand(table: Table, column: Column) -> Demand:
    """How much the column is asked for in this table."""
    if column.required:
        return "required"
    if any(column.key in keys for sets in table.one_of for keys in sets):
        return "one_of"
    return "certainty" if column.choices == "confidence" else "optional"
