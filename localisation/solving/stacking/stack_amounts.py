"""What a stack plan amounts to, measured in plain Python without the model."""

from collections import defaultdict
from collections.abc import Sequence

from localisation.domain.inventory import Inventory
from localisation.domain.proposal import Proposal
from localisation.domain.stacking.floor_room import FloorRoom, floor_rooms
from localisation.domain.stacking.stack_plan import Share, StackAmounts
from localisation.domain.unit import Unit
from localisation.domain.vocabulary import SpaceKind


def stack_amounts(inventory: Inventory, proposal: Proposal, building: str, shares: Sequence[Share]) -> StackAmounts:
    """The amounts of the shares of one building; KeyError for floors and units that are not there."""
    floors = {f.number: f for f in floor_rooms(inventory, inventory.building[building], proposal.refurbishments)}
    seats = proposal.by_building.get(building, {})
    heights = {u: sorted(floors[n].height for n in floors_of(inventory.unit[u], n, shares)) for u, n in seats.items()}
    return StackAmounts(
        visit_floors=sum(_visits(inventory.unit[u], staff, floors, shares) for u, staff in seats.items()),
        floors_between=sum(h[-1] - h[0] for h in heights.values() if h),
        strength_floors=_apart(inventory, heights),
        floors_taken=sum(map(len, heights.values())),
        rooms_apart=sum(_rooms_only(inventory.unit[u], staff, shares) for u, staff in seats.items()),
        floors_with_spare=sum(_spare(f, shares) >= 100 for f in floors.values()),
    )


def floors_of(unit: Unit, staff: int, shares: Sequence[Share]) -> set[int]:
    """The numbers of the floors a unit is on: with its workplaces or public front, or its staff if it needs neither."""
    own = [s for s in shares if s.unit == unit.id]
    asked = [k for k in (SpaceKind.WORKPLACE, SpaceKind.PUBLIC_FRONT) if unit.need_hundredths(k, staff)]
    if not asked:
        return {s.floor for s in own if s.staff}
    return {s.floor for s in own if any(s.spaces.get(k, 0) for k in asked)}


def _visits(unit: Unit, staff: int, floors: dict[int, FloorRoom], shares: Sequence[Share]) -> int:
    """Thousandths of a visit times floors.

    The public front and the interview rooms have half the visits each where both are needed, the one all of them
    where only that is, and the workplaces where neither is; each hundredth of a kind has as many as any other.
    """
    if not unit.service and not unit.need_hundredths(SpaceKind.PUBLIC_FRONT, staff):
        return 0
    visits = int(unit.visits_per_year * staff / unit.staff + 0.5)
    needs = {kind: unit.need_hundredths(kind, staff) for kind in SpaceKind}
    received = [k for k in (SpaceKind.PUBLIC_FRONT, SpaceKind.INTERVIEW) if needs[k]]
    if not received and not needs[SpaceKind.WORKPLACE]:
        return sum(1000 * visits * floors[n].away for n in floors_of(unit, staff, shares))
    amount = 0
    for kind in received or [SpaceKind.WORKPLACE]:
        each = int(1000 * visits / max(1, len(received)) / needs[kind] + 0.5)
        amount += sum(each * s.spaces.get(kind, 0) * floors[s.floor].away for s in shares if s.unit == unit.id)
    return amount


def _apart(inventory: Inventory, heights: dict[str, list[int]]) -> int:
    amount = 0
    for pair in inventory.collaborations:
        a, b = heights.get(pair.unit_a), heights.get(pair.unit_b)
        if a and b and pair.unit_a != pair.unit_b:
            amount += pair.strength * max(0, a[0] - b[-1], b[0] - a[-1])
    return amount


def _rooms_only(unit: Unit, staff: int, shares: Sequence[Share]) -> int:
    there = floors_of(unit, staff, shares)
    rooms: dict[int, int] = defaultdict(int)
    for s in shares:
        if s.unit == unit.id:
            rooms[s.floor] += sum(s.spaces.values())
    return sum(1 for floor, amount in rooms.items() if amount and floor not in there)


def _spare(floor: FloorRoom, shares: Sequence[Share]) -> int:
    used = sum(s.spaces.get(SpaceKind.WORKPLACE, 0) for s in shares if s.floor == floor.number)
    return 100 * floor.spaces.get(SpaceKind.WORKPLACE, 0) - used
