"""Units are in place in time."""

from datetime import date, timedelta
from typing import ClassVar

from localisation.domain.assessment import Breach
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import PlanGiven
from localisation.rules.day_tables import DAY_TABLES
from localisation.rules.parameters import DayOrNone
from localisation.rules.relocation.base import RelocationModel, RelocationRequirement


class FinishedBy(RelocationRequirement):
    """The selected units that move are at work at their new places by a day: the scenario's, when none is given.

    about: (unit,). The last day of the work that makes them ready is at latest the day itself.
    """

    name: ClassVar[str] = "finished_by"
    rests_on: ClassVar[tuple[str, ...]] = DAY_TABLES
    speaks_of: ClassVar[tuple[str, ...]] = ("unit",)
    holds_for_fewer: ClassVar[bool] = True
    day: DayOrNone = None

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        limit = given.index(self._day(given) + timedelta(days=1))
        for move in given.moves:
            for route in move.routes:
                for leg in route.legs:
                    model.require(
                        model.end(leg.ready) <= limit, about=(move.unit,), when=model.goes(move.id, route.via)
                    )

    def check(self, given: PlanGiven, plan: Plan) -> list[Breach]:
        last, days = self._day(given), given.programme.calendar.days
        in_time = sum(day <= last for day in days)
        found: dict[str, date] = {}
        for move in given.moves:
            route = plan.route(given.programme, move.id)
            end = max(plan.steps[leg.ready].end for leg in route.legs) if route else 0
            if end > in_time:
                found[move.unit] = max(days[end - 1], found.get(move.unit, days[end - 1]))
        return [Breach(about=(unit,), holes={"ready": ready, "last": last}) for unit, ready in found.items()]

    def deadline(self, given: PlanGiven) -> date | None:
        return self._day(given)

    def _day(self, given: PlanGiven) -> date:
        return self.day or given.scenario.in_place_by
