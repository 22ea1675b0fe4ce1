"""On which days an activity may start, and when it is then finished."""

from localisation.domain.relocation.calendar import Calendar
from localisation.domain.relocation.programme import Activity


def task_days(activity: Activity, calendar: Calendar) -> dict[int, int]:
    """First day -> the day after the last, for every start that the calendar and `earliest` allow.

    Nobody works on a day off of any of its crews: a `pausing` activity rests then (never on its first or last day),
    any other does not reach over one. An activity of no days may start on any day, also after the last.
    """
    horizon = len(calendar)
    if activity.days <= 0:
        return {day: day for day in range(activity.earliest, horizon + 1)}
    off = frozenset[int]().union(*(calendar.off.get(crew, frozenset()) for crew in activity.demands))
    working = [day for day in range(horizon) if day not in off]
    ends = {}
    for number in range(len(working) - activity.days + 1):
        first, last = working[number], working[number + activity.days - 1]
        if first >= activity.earliest and (activity.pausing or last - first == activity.days - 1):
            ends[first] = last + 1
    return ends
