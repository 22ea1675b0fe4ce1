"""Starts and ends on a calendar, on paper."""

from localisation.solving.schedule.model.start_days import start_days
from tests.solving.schedule.small_programmes import calendar, task


def test_without_days_off_every_start_that_leaves_room():
    """Three days on an axis of five: day 0, 1 or 2."""
    found = start_days(task("a", 3), calendar(5))
    assert (found.starts, found.ends, found.length, found.gapless) == ((0, 1, 2), (3, 4, 5), 3, True)


def test_an_unbroken_activity_does_not_reach_over_a_day_off():
    """Two days, x off on day 2 of 6: days 0-1, 3-4 and 4-5 remain."""
    found = start_days(task("a", 2, x=1), calendar(6, x={2}))
    assert (found.starts, found.length, found.gapless) == ((0, 3, 4), 2, False)


def test_a_pausing_activity_rests_and_never_begins_or_ends_on_a_day_off():
    """Two days, x off on day 2 of 5: 0-1, then 1 and 3 (four days on the axis would be too many: ends after 3), 3-4."""
    found = start_days(task("a", 2, pausing=True, x=1), calendar(5, x={2}))
    assert dict(zip(found.starts, found.ends, strict=True)) == {0: 2, 1: 4, 3: 5}
    assert found.length is None
    assert found.table == (2, 4, 2, 5)


def test_nothing_to_do_can_be_done_also_after_the_last_day():
    assert start_days(task("a", 0), calendar(2)).starts == (0, 1, 2)


def test_too_long_for_the_axis_has_no_start():
    assert start_days(task("a", 3), calendar(2)).starts == ()
