"""From the day indexes of a plan to dates."""

from datetime import date, timedelta

from localisation.domain.relocation.calendar import Calendar
from localisation.domain.relocation.plan import Step


def date_at(calendar: Calendar, index: int) -> date:
    """The date of a working day; the day after the last for the end of the axis and beyond."""
    return calendar.days[index] if index < len(calendar) else calendar.days[-1] + timedelta(days=1)


def step_dates(calendar: Calendar, step: Step) -> tuple[date, date]:
    """First and last date of a step; the same date twice for one that takes no time."""
    return date_at(calendar, step.start), date_at(calendar, max(step.start, step.end - 1))
