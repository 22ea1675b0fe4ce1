"""When what is finished before its day may have been done."""

from collections.abc import Iterable

from localisation.domain.relocation.plan import Plan, Step
from localisation.domain.relocation.programme import Programme
from localisation.solving.schedule.worked_days import worked_days


class NotThatEarly(Exception):
    """An activity cannot have been carried out between the first day of the plan and the day it is said to be done."""

    def __init__(self, activity: str) -> None:
        self.activity = activity
        super().__init__(activity)


def done_early(programme: Programme, plan: Plan, today: int, finished: Iterable[str]) -> dict[str, Step]:
    """Steps of all that is said to be done, with what must have come before; as planned where that ends by `today`.

    What had begun by the plan ended yesterday, so it took fewer days. What had not was done at the last moment
    possible. Raises `NotThatEarly`.
    """
    wanted: dict[str, None] = {}
    stack = [a for a in finished if a in plan.steps]
    while stack:
        activity = stack.pop()
        wanted.setdefault(activity, None)
        stack += [b for b in programme.activity[activity].after if b in plan.steps and b not in wanted]
    steps: dict[str, Step] = {}
    for activity in sorted(wanted, key=lambda a: (-plan.steps[a].end, -plan.steps[a].start, a)):
        old = plan.steps[activity]
        following = (s.start for a, s in steps.items() if activity in programme.activity[a].after)
        end = min([today, *following])
        steps[activity] = old if old.end <= end else _before(programme, activity, old, end)
    return steps


def _before(programme: Programme, activity: str, old: Step, end: int) -> Step:
    known = programme.activity[activity]
    axis = worked_days(programme.calendar, known)
    if old.start < end:
        worked = [day for day in range(old.start, end) if day not in axis.off or not known.pausing]
        if worked and worked[-1] not in axis.off:
            return Step(start=old.start, end=worked[-1] + 1, overtime=old.overtime)
    found = axis.latest(end, known.days)
    if found is None:
        raise NotThatEarly(activity)
    return Step(start=found[0], end=found[1], overtime=old.overtime)
