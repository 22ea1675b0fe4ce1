"""What of a plan is finished or under way on a day, when some of it is late."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from localisation.domain.relocation.plan import Plan, Step
from localisation.domain.relocation.programme import Activity, Programme
from localisation.solving.schedule.worked_days import worked_days


@dataclass(frozen=True, slots=True, kw_only=True)
class Delayed:
    """Activity -> how many more working days it takes."""

    longer: Mapping[str, int] = field(default_factory=dict)


class Broken(Exception):
    """An activity under way that must not be interrupted cannot go on for so long, as a crew is off."""

    def __init__(self, activity: str, days: int) -> None:
        self.activity, self.days = activity, days
        super().__init__(activity)


def under_way(programme: Programme, plan: Plan, today: int, done: frozenset[str], delayed: Delayed) -> dict[str, Step]:
    """Steps of what had begun before `today`, with their new ends; `done` are finished whatever the plan says.

    What was to begin after something that turns out to be late has not begun: what comes `after` it, and who was to
    move into a building when its works were finished. Raises `Broken`.
    """
    kept: dict[str, Step] = {}
    late_works = _late_works(programme, plan, delayed)
    for activity in sorted(plan.steps, key=lambda a: (plan.steps[a].start, plan.steps[a].end, a)):
        known, old = programme.activity[activity], plan.steps[activity]
        if activity in done or old.start >= today:
            continue
        before = [b for b in known.after if b in plan.steps and b not in done]
        if any(b not in kept or kept[b].end > old.start for b in before):
            continue
        if any(_waited_for(programme, known, work, ended, now, old) for work, ended, now in late_works):
            continue
        more = delayed.longer.get(activity, 0)
        kept[activity] = _longer(programme, known, old, more) if more else old
    return kept


def _longer(programme: Programme, known: Activity, old: Step, more: int) -> Step:
    start, end = worked_days(programme.calendar, known).earliest(old.start, known.days + more)
    if start != old.start:
        raise Broken(known.id, known.days + more)
    return Step(start=start, end=end, overtime=old.overtime)


def _late_works(programme: Programme, plan: Plan, delayed: Delayed) -> list[tuple[Activity, int, int]]:
    """Works that take longer: when they were to end, and when they do."""
    found = []
    for work in programme.works:
        if work.id in plan.steps and work.id in delayed.longer:
            old = plan.steps[work.id]
            _, end = worked_days(programme.calendar, work).earliest(old.start, work.days + delayed.longer[work.id])
            found.append((work, old.end, end))
    return found


def _waited_for(programme: Programme, known: Activity, work: Activity, ended: int, now: int, old: Step) -> bool:
    """Whether an activity of moving in was planned after works that are not finished on its day."""
    leg = programme.leg.get(known.leg)
    entering = leg is not None and leg.destination == work.building and known.id in (leg.move, leg.it, leg.clean)
    return entering and ended <= old.start < now
