"""How many visitors meet a closed door."""

from typing import ClassVar

from localisation.domain.relocation.lost_visits import lost_visits_per_day_100
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import PlanGiven
from localisation.rules.day_tables import DAY_TABLES
from localisation.rules.latest import latest
from localisation.rules.linear import total
from localisation.rules.relocation.base import RelocationMeasure, RelocationModel


class VisitsLost(RelocationMeasure):
    """Visits to the selected units on the days the part that receives them is closed because it moves.

    Raw: hundredths of visits. A unit's visits are shared by its staff and spread evenly over the working days of a
    year, rounded once for each move. A part is closed from the day its carrying starts until it is at work again.
    """

    name: ClassVar[str] = "visits_lost"
    rests_on: ClassVar[tuple[str, ...]] = (*DAY_TABLES, "units.visits_per_year", "norms.working_days_per_year")
    unit: ClassVar[str] = "visits"
    holds_for_fewer: ClassVar[bool] = True
    raw_per_unit: ClassVar[int] = 100

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        norms, units = given.inventory.norms, given.inventory.unit
        for move in given.moves:
            visits = lost_visits_per_day_100(units[move.unit], move.staff, norms)
            if visits:
                closed = [
                    (
                        total(model.end(leg.ready) - model.start(leg.move) for leg in route.legs),
                        model.goes(move.id, route.via),
                    )
                    for route in move.routes
                ]
                model.charge(latest(model, closed, len(given.programme.calendar), f"closed {move.id}") * visits)

    def measure(self, given: PlanGiven, plan: Plan) -> int:
        amount = 0
        selected = {u.id: u for u in given.units}
        for leg in plan.legs(given.programme):
            if leg.unit in selected:
                days = plan.steps[leg.ready].end - plan.steps[leg.move].start
                amount += days * lost_visits_per_day_100(selected[leg.unit], leg.staff, given.inventory.norms)
        return amount
