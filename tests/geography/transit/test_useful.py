"""Trips that no journey can use are dropped, and no others."""

import numpy as np

from localisation.geography.transit.changes import changes
from localisation.geography.transit.cut import cut
from localisation.geography.transit.running_minimum import NEVER
from localisation.geography.transit.useful import useful
from localisation.geography.transit.walking import straight_line_walking
from tests.geography.transit.made import STROLL, at, timetable

# A line from A by B to C, and one far away from X to Y. Travellers stand at A from 07:00 and must be at C by 08:00.
STOPS = {"A": (0, 0), "B": (10_000, 0), "C": (20_000, 0), "X": (90_000, 0), "Y": (95_000, 0)}
TABLE = timetable(
    STOPS,
    [
        [("A", "06:50"), ("B", "07:05"), ("C", "07:20")],  # gone before they come
        [("A", "07:10"), ("B", "07:20")],  # to the change at B
        [("B", "07:25"), ("C", "07:40")],  # and on
        [("B", "07:15"), ("C", "07:30")],  # before anyone is at B
        [("A", "07:30"), ("C", "08:01")],  # too late at C
        [("A", "07:00"), ("B", "08:01"), ("C", "08:30")],  # leads nowhere in time
        [("X", "07:10"), ("Y", "07:20")],  # in another part of the country
    ],
)


def kept(most_rides: int) -> list[int]:
    ready, latest = np.full(5, NEVER, np.int32), np.full(5, -NEVER, np.int32)
    ready[0], latest[2] = at("07:00"), at("08:00")
    changing = changes(TABLE, STROLL, straight_line_walking(STROLL))
    return np.flatnonzero(useful(TABLE, changing, ready, latest, most_rides)).tolist()


def test_only_what_is_between_the_earliest_start_and_the_latest_arrival_is_kept():
    assert kept(2) == [1, 2]


def test_what_needs_a_change_is_of_no_use_without_one():
    assert kept(1) == []


def test_a_cut_timetable_has_the_kept_trips_as_they_were():
    found = cut(TABLE, np.array([False, True, False, False, True, False, False]))
    assert found.trip_ids == ("1", "4")
    assert found.trip_starts.tolist() == [0, 2, 4]
    assert found.call_stop.tolist() == [0, 1, 0, 2]
    assert found.arrive_s.tolist() == [at("07:10"), at("07:20"), at("07:30"), at("08:01")]
