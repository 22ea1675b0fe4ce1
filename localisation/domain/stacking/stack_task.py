"""Who is to be stacked in one building, and what each of them needs there."""

from collections.abc import Mapping
from dataclasses import dataclass

from localisation.domain.inventory import Inventory
from localisation.domain.proposal import Proposal
from localisation.domain.spread import spread
from localisation.domain.stacking.floor_room import FloorRoom, floor_rooms
from localisation.domain.unit import Unit
from localisation.domain.vocabulary import SpaceKind

PRESENCE = (SpaceKind.WORKPLACE, SpaceKind.PUBLIC_FRONT)
"""A unit is on a floor where it has some of these. Of its other rooms it is asked that they are where the unit is."""

FRONTS = (SpaceKind.PUBLIC_FRONT, SpaceKind.INTERVIEW)
"""Where inhabitants are received."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occupant:
    """A unit with a site in the building: its staff there and its needs in hundredths, those above 0.

    `visits` is how many inhabitants come to this site in a year, by its share of the staff; 0 for a unit that is
    not public-facing. A unit is when it has visits and needs a public front, or is a service to inhabitants.
    """

    unit: str
    staff: int
    needs: Mapping[SpaceKind, int]
    visits: int = 0

    @property
    def presence(self) -> tuple[SpaceKind, ...]:
        """The kinds that say which floors it is on; without any it is on a single floor."""
        return tuple(k for k in PRESENCE if k in self.needs)

    @property
    def fronts(self) -> tuple[SpaceKind, ...]:
        """The kinds of space where it receives inhabitants, if any come: at its workplaces when it needs no other."""
        kinds = tuple(k for k in FRONTS if k in self.needs)
        return kinds or tuple(k for k in (SpaceKind.WORKPLACE,) if k in self.needs)

    def visits_per_hundredth(self, kind: SpaceKind) -> int:
        """Thousandths of a visit that go to each hundredth of a kind of its fronts, rounded once.

        Each kind has an equal part of the visits: nothing is told of how many go on to an interview.
        """
        parts = len(self.fronts) * self.needs[kind]
        return (2000 * self.visits + parts) // (2 * parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class StackTask:
    """One building: its floors from below, those who are to sit there, and which of them work together.

    `together` has each pair once, with the sum of its strengths.
    """

    building: str
    floors: tuple[FloorRoom, ...]
    occupants: tuple[Occupant, ...]
    together: Mapping[tuple[str, str], int]

    def lacking(self, kind: SpaceKind) -> int:
        """Hundredths of a kind there is no room for in the building, whoever sits where in it."""
        need = sum(o.needs.get(kind, 0) for o in self.occupants)
        return max(0, need - 100 * sum(f.spaces.get(kind, 0) for f in self.floors))

    def limits(self, kind: SpaceKind) -> tuple[int, ...]:
        """The most hundredths of a kind that may be used on each floor: what there is.

        Where the building has too little, each floor is overfilled in proportion, in whole spaces, no more than must.
        """
        there = tuple(f.spaces.get(kind, 0) for f in self.floors)
        over = spread(-(-self.lacking(kind) // 100), there if any(there) else (1,) * len(there))
        return tuple(100 * (room + extra) for room, extra in zip(there, over, strict=True))


def stack_task(inventory: Inventory, proposal: Proposal, building: str) -> StackTask:
    """What a proposal asks of one building; KeyError for ids that are not in the inventory."""
    here = inventory.building[building]
    seats = proposal.by_building.get(building, {})
    occupants = tuple(_occupant(inventory.unit[u], staff) for u, staff in sorted(seats.items()))
    together: dict[tuple[str, str], int] = {}
    for pair in inventory.collaborations:
        if pair.unit_a in seats and pair.unit_b in seats and pair.unit_a != pair.unit_b and pair.strength:
            key = (min(pair.unit_a, pair.unit_b), max(pair.unit_a, pair.unit_b))
            together[key] = together.get(key, 0) + pair.strength
    rooms = floor_rooms(inventory, here, proposal.refurbishments)
    return StackTask(building=building, floors=rooms, occupants=occupants, together=together)


def stack_tasks(inventory: Inventory, proposal: Proposal) -> tuple[StackTask, ...]:
    """One task for each building in use, in the order of the inventory."""
    used = (b.id for b in inventory.buildings if proposal.used(b.id))
    return tuple(stack_task(inventory, proposal, building) for building in used)


def _occupant(unit: Unit, staff: int) -> Occupant:
    needs = {kind: need for kind in SpaceKind if (need := unit.need_hundredths(kind, staff))}
    faces = SpaceKind.PUBLIC_FRONT in needs or bool(unit.service)
    visits = (2 * unit.visits_per_year * staff + unit.staff) // (2 * unit.staff) if faces else 0
    return Occupant(unit=unit.id, staff=staff, needs=needs, visits=visits)
