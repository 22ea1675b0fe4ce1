"""Journeys that cannot be made by road: the sums count them all the same, by a stand-in the user must know of."""

from collections.abc import Iterator, Mapping

from localisation.domain.errors import Problem
from localisation.domain.instance import Instance
from localisation.domain.lookup import UNREACHABLE_EXTRA_S
from localisation.domain.travel import Row
from localisation.reading.suspicions.where import Where

NAMED = 5


def reach(instance: Instance, where: Where) -> Iterator[Problem]:
    """Zones and buildings without a road between them, and buildings without one to each other."""
    inventory, travel = instance.inventory, instance.travel
    named = {b.id: f"{b.id} {b.name}" for b in inventory.buildings}
    peopled = [z.id for z in inventory.zones if z.population]
    for code, origins, rows in (
        ("unreachable_from_zones", peopled, travel.zone_s),
        ("unreachable_between_buildings", list(named), travel.building_s),
    ):
        missing = _missing(origins, list(named), rows)
        if missing:
            starts = len({start for start, _ in missing})
            ends = {end for _, end in missing}
            yield where.warning(
                code,
                "roads",
                pairs=len(missing),
                starts=starts,
                ends=len(ends),
                some=tuple(name for b, name in named.items() if b in ends)[:NAMED],
                minutes=UNREACHABLE_EXTRA_S // 60,
            )


def _missing(origins: list[str], buildings: list[str], rows: Mapping[str, Row]) -> list[tuple[str, str]]:
    return [(start, end) for start in origins for end in buildings if end not in rows.get(start, {})]
