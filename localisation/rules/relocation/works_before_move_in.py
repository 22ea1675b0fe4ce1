"""Building works are done before anyone moves in."""

from typing import ClassVar

from localisation.domain.assessment import Breach
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import PlanGiven
from localisation.rules.day_tables import DAY_TABLES
from localisation.rules.relocation.base import RelocationModel, RelocationRequirement


class WorksBeforeMoveIn(RelocationRequirement):
    """Nobody of the selected units moves into a building, even to wait there, before all works in it are finished.

    about: (unit, building). An activity that must come after another: a precedence of the resource-constrained
    project scheduling problem (Pritsker, Watters & Wolfe 1969; Brucker et al. 1999).
    """

    name: ClassVar[str] = "works_before_move_in"
    rests_on: ClassVar[tuple[str, ...]] = DAY_TABLES
    speaks_of: ClassVar[tuple[str, ...]] = ("unit", "building")
    holds_for_fewer: ClassVar[bool] = True

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        for move in given.moves:
            for leg in (leg for route in move.routes for leg in route.legs):
                for work in given.programme.works:
                    if work.building == leg.destination:
                        model.require(
                            model.start(leg.move) >= model.end(work.id),
                            about=(leg.unit, leg.destination),
                            when=model.takes_place(leg.move),
                        )

    def check(self, given: PlanGiven, plan: Plan) -> list[Breach]:
        selected, calendar = {u.id for u in given.units}, given.programme.calendar
        ready: dict[str, int] = {}
        for work in given.programme.works:
            ready[work.building] = max(ready.get(work.building, 0), plan.steps[work.id].end)
        found: dict[tuple[str, str], int] = {}
        for leg in plan.legs(given.programme):
            arrives = plan.steps[leg.move].start
            if leg.unit in selected and arrives < ready.get(leg.destination, 0):
                about = (leg.unit, leg.destination)
                found[about] = min(arrives, found.get(about, arrives))
        return [
            Breach(
                about=(unit, building),
                holes={"day": calendar.days[arrives], "finished": calendar.days[ready[building] - 1]},
            )
            for (unit, building), arrives in found.items()
        ]
