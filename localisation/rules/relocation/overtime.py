"""How much is done on overtime."""

from typing import ClassVar

from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import PlanGiven
from localisation.rules.day_tables import DAY_TABLES
from localisation.rules.relocation.base import RelocationMeasure, RelocationModel


class Overtime(RelocationMeasure):
    """Days of overtime: the working days of what overtime hands carry out, times the hands."""

    name: ClassVar[str] = "overtime"
    rests_on: ClassVar[tuple[str, ...]] = (*DAY_TABLES, "crews.overtime_size")
    unit: ClassVar[str] = "crew_days"
    holds_for_fewer: ClassVar[bool] = True
    concerns_units: ClassVar[bool] = False

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        for activity in given.programme.activities:
            hands = sum(activity.demands.values())
            if hands:
                model.charge(model.overtime(activity.id) * (activity.days * hands))

    def measure(self, given: PlanGiven, plan: Plan) -> int:
        known = given.programme.activity
        extra = [known[i] for i, step in plan.steps.items() if step.overtime]
        return sum(activity.days * hands for activity in extra for hands in activity.demands.values())
