"""What is done or under way, and yet cannot have been carried out as it is said to."""

from collections.abc import Iterator

from localisation.domain.relocation.changes import Changes
from localisation.domain.relocation.programme import Programme
from localisation.solving.schedule.diagnosis.diagnosis import PlanFault
from localisation.solving.schedule.model.start_days import start_days


def kept_faults(programme: Programme, changes: Changes | None) -> Iterator[PlanFault]:
    """Kept activities that cannot begin on the day they did, or that began before what they come after was finished.

    Durations, days off and first days are the programme's, which may be others than when the plan was made.
    """
    if changes is None or changes.adopted is None:
        return
    began = {a: changes.adopted.steps[a].start for a in changes.kept & changes.adopted.steps.keys()}
    kept = sorted(began.keys() & programme.activity.keys(), key=lambda a: (began[a], a))
    possible = {a: start_days(programme.activity[a], programme.calendar) for a in kept}
    ends = {a: dict(zip(possible[a].starts, possible[a].ends, strict=True)).get(began[a]) for a in kept}
    for activity in kept:
        holes: dict[str, object] = {"day": programme.calendar.days[began[activity]]}
        if ends[activity] is None:
            yield PlanFault(code="kept", activities=(activity,), holes=holes)
        for other in programme.activity[activity].after:
            if (ends.get(other) or 0) > began[activity]:
                yield PlanFault(code="kept_before", activities=(other, activity), holes=holes)
