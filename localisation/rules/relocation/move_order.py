"""Some must be gone before others come."""

from datetime import date
from typing import ClassVar

from pydantic import Field

from localisation.domain.assessment import Breach
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import PlanGiven
from localisation.rules.day_tables import DAY_TABLES
from localisation.rules.latest import latest
from localisation.rules.linear import Linear
from localisation.rules.parameters import UnitSelectors
from localisation.rules.relocation.base import RelocationModel, RelocationRequirement


class MoveOrder(RelocationRequirement):
    """The selected units do not begin to move until others have moved, and left clean rooms, so many days ago.

    about: (unit, other). Days are working days between the last day of clearing after the others and the first day
    of carrying the unit; those who do not move wait for no one and hold no one up. A unit is never before itself. A
    precedence with a time lag (Bartusch, Möhring & Radermacher 1988).
    """

    name: ClassVar[str] = "move_order"
    rests_on: ClassVar[tuple[str, ...]] = DAY_TABLES
    speaks_of: ClassVar[tuple[str, ...]] = ("unit", "other")
    holds_for_fewer: ClassVar[bool] = True
    orders: ClassVar[bool] = True
    first: UnitSelectors = Field(min_length=1)
    gap_days: int = Field(default=0, ge=0)

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        cleared = {other: self._cleared(model, given, other) for other in self._others(given)}
        for move in given.moves:
            for route in move.routes:
                for other, end in cleared.items():
                    if other != move.unit:
                        model.require(
                            model.start(route.legs[0].move) >= end + self.gap_days,
                            about=(move.unit, other),
                            when=model.goes(move.id, route.via),
                        )

    def _cleared(self, model: RelocationModel, given: PlanGiven, other: str) -> Linear:
        ends: list[tuple[Linear, Linear]] = []
        for move in given.programme.moves:
            if move.unit == other:
                for route in move.routes:
                    ends += [(model.end(leg.cleared), model.goes(move.id, route.via)) for leg in route.legs]
        return latest(model, ends, len(given.programme.calendar), f"cleared {other}")

    def check(self, given: PlanGiven, plan: Plan) -> list[Breach]:
        starts: dict[str, int] = {}
        ends: dict[str, int] = {}
        for leg in plan.legs(given.programme):
            starts[leg.unit] = min(plan.steps[leg.move].start, starts.get(leg.unit, len(given.programme.calendar)))
            ends[leg.unit] = max(plan.steps[leg.cleared].end, ends.get(leg.unit, 0))
        days = given.programme.calendar.days

        def holes(unit: str, other: str) -> dict[str, date]:
            return {"day": days[starts[unit]], "cleared": days[max(0, ends[other] - 1)]}

        return [
            Breach(about=(unit.id, other), holes=holes(unit.id, other))
            for unit in given.units
            for other in self._others(given)
            if unit.id != other and unit.id in starts and starts[unit.id] - ends[other] < self.gap_days
        ]

    def _others(self, given: PlanGiven) -> tuple[str, ...]:
        moving = {m.unit for m in given.programme.moves}
        return tuple(u.id for u in given.inventory.select(self.first) if u.id in moving)
