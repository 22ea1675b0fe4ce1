"""A timetable of another time than the scenario's."""

from collections.abc import Iterator

from localisation.domain.errors import Problem
from localisation.domain.instance import Instance
from localisation.domain.travel import Mode
from localisation.reading.suspicions.where import Where

LONG_YEARS = 3
"""Lines and departures change every year; after so many, a timetable says little."""
DAYS_A_YEAR = 365.25


def timetable_age(instance: Instance, where: Where) -> Iterator[Problem]:
    """The day of the timetable against the day the scenario starts, earlier or later."""
    day, start = instance.timetable_day, instance.scenario.start
    if day is None or abs((start - day).days) <= LONG_YEARS * DAYS_A_YEAR:
        return
    years = abs((start - day).days) / DAYS_A_YEAR
    holes = {"day": day, "start": start, "years": round(years)}
    file = instance.read_from.get(Mode.TRANSIT, "")
    yield Problem(code="travel.timetable_of_another_time", severity="warning", file=file, holes=holes)
