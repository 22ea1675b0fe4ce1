"""A stack plan held against the inventory and the proposal; shares nothing with the model that made it."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from localisation.domain.inventory import Inventory
from localisation.domain.proposal import Proposal
from localisation.domain.stacking.floor_room import floor_rooms
from localisation.domain.stacking.least_floors import least_floors
from localisation.domain.stacking.stack_plan import BuildingStack, Share, StackPlan
from localisation.domain.stacking.stack_task import stack_task
from localisation.domain.unit import Unit
from localisation.domain.vocabulary import SpaceKind
from localisation.solving.stacking.stack_amounts import floors_of, stack_amounts


@dataclass(frozen=True, slots=True, kw_only=True)
class StackFault:
    """What does not hold (a key of `stack.fault`), in which building, and of what it speaks: units, floors, kinds."""

    kind: str
    building: str
    about: tuple[str, ...] = ()


def check_stack(inventory: Inventory, proposal: Proposal, plan: StackPlan) -> tuple[StackFault, ...]:
    """Every fault of a stack plan: each building in use is planned once, and its plan holds (`check_building`)."""
    planned = Counter([*(b.building for b in plan.buildings), *plan.left_out])
    used = set(proposal.by_building)
    faults = [StackFault(kind="building_missing", building=b) for b in sorted(used - planned.keys())]
    faults += [StackFault(kind="building_unused", building=b) for b in sorted(planned.keys() - used)]
    faults += [StackFault(kind="building_twice", building=b) for b, count in planned.items() if count > 1]
    for stack in plan.buildings:
        if stack.building in used:
            faults += check_building(inventory, proposal, stack)
    return tuple(faults)


def check_building(inventory: Inventory, proposal: Proposal, stack: BuildingStack) -> tuple[StackFault, ...]:
    """The faults of one building's plan.

    The floors are those of the inventory; everyone who is to be there sits on some floor, where their workplaces are;
    needs are met exactly; no floor holds more than it has of a kind unless the building has too little, and then no
    more over than must; the amounts recorded are those measured.
    """
    key = stack.building
    seats = proposal.by_building[key]
    floors = floor_rooms(inventory, inventory.building[key], proposal.refurbishments)
    known = {f.number for f in floors}
    faults = [] if stack.task.floors == floors else [StackFault(kind="floors", building=key)]
    for share in stack.shares:
        if share.unit not in seats or share.floor not in known:
            faults.append(StackFault(kind="unknown", building=key, about=(share.unit, str(share.floor))))
        elif share.staff < 0 or any(v < 0 for v in share.spaces.values()) or not (share.staff or share.spaces):
            faults.append(StackFault(kind="amount", building=key, about=(share.unit, str(share.floor))))
    twice = Counter((s.unit, s.floor) for s in stack.shares)
    faults += [
        StackFault(kind="twice", building=key, about=(u, str(floor))) for (u, floor), n in twice.items() if n > 1
    ]
    if faults:
        return tuple(faults)
    for unit, staff in seats.items():
        faults += _unit(inventory.unit[unit], staff, key, [s for s in stack.shares if s.unit == unit], stack.parted)
    faults += _room(inventory, proposal, stack)
    if stack.amounts != stack_amounts(inventory, proposal, key, stack.shares):
        faults.append(StackFault(kind="recorded", building=key))
    task = stack_task(inventory, proposal, key)
    if dict(stack.least) != {o.unit: least_floors(task, o) for o in task.occupants} or stack.task != task:
        faults.append(StackFault(kind="task", building=key))
    return tuple(faults)


def _unit(unit: Unit, staff: int, building: str, shares: list[Share], parted: bool) -> Iterator[StackFault]:
    if sum(s.staff for s in shares) != staff:
        yield StackFault(kind="staff", building=building, about=(unit.id,))
    for kind in SpaceKind:
        parts = [s.spaces.get(kind, 0) for s in shares]
        if sum(parts) != unit.need_hundredths(kind, staff):
            yield StackFault(kind="need", building=building, about=(unit.id, kind))
        elif not parted and sum(1 for part in parts if part % 100) > 1:
            yield StackFault(kind="parted", building=building, about=(unit.id, kind))
    there = floors_of(unit, staff, shares)
    seated = next((k for k in (SpaceKind.WORKPLACE, SpaceKind.PUBLIC_FRONT) if unit.need_hundredths(k, staff)), None)
    for s in shares:
        fair = s.spaces.get(seated, 0) * staff / unit.need_hundredths(seated, staff) if seated else s.staff
        if (s.staff and s.floor not in there) or abs(s.staff - fair) >= 1:
            yield StackFault(kind="seats", building=building, about=(unit.id, str(s.floor)))
    if not seated and len(there) != 1:
        yield StackFault(kind="seats", building=building, about=(unit.id,))


def _room(inventory: Inventory, proposal: Proposal, stack: BuildingStack) -> Iterator[StackFault]:
    """Too much on a floor: any at all where the building has room, beyond what must be where it has not."""
    used: dict[tuple[SpaceKind, int], int] = defaultdict(int)
    for share in stack.shares:
        for kind, amount in share.spaces.items():
            used[kind, share.floor] += amount
    floors = floor_rooms(inventory, inventory.building[stack.building], proposal.refurbishments)
    for kind in SpaceKind:
        room = {f.number: 100 * f.spaces.get(kind, 0) for f in floors}
        over = {n: used[kind, n] - there for n, there in room.items() if used[kind, n] > there}
        lacking = sum(used[kind, n] for n in room) - sum(room.values())
        if lacking <= 0 or sum(over.values()) >= lacking + 100:
            for number in over:
                yield StackFault(kind="room", building=stack.building, about=(kind, str(number)))
