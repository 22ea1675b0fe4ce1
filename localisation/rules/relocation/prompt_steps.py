"""The steps of a move follow each other."""

from typing import ClassVar

from pydantic import Field

from localisation.domain.assessment import Breach
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import PlanGiven
from localisation.rules.day_tables import DAY_TABLES
from localisation.rules.relocation.base import RelocationModel, RelocationRequirement


class PromptSteps(RelocationRequirement):
    """Within so many working days packing is followed by the carrying, and that by connecting and by clearing.

    about: (unit, building), the building it goes to. Whoever is packed cannot work, and whoever is not connected cannot
    either; rooms that are not cleared stand empty. Each leg of a way through transit premises counts by itself. Maximal
    time lags (Bartusch, Möhring & Radermacher 1988).
    """

    name: ClassVar[str] = "prompt_steps"
    rests_on: ClassVar[tuple[str, ...]] = DAY_TABLES
    speaks_of: ClassVar[tuple[str, ...]] = ("unit", "building")
    holds_for_fewer: ClassVar[bool] = True
    pack_days: int = Field(default=2, ge=0)
    it_days: int = Field(default=2, ge=0)
    clean_days: int = Field(default=10, ge=0)

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        for move in given.moves:
            about = (move.unit, move.destination)
            for route in move.routes:
                goes = model.goes(move.id, route.via)
                for leg in route.legs:
                    if leg.pack:
                        waits = model.start(leg.move) - model.end(leg.pack)
                        model.require(waits <= self.pack_days, about=about, when=goes)
                    for step, most in ((leg.it, self.it_days), (leg.clean, self.clean_days)):
                        if step:
                            waits = model.start(step) - model.end(leg.move)
                            model.require(waits <= most, about=about, when=goes)

    def check(self, given: PlanGiven, plan: Plan) -> list[Breach]:
        longest: dict[tuple[str, str], int] = {}
        units = {unit.id for unit in given.units}
        for leg in plan.legs(given.programme):
            if leg.unit not in units:
                continue
            about = (leg.unit, given.programme.move[leg.move_id].destination)
            carried = plan.steps[leg.move]
            gaps = [(carried.start - plan.steps[leg.pack].end, self.pack_days)] if leg.pack else []
            gaps += [(plan.steps[leg.it].start - carried.end, self.it_days)] if leg.it else []
            gaps += [(plan.steps[leg.clean].start - carried.end, self.clean_days)] if leg.clean else []
            for gap, most in gaps:
                if gap > most:
                    longest[about] = max(gap, longest.get(about, 0))
        return [Breach(about=about, holes={"count": count}) for about, count in longest.items()]
