"""A plan held against its programme and its criteria in plain Python, day by day, without model or solver."""

from collections.abc import Iterator

from localisation.domain.assessment import Assessment, Breach
from localisation.domain.instance import Instance
from localisation.domain.relocation.plan import Plan, Step
from localisation.domain.relocation.programme import Activity, Programme
from localisation.rules.goal import relocation_levels
from localisation.rules.relocation.base import RelocationRequirement
from localisation.rules.statement import RelocationStatement, relocation_statements
from localisation.solving.verify import assessment_of, criterion_result


def assess_plan(instance: Instance, programme: Programme, plan: Plan) -> Assessment:
    """Every criterion's breaches or amount, the goal, and any fault of the plan itself.

    When the plan is not whole, no criterion is measured.
    """
    faults = tuple(structural_plan_faults(programme, plan))
    if faults:
        return Assessment(results=(), goal=(), points=0.0, structural=faults)
    stated = relocation_statements(instance, programme)
    results = {s.criterion.id: criterion_result(s.criterion, s.rule, *measured(s, plan)) for s in stated}
    return assessment_of(stated, results, relocation_levels(instance))


def measured(statement: RelocationStatement, plan: Plan) -> tuple[int, tuple[Breach, ...]]:
    """What the rule's own check or measure says: the amount in raw units (of breaches, for a requirement)."""
    if isinstance(statement.rule, RelocationRequirement):
        breaches = tuple(statement.rule.check(statement.given, plan))
        return len(breaches), breaches
    return statement.rule.measure(statement.given, plan), ()


def structural_plan_faults(programme: Programme, plan: Plan) -> Iterator[Breach]:
    """What makes a plan no plan: `about` is (kind of fault, activity or move, ...).

    unknown · no_route · missing · extra · outside (the calendar, or must begin after its end) · too_early · too_long or
    too_short (days worked) · crew_off (works while its crew is off) · before (the activity it must come after) ·
    no_overtime (hands, or none to do it) · idle_run (a vehicle for a carrying that does not take place).
    """
    unknown = [i for i in plan.via if i not in programme.move]
    unknown += [i for i in plan.steps if i not in programme.activity]
    unknown += [i for i in plan.runs if i not in programme.leg]
    yield from (Breach(about=("unknown", i)) for i in unknown)
    lost = [m.id for m in programme.moves if plan.route(programme, m.id) is None]
    yield from (Breach(about=("no_route", i, plan.via[i])) for i in lost)
    if unknown or lost:
        return
    legs = {leg.id for leg in plan.legs(programme)}
    yield from (Breach(about=("idle_run", programme.leg[i].move)) for i in plan.runs if i not in legs)
    for activity in programme.activities:
        step = plan.steps.get(activity.id)
        wanted = not activity.leg or activity.leg in legs
        if wanted and step is None:
            yield Breach(about=("missing", activity.id))
        elif step is not None and not wanted:
            yield Breach(about=("extra", activity.id))
        elif step is not None:
            yield from _step_faults(programme, plan, activity, step)


def _step_faults(programme: Programme, plan: Plan, activity: Activity, step: Step) -> Iterator[Breach]:
    calendar = programme.calendar
    if not 0 <= step.start <= step.end <= len(calendar):
        yield Breach(about=("outside", activity.id))
        return
    if step.start < activity.earliest and activity.earliest >= len(calendar):
        yield Breach(about=("outside", activity.id))
        return
    if step.start < activity.earliest:
        yield Breach(about=("too_early", activity.id), holes={"earliest": calendar.days[activity.earliest]})
    off = calendar.off_of(activity.demands)
    rests = [day for day in range(step.start, step.end) if day in off]
    worked = step.end - step.start - (len(rests) if activity.pausing else 0)
    if worked != activity.days:
        kind = "too_short" if worked < activity.days else "too_long"
        yield Breach(about=(kind, activity.id), holes={"worked": worked, "days": activity.days})
    ends = {step.start, step.end - 1} if activity.days else set()
    wrong = [day for day in rests if not activity.pausing or day in ends]
    if wrong:
        yield Breach(about=("crew_off", activity.id), holes={"day": calendar.days[wrong[0]]})
    for other in activity.after:
        before = plan.steps.get(other)
        if before is not None and before.end > step.start:
            yield Breach(about=("before", activity.id, other))
    crews = {c.id: c for c in programme.crews}
    enough = [crews[c].overtime_size >= n for c, n in activity.demands.items() if c in crews]
    if step.overtime and not (enough and all(enough)):
        yield Breach(about=("no_overtime", activity.id))
