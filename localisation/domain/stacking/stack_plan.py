"""A plan of who sits on which floor."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from localisation.domain.stacking.stack_task import StackTask
from localisation.domain.vocabulary import Confidence, SpaceKind, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What a unit has on one floor (by the floor's number): staff, and hundredths of each kind of space."""

    unit: str
    floor: int
    staff: int
    spaces: Mapping[SpaceKind, int]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class StackAmounts:
    """What a stack plan is judged by, in order of importance; less is better.

    `visit_floors`: thousandths of a visit times the floors between where it is received (public front and interview
    rooms alike) and the nearest entrance, a year. `floors_between`: floors from a unit's lowest to its highest, over
    all units (0 for one on a single floor). `strength_floors`: strength (0-100) times the floors between two units
    that work together, from the highest of the one to the lowest of the other. These three are decided first, by
    which floors each unit ranges over. Then, within those ranges: `floors_taken`: floors a unit is on, over all units.
    `rooms_apart`: floors where a unit has rooms without being there. `floors_with_spare`: floors with at least one
    whole workplace to spare.
    """

    visit_floors: int = 0
    floors_between: int = 0
    strength_floors: int = 0
    floors_taken: int = 0
    rooms_apart: int = 0
    floors_with_spare: int = 0

    def __add__(self, other: "StackAmounts") -> "StackAmounts":
        return StackAmounts(**{k: getattr(self, k) + getattr(other, k) for k in AMOUNTS})


AMOUNTS = tuple(f.name for f in fields(StackAmounts))
"""The amounts by name, the most important first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StackRun:
    """How the search for one building ended.

    `open_from` names the first amount that is not proven least, those before it as they are; it is then at most
    `within` above the least (None: not known). "" when all is proven.
    """

    status: Status
    seconds: float = 0.0
    open_from: str = ""
    within: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildingStack:
    """One building's floors and what each unit has on them.

    `least` is the fewest floors each unit could be on, had it the building to itself. `parted` says that whole
    spaces are shared between units: nothing else fits, or nothing else was found where the run is not proven.
    """

    task: StackTask
    shares: tuple[Share, ...]
    amounts: StackAmounts
    least: Mapping[str, int]
    run: StackRun
    parted: bool = False

    @property
    def building(self) -> str:
        """The id of the building."""
        return self.task.building

    @property
    def confidence(self) -> Confidence:
        """How well the floors are known, the least sure of them."""
        order = tuple(Confidence)
        return max((f.confidence for f in self.task.floors), key=order.index)

    @property
    def split(self) -> int:
        """Floors that units are on beyond the fewest they could be on."""
        return self.amounts.floors_taken - sum(self.least.values())

    @property
    def lacking(self) -> dict[SpaceKind, int]:
        """Hundredths of each kind that there is no room for in the building."""
        return {kind: lack for kind in SpaceKind if (lack := self.task.lacking(kind))}

    def receives(self, share: Share) -> bool:
        """Whether inhabitants are received in what a unit has on a floor."""
        o = next(o for o in self.task.occupants if o.unit == share.unit)
        return bool(o.visits) and (any(share.spaces.get(k) for k in o.fronts) if o.fronts else share.staff > 0)

    def front_only(self, share: Share) -> bool:
        """Whether a unit receives inhabitants on the floor without anyone working there."""
        return self.receives(share) and not share.spaces.get(SpaceKind.WORKPLACE)

    def on(self, floor: int) -> tuple[Share, ...]:
        """What stands on a floor, the largest first."""
        found = [s for s in self.shares if s.floor == floor]
        return tuple(sorted(found, key=lambda s: (-s.spaces.get(SpaceKind.WORKPLACE, 0), -s.staff, s.unit)))


@dataclass(frozen=True, slots=True, kw_only=True)
class StackPlan:
    """The buildings in use, in the order of the inventory; `left_out` are those there was no time for."""

    buildings: tuple[BuildingStack, ...]
    left_out: tuple[str, ...] = ()

    @property
    def amounts(self) -> StackAmounts:
        """The sums over all buildings."""
        return sum((b.amounts for b in self.buildings), StackAmounts())

    @property
    def proven(self) -> bool:
        """Whether there is a plan of every building, and none better of any."""
        return not self.left_out and all(b.run.status is Status.OPTIMAL for b in self.buildings)
