"""How much is needed in a building on each day of a plan, and how much there is."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from localisation.domain.inventory import Inventory
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import Programme, Stay
from localisation.domain.vocabulary import SpaceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Occupancy:
    """Hundredths of the kind's unit, by day index.

    `need` is of those who are there; `room` is what there is for them; `today` is what those need who are there before
    the plan begins.
    """

    need: tuple[int, ...]
    room: tuple[int, ...]
    today: int


def occupancy(
    inventory: Inventory,
    programme: Programme,
    plan: Plan,
    building: str,
    kind: SpaceKind,
    units: Collection[str],
    closed_percent: int = 0,
) -> Occupancy:
    """What the units need of a kind of space in a building, and have, on every day of the plan.

    A unit's fixed need counts once a building, from the first day any of it is there for good to the last; those who
    wait there have one each. New posts are not there yet: they are filled when all is done, and whether there is room
    for them is the proposal's matter. Works open the spaces they add when they are finished; those they take away are
    gone from their first day. From the first day of works to the last, `closed_percent` of the other spaces are closed.
    """
    here = [s for s in plan.stays(programme) if s.building == building and s.unit in units and not s.new]
    days = len(programme.calendar)
    need = [0] * days
    for stay, hundredths in _demands(inventory, here, kind):
        _add(need, *plan.presence(programme, stay), hundredths)
    for unit, stays in _by_unit(s for s in here if not s.waiting).items():
        spans = [plan.presence(programme, s) for s in stays]
        fixed = inventory.unit[unit].need_hundredths(kind, 0)
        _add(need, min(start for start, _ in spans), max(end for _, end in spans), fixed)
    first = [s for s in here if not s.since]
    today = sum(hundredths for _, hundredths in _demands(inventory, first, kind))
    today += sum(inventory.unit[unit].need_hundredths(kind, 0) for unit in _by_unit(s for s in first if not s.waiting))
    room = _room(inventory, programme, plan, building, kind, closed_percent)
    return Occupancy(need=tuple(need), room=tuple(room), today=today)


def _demands(inventory: Inventory, stays: Collection[Stay], kind: SpaceKind) -> list[tuple[Stay, int]]:
    """What each stay needs for its staff; its fixed need too, if it only waits."""
    found = []
    for stay in stays:
        unit = inventory.unit[stay.unit]
        fixed = unit.need_hundredths(kind, 0)
        found.append((stay, unit.need_hundredths(kind, stay.staff) - (0 if stay.waiting else fixed)))
    return found


def _by_unit(stays: Iterable[Stay]) -> dict[str, list[Stay]]:
    table: dict[str, list[Stay]] = {}
    for stay in stays:
        table.setdefault(stay.unit, []).append(stay)
    return table


def _room(
    inventory: Inventory, programme: Programme, plan: Plan, building: str, kind: SpaceKind, closed_percent: int
) -> list[int]:
    premises, days = inventory.building[building], len(programme.calendar)
    options = {r.id: r for r in premises.refurbishments}
    works = [(plan.steps[w.id], options[w.option]) for w in programme.works if w.building == building]
    room = [100 * premises.space(kind)] * days
    lost = 0
    for step, option in works:
        adds = option.adds_spaces.get(kind, 0)
        lost += max(0, -adds)
        _add(room, step.end if adds > 0 else step.start, days, 100 * adds)
    if works:
        closed = closed_percent * max(0, premises.space(kind) - lost)
        _add(room, min(step.start for step, _ in works), max(step.end for step, _ in works), -closed)
    return room


def _add(days: list[int], start: int, end: int, amount: int) -> None:
    for day in range(start, end):
        days[day] += amount
