"""The date a timetable is made for."""

from collections.abc import Mapping
from datetime import date

from localisation.reading.problems import Place, Problems

_BUSY_PERCENT = 90
_NAMED = 6


def service_date(runs: Mapping[date, int], wanted: date | None, at: Place, problems: Problems) -> date | None:
    """The wanted date, or else the busiest ordinary weekday, which is told; None when there is no such service.

    `runs` is how many trips run on each date with any. The busiest ordinary weekday is the first date from Monday to
    Friday with the trips that nine of ten such dates do not exceed: a single day with extra trips is not ordinary.
    """
    if not runs:
        problems.error("transit_feed.no_service_at_all", at)
        return None
    if wanted is not None:
        if wanted not in runs:
            near = sorted(sorted(runs, key=lambda day: abs((day - wanted).days))[:_NAMED])
            problems.error(
                "transit_feed.no_service", at, date=wanted, begins=min(runs), ends=max(runs), near=tuple(near)
            )
            return None
        return wanted
    weekdays = {day: count for day, count in runs.items() if day.weekday() < 5}
    if not weekdays:
        chosen = min(runs, key=lambda day: (-runs[day], day))
        problems.warning("transit_feed.no_weekday", at, date=chosen, trips=runs[chosen])
        return chosen
    counts = sorted(weekdays.values())
    busy = counts[-(-_BUSY_PERCENT * len(counts) // 100) - 1]
    chosen = min(day for day, count in weekdays.items() if count == busy)
    problems.note("transit_feed.date_chosen", at, date=chosen, trips=busy, days=len(weekdays))
    return chosen
