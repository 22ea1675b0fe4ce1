"""Where the employees of a service area live, as far as aggregated counts tell."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from localisation.domain.geography import Zone
from localisation.domain.spread import spread
from localisation.domain.unit import OriginCount

ANY = "*"
"""As an area, the whole place; as a service area, those too small to be counted by themselves."""


def homes(zones: Sequence[Zone], origins: Iterable[OriginCount], service_area: str) -> dict[str, int]:
    """Zone id -> thousandths of an employee of the service area who live there.

    Employees of an area are spread over its zones by population; an area may also be a district, for those who were
    too few to be counted by area, or "*", the whole place. Areas without zones or inhabitants are left out.
    A service area without a count of its own is taken to live as those counted under "*" do, and if there are
    none, as the inhabitants do.
    """
    by_area: dict[str, list[Zone]] = defaultdict(list)
    by_district: dict[str, list[Zone]] = defaultdict(list)
    for zone in zones:
        by_area[zone.area].append(zone)
        by_district[zone.district].append(zone)
    by_district[ANY] = list(zones)
    counts = list(origins)
    own = [o for o in counts if o.service_area == service_area] or [o for o in counts if o.service_area == ANY]
    found: dict[str, int] = defaultdict(int)
    for origin in own:
        there = by_area.get(origin.area) or by_district.get(origin.area, [])
        parts = spread(1000 * origin.employees, tuple(z.population for z in there))
        for zone, part in zip(there, parts, strict=True):
            found[zone.id] += part
    known = {zone: part for zone, part in found.items() if part}
    return known or {z.id: 1000 * z.population for z in zones if z.population}
