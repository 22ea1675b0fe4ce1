"""Nobody works in a building site."""

from typing import ClassVar

from localisation.domain.assessment import Breach
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import PlanGiven
from localisation.rules.day_tables import DAY_TABLES
from localisation.rules.linear import Linear
from localisation.rules.parameters import BuildingIds
from localisation.rules.relocation.base import Block, RelocationModel, RelocationRequirement
from localisation.rules.staying import staying


class NoStayDuringWorks(RelocationRequirement):
    """While works go on in a building, none of the selected units is there, not even to wait.

    about: (building,). Without `buildings` it speaks of all. To the solver those who leave do so before, and those
    who come after; who only waits there is away while works last; new posts are filled after them.
    """

    name: ClassVar[str] = "no_stay_during_works"
    rests_on: ClassVar[tuple[str, ...]] = DAY_TABLES
    speaks_of: ClassVar[tuple[str, ...]] = ("building",)
    holds_for_fewer: ClassVar[bool] = True
    buildings: BuildingIds = ()

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        selected = {u.id for u in given.units}
        for work in given.programme.works:
            if not work.days or (self.buildings and work.building not in self.buildings):
                continue
            start, end, about = model.start(work.id), model.end(work.id), (work.building,)
            for stay in given.programme.stays:
                if stay.building != work.building or stay.unit not in selected or stay.new:
                    continue
                own = staying(model, given, stay, demand=1)
                if stay.since and stay.until:
                    model.at_once([own, Block(start=start, end=end, demand=1)], 1, about=about)
                elif stay.since:
                    model.require(own.start >= end, about=about, when=own.when)
                elif stay.until:
                    model.require(start >= own.end, about=about, when=own.when)
                else:
                    model.require(Linear() >= 1, about=about)

    def check(self, given: PlanGiven, plan: Plan) -> list[Breach]:
        selected, days = {u.id for u in given.units}, given.programme.calendar.days
        there: dict[str, list[tuple[int, str]]] = {}
        for stay in plan.stays(given.programme):
            if stay.unit in selected and (not self.buildings or stay.building in self.buildings):
                present = set(range(*plan.presence(given.programme, stay)))
                for work in given.programme.works:
                    step = plan.steps[work.id]
                    if work.building == stay.building and (both := present & set(range(step.start, step.end))):
                        there.setdefault(stay.building, []).append((min(both), stay.unit))
        return [
            Breach(
                about=(building,),
                holes={"day": days[min(found)[0]], "in_units": frozenset(unit for _, unit in found)},
            )
            for building, found in there.items()
        ]
