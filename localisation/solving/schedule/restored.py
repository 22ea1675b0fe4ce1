"""Steps that the goal says nothing of are put back where they were."""

from collections.abc import Iterator
from dataclasses import replace

from localisation.domain.instance import Instance
from localisation.domain.relocation.plan import Plan, Step
from localisation.domain.relocation.result import PlanResult
from localisation.solving.schedule.verify import assess_plan
from localisation.solving.schedule.worked_days import worked_days


def restored(instance: Instance, result: PlanResult, old: Plan) -> PlanResult:
    """The same plan with every step as in the old one that can be so alone, musts and goal values being the same.

    A step of a move that is carried on another day is put as far from that day as it was.
    """
    plan, assessment = result.plan, result.assessment
    for activity in sorted(plan.steps, key=lambda a: (plan.steps[a].start, a)):
        for step in _wanted(result, plan, old, activity):
            if step == plan.steps[activity]:
                break
            tried = replace(plan, steps={**plan.steps, activity: step})
            found = assess_plan(instance, result.programme, tried)
            if found.valid and found.goal == assessment.goal:
                plan, assessment = tried, found
                break
    return replace(result, plan=plan, assessment=assessment)


def _wanted(result: PlanResult, plan: Plan, old: Plan, activity: str) -> Iterator[Step]:
    """Where the step would best be: as adopted, else as far from its move's carrying as adopted."""
    before, programme = old.steps.get(activity), result.programme
    if before is None:
        return
    known = programme.activity[activity]
    axis = worked_days(programme.calendar, known)
    leg = programme.leg.get(known.leg)
    shift = plan.steps[leg.move].start - old.steps[leg.move].start if leg is not None and leg.move in old.steps else 0
    for day in dict.fromkeys((before.start, before.start + shift)):
        start, end = axis.earliest(max(0, day), known.days)
        if end <= len(programme.calendar):
            yield Step(start=start, end=end, overtime=plan.steps[activity].overtime)
