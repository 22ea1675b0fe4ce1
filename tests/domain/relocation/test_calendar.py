"""The axis of a plan: which days somebody works."""

from datetime import date

import pytest

from localisation.domain.relocation.calendar import calendar_of, dates_of
from localisation.domain.relocation.logistics import DaysOff, Logistics, Repeats


def off(first: date, last: date, *applies_to: str, repeats: Repeats = Repeats.NO) -> DaysOff:
    return DaysOff(id="x", name="X", first=first, last=last, applies_to=applies_to or ("all",), repeats=repeats)


EASTER = {date(2019, 4, 18): "skjærtorsdag", date(2019, 4, 19): "langfredag", date(2019, 4, 22): "andre påskedag"}


def test_weekends_public_holidays_and_days_everyone_is_off_are_not_on_the_axis():
    logistics = Logistics(public_holidays=EASTER, days_off=(off(date(2019, 4, 17), date(2019, 4, 17)),))
    calendar = calendar_of(logistics, date(2019, 4, 15), date(2019, 4, 24))
    assert [d.day for d in calendar.days] == [15, 16, 23, 24]
    assert calendar.index(date(2019, 4, 19)) == 2, "the first working day on or after Good Friday is Tuesday"
    assert date(2019, 4, 19) not in calendar.position
    assert calendar.elapsed == (0, 1, 8, 9, 10)


def test_days_off_of_a_crew_stay_on_the_axis():
    holiday = off(date(2019, 7, 8), date(2019, 7, 10), "crew:craftsmen")
    calendar = calendar_of(Logistics(days_off=(holiday,)), date(2019, 7, 5), date(2019, 7, 11))
    assert [d.day for d in calendar.days] == [5, 8, 9, 10, 11]
    assert calendar.off == {"craftsmen": frozenset({1, 2, 3})}


@pytest.mark.parametrize(
    ("repeats", "expected"),
    [
        (Repeats.NO, [date(2019, 1, 31)]),
        (Repeats.MONTHLY, [date(2019, 1, 31), date(2019, 2, 28), date(2019, 3, 31)]),
        (Repeats.YEARLY, [date(2019, 1, 31)]),
    ],
)
def test_days_off_come_back(repeats: Repeats, expected: list[date]):
    row = off(date(2019, 1, 31), date(2019, 1, 31), repeats=repeats)
    assert list(dates_of(row, date(2019, 1, 1), date(2019, 3, 31))) == expected


def test_weekly_days_off_and_a_month_end_that_goes_over_the_new_year():
    mondays = off(date(2019, 1, 7), date(2019, 1, 8), repeats=Repeats.WEEKLY)
    assert [d.day for d in dates_of(mondays, date(2019, 1, 1), date(2019, 1, 20))] == [7, 8, 14, 15]
    month_end = off(date(2018, 11, 30), date(2018, 12, 2), repeats=Repeats.MONTHLY)
    assert list(dates_of(month_end, date(2018, 12, 29), date(2019, 1, 3))) == [
        date(2018, 12, 30),
        date(2018, 12, 31),
        date(2019, 1, 1),
        date(2019, 1, 2),
    ]


def test_a_month_end_that_comes_back_is_on_the_last_day_of_every_month():
    payroll = off(date(2019, 4, 25), date(2019, 4, 30), repeats=Repeats.MONTHLY)
    found = list(dates_of(payroll, date(2019, 5, 1), date(2020, 3, 31)))
    months = [[d.day for d in found if (d.year, d.month) == month] for month in ((2019, 5), (2020, 2), (2020, 3))]
    assert months == [[*range(25, 32)], [*range(25, 30)], [*range(25, 32)]], "31 days, 29 in a leap year, and 31"


def test_days_that_stop_before_the_end_of_the_month_do_not_run_into_the_next_one():
    late = off(date(2019, 1, 27), date(2019, 1, 30), repeats=Repeats.MONTHLY)
    assert [d.day for d in dates_of(late, date(2019, 2, 20), date(2019, 3, 26))] == [27, 28]
    assert [d.day for d in dates_of(late, date(2019, 3, 27), date(2019, 3, 31))] == [27, 28, 29, 30]


def test_a_winter_ends_on_the_same_day_with_and_without_a_leap_day():
    winter = off(date(2019, 12, 1), date(2020, 3, 15), repeats=Repeats.YEARLY)
    assert [d.day for d in dates_of(winter, date(2021, 3, 13), date(2021, 3, 31))] == [13, 14, 15]


def test_a_lone_day_at_the_end_of_a_month_comes_back_as_one_day():
    closing = off(date(2019, 4, 30), date(2019, 4, 30), repeats=Repeats.MONTHLY)
    assert [d.day for d in dates_of(closing, date(2019, 5, 1), date(2019, 6, 30))] == [31, 30]
