"""What there is to do before everyone sits where the proposal says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from localisation.domain.instance import Instance
from localisation.domain.inventory import Inventory
from localisation.domain.proposal import Proposal
from localisation.domain.relocation.calendar import Calendar
from localisation.domain.relocation.logistics import ActivityKind, Crew
from localisation.domain.scenario import Scenario
from localisation.domain.unit import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """Something that takes a whole number of working days and so many hands of its crews on each of them.

    It may only be worked on when all its crews work. A `pausing` activity rests on their days off and goes on after;
    any other is done without a break, not counting days that are no working days at all. Those in `after` must be
    finished before it starts.
    An activity of a leg takes place only if the leg does. `earliest` is the first day it may start, by index.
    """

    id: str
    kind: ActivityKind
    days: int
    demands: Mapping[str, int] = field(default_factory=dict)
    after: tuple[str, ...] = ()
    pausing: bool = False
    earliest: int = 0
    leg: str = ""
    unit: str = ""
    building: str = ""
    option: str = ""
    """The refurbishment option, for works."""
    cost_nok: int = 0
    """What it costs by ordinary hands, booked when it is finished."""
    overtime_nok: int = 0
    """What it costs more on overtime."""
    low_days: int | None = None
    high_days: int | None = None

    def price(self, *, overtime: bool) -> int:
        """What it costs in whole units of the place's currency, on overtime or not."""
        return self.cost_nok + (self.overtime_nok if overtime else 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """One carrying of people and things from a building to another; the ids of its activities ("" for none).

    People leave when `move` starts, work again when `it` (or `move`) is finished, and the rooms they left are free
    when `clean` (or `move`) is finished.
    """

    id: str
    move_id: str
    unit: str
    origin: str
    destination: str
    staff: int
    volume_m3: int
    pack: str
    move: str
    it: str
    clean: str

    @property
    def first(self) -> str:
        """The activity that begins it."""
        return self.pack or self.move

    @property
    def ready(self) -> str:
        """The activity after which the people work at the destination."""
        return self.it or self.move

    @property
    def cleared(self) -> str:
        """The activity after which the rooms at the origin are free."""
        return self.clean or self.move

    @property
    def activities(self) -> tuple[str, ...]:
        """All of them, in order."""
        return tuple(a for a in (self.pack, self.move, self.it, self.clean) if a)


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A way to carry out a move: straight (`via` is "", one leg), or through transit premises (two legs)."""

    via: str
    legs: tuple[Leg, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Some of a unit's staff that leave one building for another, and every way to do it, the straight one first."""

    id: str
    unit: str
    origin: str
    destination: str
    staff: int
    volume_m3: int
    routes: tuple[Route, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """A part of a unit in a building, from a day to a day.

    It is there from the day the activity `since` starts ("": the beginning) until `until` is finished ("": the end).
    A stay of a route (`move`, `via`) is there only if the move goes that way; others always are.
    `waiting` says that it is in transit premises.
    """

    unit: str
    building: str
    staff: int
    since: str = ""
    until: str = ""
    move: str = ""
    via: str = ""
    waiting: bool = False
    open_from: str = ""
    """The activity after which the part works there ("": from the beginning)."""
    open_until: str = ""
    """The activity at whose start it stops working there ("": never)."""
    new: bool = False
    """New posts, which nobody moves into: filled when all of `after` that take place are finished, and not before the
    day `earliest`, by index."""
    after: tuple[str, ...] = ()
    earliest: int = 0


@dataclass(frozen=True, kw_only=True)
class Programme:
    """Activities, moves and stays, on a calendar, with crews."""

    calendar: Calendar
    crews: tuple[Crew, ...]
    activities: tuple[Activity, ...]
    moves: tuple[Move, ...] = ()
    stays: tuple[Stay, ...] = ()
    adopted_starts: Mapping[str, int] = field(default_factory=dict)
    """By activity, the first day in the plan adopted before, when this is a new one."""
    proposal: Proposal = field(default_factory=lambda: Proposal(placements=()))

    @cached_property
    def activity(self) -> dict[str, Activity]:
        """Activities by id."""
        return {a.id: a for a in self.activities}

    @cached_property
    def move(self) -> dict[str, Move]:
        """Moves by id."""
        return {m.id: m for m in self.moves}

    @cached_property
    def leg(self) -> dict[str, Leg]:
        """Legs of all routes by id."""
        return {leg.id: leg for m in self.moves for route in m.routes for leg in route.legs}

    @cached_property
    def works(self) -> tuple[Activity, ...]:
        """The building works."""
        return tuple(a for a in self.activities if a.kind is ActivityKind.WORK)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanGiven:
    """What a rule on who moves when sees: the instance, the programme, and the units its criterion speaks of."""

    instance: Instance
    programme: Programme
    units: tuple[Unit, ...]

    @property
    def inventory(self) -> Inventory:
        """The inventory of the instance."""
        return self.instance.inventory

    @property
    def scenario(self) -> Scenario:
        """The scenario of the instance."""
        return self.instance.scenario

    def index(self, day: date) -> int:
        """The first working day of the plan on or after a date."""
        return self.programme.calendar.index(day)

    @property
    def moves(self) -> tuple[Move, ...]:
        """The moves of the units the criterion speaks of."""
        selected = {u.id for u in self.units}
        return tuple(m for m in self.programme.moves if m.unit in selected)
