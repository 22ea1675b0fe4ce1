"""How soon people are in place."""

from typing import ClassVar

from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import PlanGiven
from localisation.rules.day_tables import DAY_TABLES
from localisation.rules.latest import latest
from localisation.rules.relocation.base import RelocationMeasure, RelocationModel


class TimeInPlace(RelocationMeasure):
    """Staff who move times the working days until they are at work in their new places, over the selected units.

    The total weighted completion time of scheduling, with staff as weights (Smith 1956).
    """

    name: ClassVar[str] = "time_in_place"
    rests_on: ClassVar[tuple[str, ...]] = DAY_TABLES
    unit: ClassVar[str] = "person_days"
    holds_for_fewer: ClassVar[bool] = True

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        for move in given.moves:
            ends = [(model.end(route.legs[-1].ready), model.goes(move.id, route.via)) for route in move.routes]
            model.charge(latest(model, ends, len(given.programme.calendar), f"in place {move.id}") * move.staff)

    def measure(self, given: PlanGiven, plan: Plan) -> int:
        amount = 0
        for move in given.moves:
            route = plan.route(given.programme, move.id)
            assert route is not None
            amount += move.staff * max(plan.steps[leg.ready].end for leg in route.legs)
        return amount
