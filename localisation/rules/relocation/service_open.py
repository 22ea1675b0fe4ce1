"""A unit is not closed for long while it moves."""

from typing import ClassVar

from pydantic import Field

from localisation.domain.assessment import Breach
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import PlanGiven
from localisation.rules.day_tables import DAY_TABLES
from localisation.rules.linear import total
from localisation.rules.relocation.base import RelocationModel, RelocationRequirement


class ServiceOpen(RelocationRequirement):
    """No part of the selected units is closed for more than so many working days because it moves.

    about: (unit, building), the building it goes to. A part is closed from the day its carrying starts until it is at
    work where it comes; a way through transit premises closes it twice, and both count.
    """

    name: ClassVar[str] = "service_open"
    rests_on: ClassVar[tuple[str, ...]] = DAY_TABLES
    speaks_of: ClassVar[tuple[str, ...]] = ("unit", "building")
    holds_for_fewer: ClassVar[bool] = True
    at_most_days: int = Field(ge=0)

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        for move in given.moves:
            for route in move.routes:
                closed = total(model.end(leg.ready) - model.start(leg.move) for leg in route.legs)
                about = (move.unit, move.destination)
                model.require(closed <= self.at_most_days, about=about, when=model.goes(move.id, route.via))

    def check(self, given: PlanGiven, plan: Plan) -> list[Breach]:
        longest: dict[tuple[str, str], int] = {}
        for move in given.moves:
            closed = 0
            for leg in plan.legs(given.programme):
                if leg.move_id == move.id:
                    closed += len(range(plan.steps[leg.move].start, plan.steps[leg.ready].end))
            if closed > self.at_most_days:
                about = (move.unit, move.destination)
                longest[about] = max(closed, longest.get(about, 0))
        return [Breach(about=about, holes={"count": closed}) for about, closed in longest.items()]
