"""Not too many on the move at once."""

from collections import Counter
from typing import ClassVar

from pydantic import Field

from localisation.domain.assessment import Breach
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import PlanGiven
from localisation.rules.day_tables import DAY_TABLES
from localisation.rules.relocation.base import Block, RelocationModel, RelocationRequirement


class PeoplePerDay(RelocationRequirement):
    """On no day do more than so many of the selected units' staff move out of or into a building.

    about: (building,). Those of a move that takes several days are spread evenly over them, rounded up each day.
    """

    name: ClassVar[str] = "people_per_day"
    rests_on: ClassVar[tuple[str, ...]] = DAY_TABLES
    speaks_of: ClassVar[tuple[str, ...]] = ("building",)
    holds_for_fewer: ClassVar[bool] = True
    at_most: int = Field(ge=0)

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        blocks: dict[str, list[Block]] = {}
        for move in given.moves:
            for leg in (leg for route in move.routes for leg in route.legs):
                block = Block(
                    start=model.start(leg.move),
                    end=model.end(leg.move),
                    demand=-(-leg.staff // max(1, given.programme.activity[leg.move].days)),
                    when=model.takes_place(leg.move),
                )
                for building in (leg.origin, leg.destination):
                    blocks.setdefault(building, []).append(block)
        for building, there in blocks.items():
            model.at_once(there, self.at_most, about=(building,))

    def check(self, given: PlanGiven, plan: Plan) -> list[Breach]:
        people: Counter[tuple[str, int]] = Counter()
        selected, days = {u.id for u in given.units}, given.programme.calendar.days
        for leg in plan.legs(given.programme):
            if leg.unit in selected:
                step, length = plan.steps[leg.move], given.programme.activity[leg.move].days
                for day in range(step.start, step.end):
                    people[leg.origin, day] += (leg.staff + length - 1) // length
                    people[leg.destination, day] += (leg.staff + length - 1) // length
        most: dict[str, tuple[int, int]] = {}
        for (building, day), count in sorted(people.items()):
            if count > self.at_most and count > most.get(building, (0, 0))[0]:
                most[building] = (count, day)
        return [
            Breach(about=(building,), holes={"count": count, "day": days[day]})
            for building, (count, day) in most.items()
        ]
