"""Premises are there when the plan uses them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from typing import ClassVar

from localisation.domain.assessment import Breach
from localisation.domain.building import Building
from localisation.domain.relocation.logistics import ActivityKind
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import PlanGiven, Stay
from localisation.rules.day_tables import DAY_TABLES
from localisation.rules.linear import Linear
from localisation.rules.parameters import YesNo
from localisation.rules.relocation.base import RelocationModel, RelocationRequirement
from localisation.rules.staying import staying

_FITTING = (ActivityKind.WORK, ActivityKind.MOVE, ActivityKind.IT)


class PremisesAvailable(RelocationRequirement):
    """Works and moves in wait until a building is to be had; nobody is there after it no longer is.

    about: (building,). Works and stays end by its last day, and by the end of its lease if leases cannot be extended.
    Who waits in transit premises does so between the first and last day they may be used for that; if they are listed
    several times, within each. New posts are filled when there are premises, which must be before the plan ends.
    """

    name: ClassVar[str] = "premises_available"
    rests_on: ClassVar[tuple[str, ...]] = (
        *DAY_TABLES,
        "buildings.available_*",
        "buildings.lease_end",
        "swing_space.first",
        "swing_space.last",
    )
    concerns_units: ClassVar[bool] = False
    states_physics: ClassVar[bool] = True
    speaks_of: ClassVar[tuple[str, ...]] = ("building",)
    holds_for_fewer: ClassVar[bool] = True
    leases_can_be_extended: YesNo = True

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        buildings = given.inventory.building
        for activity in given.programme.activities:
            if activity.kind not in _FITTING or activity.building not in buildings:
                continue
            premises, there = buildings[activity.building], model.takes_place(activity.id)
            about = (premises.id,)
            if premises.available_from is not None:
                model.require(model.start(activity.id) >= given.index(premises.available_from), about, there)
            if activity.kind is ActivityKind.WORK and (end := self._end(premises)) is not None:
                model.require(model.end(activity.id) <= given.index(end + timedelta(days=1)), about, there)
        for stay in given.programme.stays:
            own = staying(model, given, stay, demand=1)
            if stay.new:
                model.require(Linear(constant=stay.earliest + 1) <= own.end, (stay.building,))
            for first, last in self._windows(given, stay):
                if first is not None:
                    model.require(own.start >= given.index(first), (stay.building,), own.when)
                if last is not None:
                    model.require(own.end <= given.index(last + timedelta(days=1)), (stay.building,), own.when)

    def check(self, given: PlanGiven, plan: Plan) -> list[Breach]:
        days = given.programme.calendar.days
        broken: dict[str, date] = {}
        for building, start, end, first, last in self._uses(given, plan):
            early = first is not None and start < bisect_left(days, first)
            if early or (last is not None and end > bisect_right(days, last)):
                day = days[min(start, len(days) - 1)] if early else days[end - 1]
                broken[building] = min(day, broken.get(building, day))
        return [Breach(about=(building,), holes={"day": day}) for building, day in broken.items()]

    def _uses(self, given: PlanGiven, plan: Plan) -> Iterator[tuple[str, int, int, date | None, date | None]]:
        """Everything that uses a building: which, from and until when, and the days it may at first and at last."""
        for activity in given.programme.activities:
            step, premises = plan.steps.get(activity.id), given.inventory.building.get(activity.building)
            if step and premises and activity.kind in _FITTING:
                last = self._end(premises) if activity.kind is ActivityKind.WORK else None
                yield premises.id, step.start, step.end, premises.available_from, last
        last_day = len(given.programme.calendar) - 1
        for stay in plan.stays(given.programme):
            if stay.new:
                yield (
                    stay.building,
                    last_day,
                    last_day + 1,
                    given.inventory.building[stay.building].available_from,
                    None,
                )
            for first, last in self._windows(given, stay):
                yield stay.building, *plan.presence(given.programme, stay), first, last

    def _windows(self, given: PlanGiven, stay: Stay) -> Iterator[tuple[date | None, date | None]]:
        """The first and last days between which the stay must be."""
        yield None, self._end(given.inventory.building[stay.building])
        logistics = given.inventory.logistics
        if stay.waiting and logistics:
            yield from ((s.first, s.last) for s in logistics.swing_space if s.building == stay.building)

    def _end(self, building: Building) -> date | None:
        ends = (building.available_until, None if self.leases_can_be_extended else building.lease_end)
        return min((end for end in ends if end is not None), default=None)
