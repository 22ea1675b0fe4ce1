"""How far something is on the day a plan is made anew."""

from localisation.domain.relocation.programme import Activity
from localisation.exporting.plan.finished_plan import FinishedPlan


def worked_so_far(run: FinishedPlan, activity: Activity) -> int:
    """Working days of it before today, its crews' days off not counted; 0 for what is not begun, or in a first plan."""
    changes, calendar = run.result.changes, run.result.programme.calendar
    if changes is None or run.today is None or activity.id not in changes.kept:
        return 0
    step = run.result.plan.steps[activity.id]
    off = calendar.off_of(activity.demands)
    worked = sum(day not in off for day in range(step.start, min(step.end, calendar.index(run.today))))
    return min(worked, activity.days)
