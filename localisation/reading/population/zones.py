"""People as the zones of a place."""

from collections.abc import Mapping
from decimal import Decimal

from localisation.domain.geography import Zone
from localisation.reading.cells import rounded
from localisation.reading.population.population import Population
from localisation.reading.problems import Place, Problems


def zones_of(
    population: Population,
    district_of: Mapping[str, str],
    shown: str,
    problems: Problems,
    *,
    name_of: Mapping[str, str] | None = None,
) -> tuple[Zone, ...]:
    """The places where somebody lives as zones, whole metres; how many were empty is told.

    `district_of` is area id -> district and `name_of` area id -> what the zones call the area (the id when absent).
    An area without a district is an error: its people would be nowhere.
    """
    at = Place(file=shown)
    if population.area is None:
        problems.error("population.no_area", at)
        return ()
    lived_in = population.people > 0
    missing = sorted({str(a) for a in population.area[lived_in]} - set(district_of))
    if missing:
        problems.error("population.no_district", at, areas=tuple(missing[:10]), count=len(missing))
        return ()
    empty = int((~lived_in).sum())
    if empty:
        problems.note("population.empty_places", at, count=empty, of=len(population))
    names = name_of or {}
    return tuple(
        Zone(
            id=str(key),
            area=names.get(str(area), str(area)),
            district=district_of[str(area)],
            population=int(people),
            easting_m=rounded(Decimal(float(east))),
            northing_m=rounded(Decimal(float(north))),
        )
        for key, area, people, east, north in zip(
            population.ids[lived_in],
            population.area[lived_in],
            population.people[lived_in],
            population.easting_m[lived_in],
            population.northing_m[lived_in],
            strict=True,
        )
    )
