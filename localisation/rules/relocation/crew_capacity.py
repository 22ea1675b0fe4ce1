"""No crew has more to do than it has hands."""

from collections import Counter
from typing import ClassVar

from localisation.domain.assessment import Breach
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import PlanGiven
from localisation.rules.day_tables import DAY_TABLES
from localisation.rules.parameters import CrewIds
from localisation.rules.relocation.base import Block, RelocationModel, RelocationRequirement


class CrewCapacity(RelocationRequirement):
    """On every day the activities take no more of a crew than its hands; those on overtime, than its overtime hands.

    about: (crew,). An activity holds its hands from its first to its last day, also while it rests. A crew that is
    asked for and not known has no hands. Without `crews` it speaks of all. The cumulative constraint (Aggoun &
    Beldiceanu 1993), on the renewable resources of Pritsker, Watters & Wolfe (1969).
    """

    name: ClassVar[str] = "crew_capacity"
    rests_on: ClassVar[tuple[str, ...]] = (*DAY_TABLES, "crews.size", "crews.overtime_size")
    concerns_units: ClassVar[bool] = False
    speaks_of: ClassVar[tuple[str, ...]] = ("crew",)
    holds_for_fewer: ClassVar[bool] = True
    crews: CrewIds = ()

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        sizes = {c.id: (c.size, c.overtime_size) for c in given.programme.crews}
        for crew in self._wanted(given):
            ordinary, extra = [], []
            for activity in given.programme.activities:
                demand = activity.demands.get(crew, 0)
                if not demand:
                    continue
                start, end = model.start(activity.id), model.end(activity.id)
                there, overtime = model.takes_place(activity.id), model.overtime(activity.id)
                if overtime.never:
                    ordinary.append(Block(start=start, end=end, demand=demand, when=there))
                    continue
                ordinary.append(Block(start=start, end=end, demand=demand, when=there - overtime))
                extra.append(Block(start=start, end=end, demand=demand, when=overtime))
            size, overtime_size = sizes.get(crew, (0, 0))
            for blocks, at_most in ((ordinary, size), (extra, overtime_size)):
                if blocks:
                    model.at_once(blocks, at_most, about=(crew,))

    def check(self, given: PlanGiven, plan: Plan) -> list[Breach]:
        sizes = {(c.id, extra): c.overtime_size if extra else c.size for c in given.programme.crews for extra in (0, 1)}
        wanted, days = set(self._wanted(given)), given.programme.calendar.days
        busy: Counter[tuple[str, int, int]] = Counter()
        for activity in given.programme.activities:
            step = plan.steps.get(activity.id)
            for crew, hands in activity.demands.items():
                if step and crew in wanted:
                    busy.update({(crew, int(step.overtime), day): hands for day in range(step.start, step.end)})
        worst: dict[str, tuple[int, int, int]] = {}
        for (crew, extra, day), hands in sorted(busy.items()):
            size = sizes.get((crew, extra), 0)
            if hands > size and (crew not in worst or hands - size > worst[crew][1] - worst[crew][2]):
                worst[crew] = (day, hands, size)
        return [
            Breach(about=(crew,), holes={"day": days[day], "need": hands, "size": size})
            for crew, (day, hands, size) in worst.items()
        ]

    def _wanted(self, given: PlanGiven) -> tuple[str, ...]:
        if self.crews:
            return tuple(dict.fromkeys(self.crews))
        asked = (crew for a in given.programme.activities for crew in a.demands)
        return tuple(dict.fromkeys([*(c.id for c in given.programme.crews), *asked]))
