"""What is done or under way stays as it was when the plan is made anew."""

from localisation.domain.relocation.changes import Changes
from localisation.rules.linear import Linear
from localisation.solving.schedule.model import ScheduleModel


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
            via = adopted.via.get(leg.move_id, "")
            schedule.always((schedule.goes(leg.move_id, via) - Linear(constant=1)).equals(0))
