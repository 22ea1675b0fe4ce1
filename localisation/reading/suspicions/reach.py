"""Journeys that cannot be made: the sums count them all the same, by a stand-in the user must know of."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from localisation.domain.errors import Problem
from localisation.domain.instance import Instance
from localisation.domain.lookup import UNREACHABLE_EXTRA_S
from localisation.domain.travel_table import Row
from localisation.reading.suspicions.where import Where

NAMED = 5


def reach(instance: Instance, where: Where) -> Iterator[Problem]:
    """Zones and buildings without a way between them by any mode of the visits, and buildings without one.

    The file is that of the network or timetable in use, or the table of the road sketch where there is none.
    """
    inventory, travel = instance.inventory, instance.travel
    named = {b.id: f"{b.id} {b.name}" for b in inventory.buildings}
    peopled = [z.id for z in inventory.zones if z.population]
    used = [mode for mode, share in instance.scenario.visits_by.shares.items() if share]
    files = tuple(dict.fromkeys(instance.read_from[mode] for mode in used if mode in instance.read_from))
    for code, origins, rows in (
        ("travel.unreachable_from_zones" if files else "unreachable_from_zones", peopled, travel.zone_s),
        (
            "travel.unreachable_between_buildings" if files else "unreachable_between_buildings",
            list(named),
            travel.building_s,
        ),
    ):
        missing = _missing(origins, list(named), rows)
        if missing:
            ends = {end for _, end in missing}
            told = where.warning(
                code,
                "roads",
                pairs=len(missing),
                starts=len({start for start, _ in missing}),
                ends=len(ends),
                some=tuple(name for b, name in named.items() if b in ends)[:NAMED],
                minutes=UNREACHABLE_EXTRA_S // 60,
                files=files,
            )
            yield replace(told, file=files[0], sheet="") if files else told


def _missing(origins: list[str], buildings: list[str], rows: Mapping[str, Row]) -> list[tuple[str, str]]:
    return [(start, end) for start in origins for end in buildings if end not in rows.get(start, {})]
