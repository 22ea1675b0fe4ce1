"""Which date a timetable is made for when none is given."""

from datetime import date, timedelta

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from localisation.reading.problems import Place, Problems
from localisation.reading.transit.service_date import service_date
from localisation.reading.transit.services import Services
from localisation.reading.transit.tables import CALENDAR, CALENDAR_DATES, WEEKDAYS

MONDAY = date(2030, 3, 4)


def chosen(*trips: int) -> tuple[date | None, list[str]]:
    """The date chosen when so many trips run on the days from that Monday on."""
    problems = Problems()
    runs = {MONDAY + timedelta(days=i): count for i, count in enumerate(trips) if count}
    return service_date(runs, None, Place(), problems), [p.code for p in problems.remarks]


def test_the_busiest_weekday_is_chosen_and_told():
    assert chosen(100, 110, 110, 90, 80, 500, 400) == (MONDAY + timedelta(days=1), ["transit_feed.date_chosen"])


def test_a_single_day_with_extra_trips_is_not_ordinary():
    # Of ten weekdays the ninth in order is 110; the 300 of the festival is the tenth.
    week = (100, 110, 110, 90, 80, 0, 0)
    festival = (100, 110, 300, 90, 80)
    assert chosen(*week, *festival)[0] == MONDAY + timedelta(days=1)


def test_without_weekdays_the_busiest_day_is_chosen_with_a_warning():
    assert chosen(0, 0, 0, 0, 0, 20, 30) == (MONDAY + timedelta(days=6), ["transit_feed.no_weekday"])


DAYS = st.integers(0, 11).map(lambda days: f"{MONDAY + timedelta(days=days):%Y%m%d}")
ROW = st.tuples(st.tuples(*[st.integers(0, 1)] * 7), DAYS, DAYS)


@settings(max_examples=40, deadline=None)
@given(
    rows=st.dictionaries(st.sampled_from("abc"), ROW, max_size=3),
    exceptions=st.dictionaries(st.tuples(st.sampled_from("abcd"), DAYS), st.integers(1, 2), max_size=6),
    trips=st.dictionaries(st.sampled_from("abcd"), st.integers(1, 9), min_size=1),
)
def test_trips_counted_for_all_dates_are_those_counted_date_by_date(rows, exceptions, trips):
    calendar = pd.DataFrame([(s, *on, a, b) for s, (on, a, b) in rows.items()], columns=list(CALENDAR.columns))
    changed = pd.DataFrame([(s, d, k) for (s, d), k in exceptions.items()], columns=list(CALENDAR_DATES.columns))
    services = Services(
        calendar=calendar.astype(dict.fromkeys(WEEKDAYS, "Int32")),
        exceptions=changed.astype({"exception_type": "Int32"}),
    )
    expected = {}
    for day in (MONDAY + timedelta(days=i) for i in range(12)):
        count = sum(trips.get(service, 0) for service in services.on(day))
        if count:
            expected[day] = count
    assert services.runs_by_date(pd.Series(trips)) == expected
