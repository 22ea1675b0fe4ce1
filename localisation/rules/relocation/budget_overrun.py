"""How far the cost of the plan goes beyond its budget."""

from collections import Counter
from typing import ClassVar

from pydantic import Field, field_validator

from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import PlanGiven
from localisation.domain.relocation.quarters import quarter_amounts, quarter_of
from localisation.rules.day_tables import DAY_TABLES
from localisation.rules.linear import Linear, total
from localisation.rules.parameters import QuarterAmounts
from localisation.rules.relocation.base import RelocationMeasure, RelocationModel


class BudgetOverrun(RelocationMeasure):
    """What works and moving cost beyond the budget of each quarter, summed over quarters.

    Raw: whole units of the place's currency; the budget is in thousands of it. What an activity costs is booked when
    it is finished, on its last day, and what dearer hands cost on overtime with it. Nothing is budgeted in a quarter
    that is not named; what one quarter has left is not carried over to the next.
    """

    name: ClassVar[str] = "budget_overrun"
    rests_on: ClassVar[tuple[str, ...]] = (
        *DAY_TABLES,
        "refurbishments.cost_nok",
        "crews.*_per_day",
        "norms.move_nok_per_*",
    )
    unit: ClassVar[str] = "thousands"
    holds_for_fewer: ClassVar[bool] = True
    raw_per_unit: ClassVar[int] = 1000
    concerns_units: ClassVar[bool] = False
    budget: QuarterAmounts = Field(min_length=1)

    @field_validator("budget")
    @classmethod
    def _amounts(cls, words: tuple[str, ...]) -> tuple[str, ...]:
        quarter_amounts(words)
        return words

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        quarters: dict[str, list[int]] = {}
        for number, day in enumerate(given.programme.calendar.days):
            quarters.setdefault(quarter_of(day), []).append(number)
        costs: dict[str, list[Linear]] = {quarter: [] for quarter in quarters}
        for activity in given.programme.activities:
            if not activity.cost_nok and not activity.overtime_nok:
                continue
            end, booked, overtime = model.end(activity.id), [], Linear()
            if activity.overtime_nok:
                overtime = model.overtime(activity.id)
            for quarter, days in quarters.items():
                if days[-1] + 1 >= activity.earliest + activity.days:
                    here = model.whole(0, 1, f"{activity.id} in {quarter}")
                    model.always(end >= (days[0] + 1 if days[0] else 0), when=here)
                    model.always(end <= days[-1] + 1, when=here)
                    costs[quarter].append(here * activity.cost_nok)
                    booked.append(here)
                    if not overtime.never:
                        dearer = model.whole(0, 1, f"{activity.id} on overtime in {quarter}")
                        model.always(dearer >= here, when=overtime)
                        costs[quarter].append(dearer * activity.overtime_nok)
            model.always(total(booked) >= model.takes_place(activity.id))
        budget = quarter_amounts(self.budget)
        most = sum(a.cost_nok + a.overtime_nok for a in given.programme.activities)
        for quarter, parts in costs.items():
            over = model.whole(0, most, f"beyond the budget of {quarter}")
            model.always(over >= total(parts) - 1000 * budget.get(quarter, 0))
            model.charge(over)

    def measure(self, given: PlanGiven, plan: Plan) -> int:
        spent: Counter[str] = Counter()
        for activity in given.programme.activities:
            step = plan.steps.get(activity.id)
            if step:
                price = activity.cost_nok + (activity.overtime_nok if step.overtime else 0)
                last = given.programme.calendar.days[max(0, step.end - 1)]
                spent[f"{last.year}-Q{1 + (last.month - 1) // 3}"] += price
        budget = quarter_amounts(self.budget)
        return sum(max(0, cost - budget.get(quarter, 0) * 1000) for quarter, cost in spent.items())
