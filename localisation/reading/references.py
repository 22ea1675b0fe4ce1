"""Checks that what a row refers to exists, and suggests what was probably meant."""

from collections.abc import Collection

from localisation.domain.homes import ANY
from localisation.reading.folder import Tables
from localisation.reading.problems import Problems, nearest
from localisation.reading.records import Record
from localisation.reading.schema import Type
from localisation.reading.tables import INVENTORY_TABLES, TABLES


def check_references(tables: Tables, problems: Problems) -> None:
    """Every reference column, and the words that must agree between tables."""
    for table in INVENTORY_TABLES:
        for column in table.columns:
            if column.type is Type.REFERENCE:
                known = {r.text("id") for name in column.refers for r in tables.of(name)}
                absent = not tables.present.intersection(column.refers)
                _among(tables.of(table.key), column.key, known, column.refers[0], problems, absent=absent)
    districts = {r.text("district") for r in tables.of("centres")}
    _among(tables.of("buildings"), "district", districts, "centres", problems)
    _among(tables.of("zones"), "district", districts, "centres", problems)
    counted = [r for r in tables.of("origins") if r.text("area") != ANY]
    lived_in = {r.text(column) for r in tables.of("zones") for column in ("area", "district")}
    _among(counted, "area", lived_in, "zones", problems)
    areas = {r.text("service_area") for r in tables.of("units")}
    _among([r for r in tables.of("origins") if r.text("service_area") != ANY], "service_area", areas, "units", problems)


def _among(
    rows: list[Record], column: str, known: Collection[str], table: str, problems: Problems, *, absent: bool = False
) -> None:
    known = {k for k in known if k}
    if not known and not (absent and not TABLES[table].required):
        return  # The other table could not be read, or must be there and is not; that is told already.
    for row in rows:
        value = row.text(column)
        if not value or value in known:
            continue
        suggestion = nearest(value, known)
        code = "unknown_id_like" if suggestion else "unknown_id"
        problems.error(code, row.at(column), value=value, suggestion=suggestion, table=table)
