"""Crews that are missing, too small for what they are to do, or of an odd pace; days off without end."""

from collections.abc import Iterator

from localisation.domain.errors import Problem
from localisation.domain.instance import Instance
from localisation.domain.relocation.logistics import ActivityKind, ActivityNorm, Logistics, Repeats
from localisation.reading.suspicions.where import Where

LONGEST_DAYS = 500
"""More working days than this to move everyone once, with all hands, is no plan."""
MANY_EMPLOYEES = 50
"""With fewer, moving everyone in a day is nothing odd."""
_CYCLE_DAYS = {Repeats.WEEKLY: 7, Repeats.MONTHLY: 31, Repeats.YEARLY: 365}


def hands(instance: Instance, where: Where) -> Iterator[Problem]:
    """Norms against their crews, the pace of the crews against all there are to move, and days off against a year."""
    logistics = instance.inventory.logistics
    if logistics is None:
        return
    if not logistics.crews:
        yield where.warning("no_crews", "activity_norms")
    missing = tuple(
        kind
        for kind in ActivityKind
        if kind is not ActivityKind.TASK and all(n.kind is not kind for n in logistics.norms)
    )
    if missing:
        yield where.note("activity_norm_missing", "activity_norms", activities=missing)
    staff = sum(u.staff for u in instance.inventory.units)
    for norm in logistics.norms:
        yield from _norm(norm, logistics, staff, where)
    for off in logistics.days_off:
        cycle = _CYCLE_DAYS.get(off.repeats)
        if cycle and (off.last - off.first).days + 1 >= cycle:
            yield where.warning("days_off_without_end", "days_off", off.id, "last", id=off.id, name=off.name)
    yield from _swing_space(instance, logistics, where)


def _norm(norm: ActivityNorm, logistics: Logistics, staff: int, where: Where) -> Iterator[Problem]:
    crew = next((c for c in logistics.crews if c.id == norm.crew), None)
    if crew is None or not norm.hands:
        return
    at = ("activity_norms", norm.kind.value, "hands")
    holes = {"crew": crew.id, "name": crew.name}
    jobs = crew.size // norm.hands
    if not jobs:
        yield where.warning("crew_too_small", *at, **holes, activity=norm.kind, hands=norm.hands, size=crew.size)
    elif norm.staff_per_day:
        days = -(-staff // (jobs * norm.staff_per_day))
        if days > LONGEST_DAYS or (days <= 1 and staff > MANY_EMPLOYEES):
            yield where.warning("crew_pace_odd", *at, **holes, activity=norm.kind, staff=staff, days=days)


def _swing_space(instance: Instance, logistics: Logistics, where: Where) -> Iterator[Problem]:
    for swing in logistics.swing_space:
        building = instance.inventory.building[swing.building]
        begin, end = building.available_from, building.available_until
        early = begin is not None and (swing.first is None or swing.first < begin)
        late = end is not None and (swing.last is None or swing.last > end)
        if early or late:
            yield where.note(
                "swing_space_not_available",
                "swing_space",
                building.id,
                "first",
                building=building.id,
                name=building.name,
            )
