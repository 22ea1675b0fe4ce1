"""Ends and starts on an axis of ten days where days 3 and 4 are off."""

import numpy as np
import pytest

from localisation.solving.schedule.worked_days import WorkedDays

RESTING = WorkedDays(length=10, off=frozenset({3, 4}), pausing=True)
UNBROKEN = WorkedDays(length=10, off=frozenset({3, 4}), pausing=False)


@pytest.mark.parametrize(
    ("axis", "day", "days", "wanted"),
    [
        (RESTING, 0, 3, (0, 3)),
        (RESTING, 1, 3, (1, 6)),  # 1, 2, rest, rest, 5
        (RESTING, 3, 2, (5, 7)),
        (RESTING, 8, 2, (8, 10)),
        (RESTING, 9, 2, (11, 11)),  # outside
        (UNBROKEN, 0, 3, (0, 3)),
        (UNBROKEN, 1, 3, (5, 8)),  # 1, 2 would be broken by 3
        (UNBROKEN, 1, 2, (1, 3)),
        (UNBROKEN, 6, 5, (11, 11)),
        (UNBROKEN, 0, 6, (11, 11)),  # no six days in a row
        (UNBROKEN, 0, 11, (11, 11)),
        (UNBROKEN, 3, 0, (3, 3)),  # nothing to do takes no day
    ],
)
def test_the_first_possible_start_and_its_end(axis, day, days, wanted):
    assert axis.earliest(day, days) == wanted


def test_many_cases_at_once_are_as_one_by_one():
    days = np.array([1, 2, 3, 4, 5, 0], dtype=np.int64)
    for axis in (RESTING, UNBROKEN):
        for day in range(12):
            starts, ends = axis.place(np.full(6, day, dtype=np.int64), days)
            assert [axis.earliest(day, int(d)) for d in days] == list(zip(starts, ends, strict=True))


def test_the_last_possible_start_before_a_day():
    assert RESTING.latest(6, 3) == (1, 6)
    assert UNBROKEN.latest(6, 3) == (0, 3)
    assert UNBROKEN.latest(2, 3) is None
