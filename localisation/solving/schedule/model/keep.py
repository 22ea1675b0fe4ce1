"""What is done or under way stays as it was when the plan is made anew."""

from localisation.domain.relocation.changes import Changes
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import Programme
from localisation.solving.schedule.model.model import ScheduleModel


def keep(schedule: ScheduleModel, changes: Changes | None) -> None:
    """Hold the start, the hands and the way of every kept activity as adopted; its end follows from its duration."""
    if changes is None or changes.adopted is None:
        return
    programme, adopted = schedule.programme, changes.adopted
    for activity in sorted(changes.kept):
        step = adopted.steps.get(activity)
        if step is None or activity not in programme.activity:
            continue
        schedule.always(schedule.start(activity).equals(step.start))
        schedule.always(schedule.overtime(activity).equals(int(step.overtime)))
        leg = programme.leg.get(programme.activity[activity].leg)
        if leg is not None:
            way = schedule.goes(leg.move_id, adopted.via.get(leg.move_id, ""))
            schedule.always(way.equals(1))
            for variable in way.terms:  # so that the serial scheme begins with it
                schedule.network.variables[variable].low = 1


def keeps(programme: Programme, plan: Plan, changes: Changes | None) -> bool:
    """Whether a plan leaves every kept activity's start, hands and way as adopted; read from the plan alone."""
    if changes is None or changes.adopted is None:
        return True
    for activity in changes.kept & programme.activity.keys() & changes.adopted.steps.keys():
        before, now = changes.adopted.steps[activity], plan.steps.get(activity)
        if now is None or (now.start, now.overtime) != (before.start, before.overtime):
            return False
    return True
