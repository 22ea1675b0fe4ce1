"""Centres, buildings and their spaces, from records."""

from collections import defaultdict
from datetime import date

from localisation.domain.building import Building
from localisation.domain.geography import Centre
from localisation.domain.vocabulary import SpaceKind, Tenure
from localisation.reading.coordinates import point_of
from localisation.reading.floors import floors
from localisation.reading.folder import Tables
from localisation.reading.problems import Problems
from localisation.reading.records import Record
from localisation.reading.refurbishments import check_refurbished_floors, refurbishments

_DATES = ("available_from", "available_until", "lease_end")


def centres(tables: Tables, epsg: int) -> tuple[Centre, ...]:
    """The centres, in the order of the table."""
    found = []
    for row in tables.whole("centres"):
        point = point_of(row, epsg)
        if point:
            found.append(
                Centre(
                    id=row.text("id"),
                    name=row.text("name"),
                    district=row.text("district"),
                    easting_m=point[0],
                    northing_m=point[1],
                )
            )
    return tuple(found)


def buildings(tables: Tables, epsg: int, problems: Problems) -> tuple[Building, ...]:
    """The buildings with what they hold and can become; a building without district has that of its centre."""
    districts = {r.text("id"): r.text("district") for r in tables.of("centres")}
    spaces: dict[str, dict[SpaceKind, int]] = defaultdict(dict)
    for row in tables.whole("spaces"):
        spaces[row.text("building")][SpaceKind(row.text("kind"))] = row.number("amount") or 0
    options = refurbishments(tables, problems)
    told = floors(tables)
    found = []
    for row in tables.whole("buildings"):
        _check_dates(row, problems)
        point = point_of(row, epsg)
        if point is None:
            continue
        numbers = ("floors", "rent_nok_per_year", "running_nok_per_year", "idle_nok_per_year", "exit_nok")
        known = {key: row.number(key) for key in (*numbers, "transit_hub_m") if row.number(key) is not None}
        days: dict[str, date | None] = {key: row.day(key) for key in _DATES}
        found.append(
            Building.model_validate(
                {
                    "id": row.text("id"),
                    "name": row.text("name"),
                    "address": row.text("address"),
                    "centre": row.text("centre"),
                    "district": row.text("district") or districts.get(row.text("centre"), ""),
                    "easting_m": point[0],
                    "northing_m": point[1],
                    "tenure": Tenure(row.text("tenure")),
                    "area_m2": row.number("area_m2"),
                    **known,
                    **days,
                    "step_free": row.yes("step_free"),
                    "facilities": frozenset(row.words("facilities")),
                    "spaces": spaces[row.text("id")],
                    "refurbishments": options.get(row.text("id"), ()),
                    "in_project": row.text("in_project") != "context",
                    "by_floor": told.get(row.text("id"), ()),
                }
            )
        )
    check_refurbished_floors(tables, found, problems)
    return tuple(found)


def _check_dates(row: Record, problems: Problems) -> None:
    begin = row.day("available_from")
    for key in ("available_until", "lease_end"):
        end = row.day(key)
        if begin and end and end < begin:
            problems.error("dates_backwards", row.at(key), id=row.text("id"), begin=begin, end=end)
