"""Whose room an arriving unit takes over from whom."""

from collections import defaultdict
from dataclasses import dataclass

from localisation.domain.inventory import Inventory
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import Programme, Stay
from localisation.domain.unit import Unit
from localisation.domain.vocabulary import SpaceKind

Arc = tuple[str, str]
Room = tuple[str, SpaceKind]


@dataclass(frozen=True, slots=True)
class _Arrival:
    """Room in hundredths taken from a day on (-1: from the beginning) by any of the activities `parts`."""

    day: int
    parts: tuple[str, ...]
    amount: int


@dataclass(slots=True)
class _Free:
    """Room in hundredths, free from a day on, once all of `after` are finished."""

    since: int
    after: tuple[str, ...]
    amount: int


def room_flow(inventory: Inventory, programme: Programme, plan: Plan) -> set[Arc]:
    """Arcs by which nobody enters before there is room, whatever the durations.

    Each arrival takes what has been free the longest: empty room, room that works have added, room that others have
    cleared. Where the plan itself takes more than there is, the rest comes from nowhere.
    """
    stays = plan.stays(programme)
    rooms = {(s.building, need.kind) for s in stays for need in inventory.unit[s.unit].needs if s.since}
    return {arc for room in sorted(rooms) for arc in _of_room(inventory, programme, plan, room)}


def _of_room(inventory: Inventory, programme: Programme, plan: Plan, room: Room) -> set[Arc]:
    building, kind = room
    here = [s for s in plan.stays(programme) if s.building == building and not s.new]
    free = _at_first(inventory, programme, plan, room, here)
    arcs: set[Arc] = set()
    for arrival in sorted(_arrivals(inventory, plan, kind, here), key=lambda a: (a.day, a.parts)):
        amount = arrival.amount if arrival.day >= 0 else 0
        for source in sorted(free, key=lambda f: (f.since, f.after)):
            if amount and source.since <= arrival.day and source.amount:
                taken = min(source.amount, amount)
                arcs |= {(giver, part) for giver in source.after for part in arrival.parts}
                source.amount -= taken
                amount -= taken
    return {(a, b) for a, b in arcs if a != b}


def _at_first(inventory: Inventory, programme: Programme, plan: Plan, room: Room, here: list[Stay]) -> list[_Free]:
    """What is or becomes free: the room nobody takes at the beginning, works' additions, and what is cleared."""
    building, kind = room
    premises = inventory.building[building]
    taken = sum(a.amount for a in _arrivals(inventory, plan, kind, here) if a.day < 0)
    free = [_Free(0, (), 100 * premises.space(kind) - taken)]
    for option in premises.refurbishments:
        work = next((w.id for w in programme.works if w.option == option.id and w.id in plan.steps), None)
        adds = option.adds_spaces.get(kind, 0) if work else 0
        if work and adds > 0:
            free.append(_Free(plan.steps[work].end, (work,), 100 * adds))
        free[0].amount += 100 * min(0, adds)  # what works take away is never handed out
    free += _cleared(inventory, plan, kind, here)
    debt = -min(0, free[0].amount)  # crowded today: what is cleared first pays for that
    for source in sorted(free[1:], key=lambda f: f.since):
        paid = min(debt, source.amount)
        source.amount, debt = source.amount - paid, debt - paid
    free[0].amount = max(0, free[0].amount)
    return free


def _arrivals(inventory: Inventory, plan: Plan, kind: SpaceKind, here: list[Stay]) -> list[_Arrival]:
    """Everyone who comes, or is there at first; what a unit needs once at a site comes with its first part."""
    found = []
    for unit, stays in _by_unit(inventory, here):
        fixed = unit.need_hundredths(kind, 0)
        for stay in stays:
            amount = unit.need_hundredths(kind, stay.staff) - (0 if stay.waiting else fixed)
            found.append(_Arrival(_day(plan, stay.since), (stay.since,), amount))
        lasting = [s.since for s in stays if not s.waiting]
        if lasting:
            found.append(_Arrival(min(_day(plan, a) for a in lasting), tuple(a for a in lasting if a), fixed))
    return [a for a in found if a.amount]


def _cleared(inventory: Inventory, plan: Plan, kind: SpaceKind, here: list[Stay]) -> list[_Free]:
    found = []
    for unit, stays in _by_unit(inventory, here):
        fixed = unit.need_hundredths(kind, 0)
        for stay in stays:
            if stay.until:
                amount = unit.need_hundredths(kind, stay.staff) - (0 if stay.waiting else fixed)
                found.append(_Free(plan.steps[stay.until].end, (stay.until,), amount))
        lasting = [s for s in stays if not s.waiting]
        if lasting and all(s.until for s in lasting):
            leaving = tuple(s.until for s in lasting)
            found.append(_Free(max(plan.steps[a].end for a in leaving), leaving, fixed))
    return [f for f in found if f.amount]


def _by_unit(inventory: Inventory, here: list[Stay]) -> list[tuple[Unit, list[Stay]]]:
    table: dict[str, list[Stay]] = defaultdict(list)
    for stay in here:
        table[stay.unit].append(stay)
    return [(inventory.unit[u], stays) for u, stays in sorted(table.items())]


def _day(plan: Plan, since: str) -> int:
    return plan.steps[since].start if since else -1
