"""Steps that the goal says nothing of are put back where they were."""

from collections.abc import Iterator

from localisation.domain.instance import Instance
from localisation.domain.relocation.plan import Plan, Step
from localisation.domain.relocation.result import PlanResult
from localisation.solving.schedule.finishing.tried_together import TriedTogether, Wishes
from localisation.solving.schedule.worked_days import worked_days


def restored(instance: Instance, result: PlanResult, old: Plan) -> PlanResult:
    """The same plan with as many steps as in the old one as can be, musts and goal values being no worse.

    A step of a move that is carried on another day is put as far from that day as it was. What is done or under way is
    not touched: that it was done on another day than planned is the news.
    """
    tried = TriedTogether(instance, result)
    tried.all_of(list(_by_leg(result, old)))
    return tried.result


def _by_leg(result: PlanResult, old: Plan) -> Iterator[Wishes]:
    """Where steps are wanted that are elsewhere; those of a leg go together."""
    groups: dict[str, dict[str, Step]] = {}
    kept = result.changes.kept if result.changes else frozenset()
    for activity, step in result.plan.steps.items():
        if activity in kept:
            continue
        wanted = _wanted(result, old, activity)
        if wanted is not None and wanted != step:
            groups.setdefault(result.programme.activity[activity].leg or activity, {})[activity] = wanted
    yield from groups.values()


def _wanted(result: PlanResult, old: Plan, activity: str) -> Step | None:
    """Where the step would best be: as adopted, or as far from its move's carrying as adopted; None when it is new."""
    before, programme, plan = old.steps.get(activity), result.programme, result.plan
    if before is None:
        return None
    known = programme.activity[activity]
    leg = programme.leg.get(known.leg)
    shift = plan.steps[leg.move].start - old.steps[leg.move].start if leg is not None and leg.move in old.steps else 0
    day = max(0, before.start + shift, known.earliest)
    start, end = worked_days(programme.calendar, known).earliest(day, known.days)
    if end > len(programme.calendar):
        return None
    return Step(start=start, end=end, overtime=plan.steps[activity].overtime)
