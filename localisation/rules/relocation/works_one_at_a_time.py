"""A building is worked on in one place at a time."""

from itertools import combinations
from typing import ClassVar

from localisation.domain.assessment import Breach
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import PlanGiven
from localisation.rules.day_tables import DAY_TABLES
from localisation.rules.relocation.base import Block, RelocationModel, RelocationRequirement


class WorksOneAtATime(RelocationRequirement):
    """Works in the same building follow one another, in any order.

    about: (building,). A disjunctive resource (Carlier 1982): works that take no days are in nobody's way.
    """

    name: ClassVar[str] = "works_one_at_a_time"
    rests_on: ClassVar[tuple[str, ...]] = DAY_TABLES
    concerns_units: ClassVar[bool] = False
    speaks_of: ClassVar[tuple[str, ...]] = ("building",)
    holds_for_fewer: ClassVar[bool] = True

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        for building in dict.fromkeys(w.building for w in given.programme.works):
            blocks = [
                Block(start=model.start(w.id), end=model.end(w.id), demand=1)
                for w in given.programme.works
                if w.building == building and w.days
            ]
            if len(blocks) > 1:
                model.at_once(blocks, 1, about=(building,))

    def check(self, given: PlanGiven, plan: Plan) -> list[Breach]:
        days = given.programme.calendar.days
        both: dict[str, int] = {}
        for a, b in combinations(given.programme.works, 2):
            first, second = plan.steps[a.id], plan.steps[b.id]
            start = max(first.start, second.start)
            if a.building == b.building and start < min(first.end, second.end):
                both[a.building] = min(start, both.get(a.building, start))
        return [Breach(about=(building,), holes={"day": days[day]}) for building, day in both.items()]
