"""There is room for everyone, every day of the plan."""

from collections.abc import Sequence
from typing import ClassVar

from pydantic import Field

from localisation.domain.assessment import Breach
from localisation.domain.building import Building
from localisation.domain.relocation.occupancy import occupancy
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import PlanGiven, Stay
from localisation.domain.unit import Unit
from localisation.domain.vocabulary import SpaceKind
from localisation.rules.day_tables import DAY_TABLES
from localisation.rules.latest import earliest, latest
from localisation.rules.linear import Linear
from localisation.rules.relocation.base import ALWAYS, Block, RelocationModel, RelocationRequirement
from localisation.rules.staying import staying


class RoomEveryDay(RelocationRequirement):
    """On every day, each kind of space in each building holds those of the selected units that are there.

    about: (building, kind). Units are counted in from the day they are carried in until the rooms they left are
    cleared, transit premises included, new posts left out, exactly and in hundredths as `SpaceNeed` says. A
    building that holds too many today may do so until works begin in it or somebody comes: nobody is let in before
    there is room for all. Of works, `occupancy` says what is there when. The cumulative constraint (Aggoun &
    Beldiceanu 1993), with rooms as the resource.
    """

    name: ClassVar[str] = "room_every_day"
    rests_on: ClassVar[tuple[str, ...]] = (*DAY_TABLES, "spaces.amount", "needs.*", "refurbishments.adds_*")
    states_physics: ClassVar[bool] = True
    speaks_of: ClassVar[tuple[str, ...]] = ("building", "kind")
    holds_for_fewer: ClassVar[bool] = True
    kinds: tuple[SpaceKind, ...] = tuple(SpaceKind)
    closed_percent: int = Field(default=0, ge=0, le=100)

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        there: dict[str, dict[str, list[Stay]]] = {}
        for stay in (s for s in given.programme.stays if not s.new):
            there.setdefault(stay.building, {}).setdefault(stay.unit, []).append(stay)
        for building, stays in there.items():
            premises = given.inventory.building[building]
            for kind in self.kinds:
                units = [u for u in given.units if u.id in stays and any(n.kind is kind for n in u.needs)]
                blocks = [block for u in units for block in _needs(model, given, u, kind, stays[u.id])]
                today = sum(_today(u, kind, stays[u.id]) for u in units)
                if blocks:
                    coming = [s for u in units for s in stays[u.id] if s.since]
                    spent, room = self._room(model, given, premises, kind, today, coming)
                    model.at_once([*blocks, *spent], room, about=(building, kind.value))

    def _room(
        self,
        model: RelocationModel,
        given: PlanGiven,
        premises: Building,
        kind: SpaceKind,
        today: int,
        coming: Sequence[Stay],
    ) -> tuple[list[Block], int]:
        """The most there ever is, and what of it is not there when."""
        spaces, days = premises.space(kind), len(given.programme.calendar)
        works = [w for w in given.programme.works if w.building == premises.id]
        excess = max(0, today - 100 * spaces)
        begins = [(model.start(w.id), ALWAYS) for w in works]
        horizon, spent, gain, loss = Linear(constant=days), [], 0, 0
        if excess and (works or coming):
            comes = [(model.start(s.since), model.goes(s.move, s.via)) for s in coming]
            over = earliest(model, [*begins, *comes], days, f"no more too many in {premises.id}")
            spent.append(Block(start=over, end=horizon, demand=excess))
        if not works:
            return spent, 100 * spaces + excess
        begun = earliest(model, begins, days, f"works begun {premises.id}")
        ended = latest(model, ((model.end(w.id), ALWAYS) for w in works), days, f"works ended {premises.id}")
        options = {r.id: r.adds_spaces.get(kind, 0) for r in premises.refurbishments}
        for work in works:
            adds = options[work.option]
            gain, loss = gain + max(0, adds), loss + max(0, -adds)
            if adds > 0:
                spent.append(Block(start=Linear(), end=model.end(work.id), demand=100 * adds))
            elif adds < 0:
                spent.append(Block(start=model.start(work.id), end=horizon, demand=-100 * adds))
        spent.append(Block(start=begun, end=ended, demand=self.closed_percent * max(0, spaces - loss)))
        return [block for block in spent if block.demand], 100 * (spaces + gain) + excess

    def check(self, given: PlanGiven, plan: Plan) -> list[Breach]:
        units, days = {u.id for u in given.units}, given.programme.calendar.days
        kinds = [k for k in self.kinds if any(n.kind is k for u in given.units for n in u.needs)]
        breaches = []
        for building in dict.fromkeys(s.building for s in given.programme.stays):
            works = [plan.steps[w.id].start for w in given.programme.works if w.building == building]
            for kind in kinds:
                needing = {u.id for u in given.units if any(n.kind is kind for n in u.needs)}
                come = [
                    plan.steps[s.since].start
                    for s in plan.stays(given.programme)
                    if s.building == building and s.since and s.unit in needing
                ]
                begun = min([*works, *come], default=len(days))
                found = occupancy(
                    given.inventory, given.programme, plan, building, kind, units, closed_percent=self.closed_percent
                )
                allowed = [max(r, found.today) if day < begun else r for day, r in enumerate(found.room)]
                over = [need - most for need, most in zip(found.need, allowed, strict=True)]
                if over and max(over) > 0:
                    day = over.index(max(over))
                    holes = {"day": days[day], "need": -(-found.need[day] // 100), "space": max(0, allowed[day]) // 100}
                    breaches.append(Breach(about=(building, kind.value), holes=holes))
        return breaches


def _needs(model: RelocationModel, given: PlanGiven, unit: Unit, kind: SpaceKind, stays: Sequence[Stay]) -> list[Block]:
    """What a unit takes of a building: for its staff, stay by stay; and its fixed need once, or with each that waits.

    Who is there at the beginning, or at the end, is so whatever way the move goes.
    """
    fixed = unit.need_hundredths(kind, 0)
    lasting = [s for s in stays if not s.waiting]
    shared = len(_parts(lasting)) > 1
    blocks = [
        staying(model, given, s, unit.need_hundredths(kind, s.staff) - (fixed if shared and not s.waiting else 0))
        for s in stays
    ]
    if shared and fixed:
        spans = [staying(model, given, s, fixed) for s in lasting]
        days, place = len(given.programme.calendar), f"{unit.id} {lasting[0].building}"
        start, end = Linear(), Linear(constant=days)
        if all(s.since for s in lasting):
            start = earliest(model, ((b.start, b.when) for b in spans), days, f"first of {place}")
        if all(s.until for s in lasting):
            end = latest(model, ((b.end, b.when) for b in spans), days, f"last of {place}")
        blocks.append(Block(start=start, end=end, demand=fixed))
    return [block for block in blocks if block.demand]


def _today(unit: Unit, kind: SpaceKind, stays: Sequence[Stay]) -> int:
    """What those need who are there before the plan begins, whatever way their moves go."""
    before = _parts([s for s in stays if not s.since])
    fixed = unit.need_hundredths(kind, 0)
    return sum(unit.need_hundredths(kind, s.staff) - fixed for s in before) + (fixed if before else 0)


def _parts(stays: Sequence[Stay]) -> list[Stay]:
    """One stay for each part of the unit: a move has one on each of its routes."""
    return list({s.move or str(number): s for number, s in enumerate(stays)}.values())
