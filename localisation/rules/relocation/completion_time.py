"""How long until all is done."""

from typing import ClassVar

from localisation.domain.relocation.logistics import ActivityKind
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import Activity, PlanGiven
from localisation.rules.day_tables import DAY_TABLES
from localisation.rules.relocation.base import RelocationMeasure, RelocationModel


class CompletionTime(RelocationMeasure):
    """Working days from the first day of the plan until the last of the selected units is at work in its new place.

    Tasks of a programme that speaks of no moves count as well, unless they belong to other units; with them alone it
    is the makespan (Pritsker, Watters & Wolfe 1969).
    """

    name: ClassVar[str] = "completion_time"
    rests_on: ClassVar[tuple[str, ...]] = DAY_TABLES
    unit: ClassVar[str] = "working_days"
    holds_for_fewer: ClassVar[bool] = True

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        last = model.whole(0, len(given.programme.calendar), "completion")
        tasks = [a for a in given.programme.activities if self._is_ours(given, a)]
        followed = {before for task in tasks for before in task.after}
        for task in tasks:
            if task.id not in followed:
                model.always(last >= model.end(task.id), when=model.takes_place(task.id))
        for move in given.moves:
            for route in move.routes:
                model.always(last >= model.end(route.legs[-1].ready), when=model.goes(move.id, route.via))
        model.charge(last)

    def measure(self, given: PlanGiven, plan: Plan) -> int:
        selected = {u.id for u in given.units}
        ends = [plan.steps[leg.ready].end for leg in plan.legs(given.programme) if leg.unit in selected]
        for activity in given.programme.activities:
            if self._is_ours(given, activity) and activity.id in plan.steps:
                ends.append(plan.steps[activity.id].end)
        return max(ends, default=0)

    def _is_ours(self, given: PlanGiven, activity: Activity) -> bool:
        theirs = not activity.unit or any(u.id == activity.unit for u in given.units)
        return activity.kind is ActivityKind.TASK and theirs
