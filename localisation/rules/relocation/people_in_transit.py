"""How many are moved twice."""

from typing import ClassVar

from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import PlanGiven
from localisation.rules.day_tables import DAY_TABLES
from localisation.rules.relocation.base import RelocationMeasure, RelocationModel


class PeopleInTransit(RelocationMeasure):
    """Staff of the selected units who wait in transit premises on their way; each move counts its own."""

    name: ClassVar[str] = "people_in_transit"
    rests_on: ClassVar[tuple[str, ...]] = (*DAY_TABLES, "swing_space.building")
    unit: ClassVar[str] = "people"
    holds_for_fewer: ClassVar[bool] = True

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        for move in given.moves:
            for route in move.routes:
                if route.via:
                    model.charge(model.goes(move.id, route.via) * move.staff)

    def measure(self, given: PlanGiven, plan: Plan) -> int:
        selected = {u.id for u in given.units}
        return sum(s.staff for s in plan.stays(given.programme) if s.waiting and s.unit in selected)
