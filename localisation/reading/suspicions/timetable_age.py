"""A timetable of another time than the scenario's."""

from collections.abc import Iterator
from dataclasses import replace

from localisation.domain.errors import Problem
from localisation.domain.instance import Instance
from localisation.domain.travel import Mode
from localisation.reading.suspicions.where import Where

LONG_YEARS = 2
"""Lines and departures change every year; after so many, a timetable says little."""
DAYS_A_YEAR = 365.25


def timetable_age(instance: Instance, where: Where) -> Iterator[Problem]:
    """The day of the timetable against the day the scenario starts, earlier or later."""
    day, start = instance.timetable_day, instance.scenario.start
    if day is None or abs((start - day).days) <= LONG_YEARS * DAYS_A_YEAR:
        return
    years = round(abs((start - day).days) / DAYS_A_YEAR)
    told = where.warning("travel.timetable_of_another_time", "transit_lines", day=day, start=start, years=years)
    yield replace(told, file=instance.read_from.get(Mode.TRANSIT, ""), sheet="")
