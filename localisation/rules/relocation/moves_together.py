"""Some arrive together."""

from typing import ClassVar

from pydantic import Field

from localisation.domain.assessment import Breach
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import PlanGiven
from localisation.rules.day_tables import DAY_TABLES
from localisation.rules.latest import earliest, latest
from localisation.rules.relocation.base import RelocationModel, RelocationRequirement


class MovesTogether(RelocationRequirement):
    """The selected units that move are carried to their new places within so many working days of each other.

    about: ("",), the whole. It speaks of the days the last carrying of each move starts; 0 is the same day.
    """

    name: ClassVar[str] = "moves_together"
    rests_on: ClassVar[tuple[str, ...]] = DAY_TABLES
    speaks_of: ClassVar[tuple[str, ...]] = ("place",)
    holds_for_fewer: ClassVar[bool] = True
    within_days: int = Field(default=0, ge=0)

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        days = len(given.programme.calendar)
        starts = [
            (model.start(route.legs[-1].move), model.goes(move.id, route.via))
            for move in given.moves
            for route in move.routes
        ]
        if len(given.moves) > 1:
            first = earliest(model, starts, days, "first of those together")
            last = latest(model, starts, days, "last of those together")
            model.require(last <= first + self.within_days, about=("",))

    def check(self, given: PlanGiven, plan: Plan) -> list[Breach]:
        arrivals = {}
        for move in given.moves:
            route = plan.route(given.programme, move.id)
            arrivals[move.id] = max(plan.steps[leg.move].start for leg in route.legs) if route else 0
        apart = max(arrivals.values(), default=0) - min(arrivals.values(), default=0)
        if apart <= self.within_days:
            return []
        days = given.programme.calendar.days
        holes = {"first": days[min(arrivals.values())], "last": days[max(arrivals.values())]}
        return [Breach(about=("",), holes=holes)]
