"""Units are left alone until a day."""

from datetime import date
from typing import ClassVar

from localisation.domain.assessment import Breach
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import PlanGiven
from localisation.rules.day_tables import DAY_TABLES
from localisation.rules.parameters import Day
from localisation.rules.relocation.base import RelocationModel, RelocationRequirement


class NotBefore(RelocationRequirement):
    """Nobody of the selected units leaves before a day.

    about: (unit,). It speaks of the day the carrying starts; packing may begin earlier.
    """

    name: ClassVar[str] = "not_before"
    rests_on: ClassVar[tuple[str, ...]] = DAY_TABLES
    speaks_of: ClassVar[tuple[str, ...]] = ("unit",)
    holds_for_fewer: ClassVar[bool] = True
    day: Day

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        first = given.index(self.day)
        for move in given.moves:
            for route in move.routes:
                goes = model.goes(move.id, route.via)
                for leg in route.legs:
                    model.require(model.start(leg.move) >= first, about=(move.unit,), when=goes)

    def check(self, given: PlanGiven, plan: Plan) -> list[Breach]:
        leaves: dict[str, date] = {}
        for leg in plan.legs(given.programme):
            day = given.programme.calendar.days[plan.steps[leg.move].start]
            leaves[leg.unit] = min(day, leaves.get(leg.unit, day))
        return [
            Breach(about=(unit.id,), holes={"leaves": leaves[unit.id]})
            for unit in given.units
            if unit.id in leaves and leaves[unit.id] < self.day
        ]
