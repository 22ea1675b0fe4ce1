"""Units are left alone when they must be."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import ClassVar

from localisation.domain.assessment import Breach
from localisation.domain.inventory import matches
from localisation.domain.relocation.calendar import dates_of
from localisation.domain.relocation.logistics import ActivityKind, DaysOff
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import PlanGiven
from localisation.rules.day_tables import DAY_TABLES
from localisation.rules.linear import Linear
from localisation.rules.relocation.base import Block, RelocationModel, RelocationRequirement

_DISTURBING = (ActivityKind.PACK, ActivityKind.MOVE, ActivityKind.IT)


class StopPeriods(RelocationRequirement):
    """Nothing is packed, carried or connected for a selected unit on its stop days.

    about: (unit, stop). The stop days are the place's days off that name units: month-ends for payroll, an election.
    Those of everyone and of crews are in the calendar of the plan itself. What rests over a stop is at work there too.
    """

    name: ClassVar[str] = "stop_periods"
    rests_on: ClassVar[tuple[str, ...]] = DAY_TABLES
    speaks_of: ClassVar[tuple[str, ...]] = ("unit", "stop")
    holds_for_fewer: ClassVar[bool] = True

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        for stop, units in _stops(given):
            runs = [
                Block(start=Linear(constant=first), end=Linear(constant=end), demand=1)
                for first, end in _runs(_stop_days(given, stop))
            ]
            for activity in given.programme.activities if runs else ():
                if activity.unit in units and activity.kind in _DISTURBING:
                    there = model.takes_place(activity.id)
                    own = Block(start=model.start(activity.id), end=model.end(activity.id), demand=1, when=there)
                    model.at_once([own, *runs], 1, about=(activity.unit, stop.id))

    def check(self, given: PlanGiven, plan: Plan) -> list[Breach]:
        breaches, days = [], given.programme.calendar.days
        worked: dict[str, set[date]] = {}
        for activity in given.programme.activities:
            step = plan.steps.get(activity.id)
            if step and activity.unit and activity.kind in _DISTURBING:
                worked.setdefault(activity.unit, set()).update(days[step.start : step.end])
        for stop, units in _stops(given):
            off = frozenset(dates_of(stop, days[0], days[-1]) if days else ())
            for unit in units:
                if hit := worked.get(unit, set()) & off:
                    breaches.append(Breach(about=(unit, stop.id), holes={"day": min(hit)}))
        return breaches


def _stops(given: PlanGiven) -> Iterator[tuple[DaysOff, tuple[str, ...]]]:
    """Each row of days off that names any of the units, and those."""
    logistics = given.inventory.logistics
    for stop in logistics.days_off if logistics else ():
        if units := tuple(u.id for u in given.units if any(matches(u, s) for s in stop.applies_to)):
            yield stop, units


def _stop_days(given: PlanGiven, stop: DaysOff) -> list[int]:
    calendar = given.programme.calendar
    if not calendar.days:
        return []
    off = dates_of(stop, calendar.days[0], calendar.days[-1])
    return [calendar.position[day] for day in off if day in calendar.position]


def _runs(days: list[int]) -> Iterator[tuple[int, int]]:
    """Stretches of days on end: (first, day after the last)."""
    for _, stretch in groupby(enumerate(days), key=lambda pair: pair[1] - pair[0]):
        run = [day for _, day in stretch]
        yield run[0], run[-1] + 1
