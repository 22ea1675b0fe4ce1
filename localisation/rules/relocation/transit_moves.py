"""Units are not moved about needlessly."""

from typing import ClassVar

from pydantic import Field

from localisation.domain.assessment import Breach
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import PlanGiven
from localisation.rules.day_tables import DAY_TABLES
from localisation.rules.linear import total
from localisation.rules.relocation.base import RelocationModel, RelocationRequirement


class TransitMoves(RelocationRequirement):
    """Each of the selected units waits in transit premises at most so many times, all its moves counted together.

    about: (unit,).
    """

    name: ClassVar[str] = "transit_moves"
    rests_on: ClassVar[tuple[str, ...]] = (*DAY_TABLES, "swing_space.building")
    speaks_of: ClassVar[tuple[str, ...]] = ("unit",)
    holds_for_fewer: ClassVar[bool] = True
    at_most: int = Field(default=1, ge=0)

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        for unit in given.units:
            waits = [
                model.goes(move.id, route.via) * (len(route.legs) - 1)
                for move in given.moves
                if move.unit == unit.id
                for route in move.routes
            ]
            model.require(total(waits) <= self.at_most, about=(unit.id,))

    def check(self, given: PlanGiven, plan: Plan) -> list[Breach]:
        waits = [s.unit for s in plan.stays(given.programme) if s.waiting]
        return [
            Breach(about=(u.id,), holes={"count": waits.count(u.id)})
            for u in given.units
            if waits.count(u.id) > self.at_most
        ]
