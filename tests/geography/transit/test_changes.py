"""Changes between vehicles: the train meets the bus, or does not."""

import numpy as np

from localisation.geography.transit.settings import TransitSettings
from localisation.geography.transit.timetable import IMPOSSIBLE, Timetable
from localisation.geography.transit.transit_times import transit_times
from localisation.geography.transit.walking import Walks
from tests.geography.transit.made import STROLL, H, M, timetable

# B and C are two platforms 100 m (100 s) apart; home stands at A and the office at D, far from each other.
STOPS = {"A": (0, 0), "B": (10_000, 0), "C": (10_000, 100), "D": (20_000, 0)}
BUS = [("A", "07:05"), ("B", "07:20")]
TRAINS = [[("C", f"07:{minute}"), ("D", f"07:{minute + 10}")] for minute in (21, 22, 23, 24, 30)]
HOME, OFFICE = {"home": (0, 0)}, {"office": (20_000, 0)}
AT_0705 = STROLL.model_copy(update={"window_start_s": 7 * H + 5 * M, "window_end_s": 7 * H + 6 * M})


def minutes(table: Timetable, settings: TransitSettings = AT_0705) -> float | None:
    seconds = transit_times(table, HOME, OFFICE, settings).median_s["home"].get("office")
    return None if seconds is None else seconds / 60


def test_the_walk_between_platforms_decides_which_train_is_caught():
    # Off at 07:20:00, at C by 07:21:40: the train of 07:22, in at 07:32, 27 minutes after 07:05.
    assert minutes(timetable(STOPS, [BUS, *TRAINS])) == 27


def test_the_change_time_is_added_to_the_walk():
    # 100 s and 2 min: ready at 07:23:40, so the train of 07:24, in at 07:34.
    assert minutes(timetable(STOPS, [BUS, *TRAINS]), AT_0705.model_copy(update={"change_s": 120})) == 29


def test_the_change_time_counts_at_one_and_the_same_stop():
    stops = {"A": (0, 0), "B": (10_000, 0), "D": (20_000, 0)}
    trains = [[("B", f"07:{m}"), ("D", f"07:{m + 10}")] for m in (20, 21, 22)]
    table = timetable(stops, [BUS, *trains])
    assert minutes(table) == 25
    assert minutes(table, AT_0705.model_copy(update={"change_s": 61})) == 27


def test_first_boarding_is_no_change():
    # One who stands at the stop at 07:05 boards the bus of 07:05 whatever a change takes.
    assert minutes(timetable({"A": (0, 0), "D": (20_000, 0)}, [[("A", "07:05"), ("D", "07:15")]])) == 10


def test_what_the_publisher_states_replaces_the_walk():
    # Ten minutes to change from B to C, stated: the train of 07:30, in at 07:40.
    stated = timetable(STOPS, [BUS, *TRAINS], stated=[("B", "C", 600)])
    assert minutes(stated) == 35
    assert minutes(stated, AT_0705.model_copy(update={"change_s": 120})) == 35


def test_a_change_stated_impossible_is_not_made():
    assert minutes(timetable(STOPS, [BUS, *TRAINS], stated=[("B", "C", IMPOSSIBLE)])) is None


def test_a_stated_change_may_be_longer_than_one_walks_otherwise():
    near = AT_0705.model_copy(update={"change_walk_limit_s": 60})
    assert minutes(timetable(STOPS, [BUS, *TRAINS]), near) is None
    assert minutes(timetable(STOPS, [BUS, *TRAINS], stated=[("B", "C", 100)]), near) == 27


def test_stops_of_one_station_are_joined_beyond_the_limit_between_stops():
    near = AT_0705.model_copy(update={"change_walk_limit_s": 60})
    assert minutes(timetable(STOPS, [BUS, *TRAINS], stations={"B": "S", "C": "S"}), near) == 27


def test_no_more_changes_than_allowed():
    chain = {f"S{i}": (10_000 * i, 0) for i in range(4)}
    runs = [[(f"S{i}", f"07:{10 + 10 * i}"), (f"S{i + 1}", f"07:{18 + 10 * i}")] for i in range(3)]
    table = timetable(chain, runs)
    far = {"office": (30_000, 0)}
    for most, seconds in ((2, {"office": 33 * M}), (1, {}), (0, {})):
        settings = AT_0705.model_copy(update={"most_changes": most})
        assert transit_times(table, HOME, far, settings).median_s["home"] == seconds


def test_one_walks_once_between_two_rides():
    # B to C to E is 250 m and 250 m; B to E is 500 m, beyond the 300 s one walks between stops.
    stops = {"A": (0, 0), "B": (10_000, 0), "C": (10_250, 0), "E": (10_500, 0), "D": (20_000, 0)}
    table = timetable(stops, [BUS, [("E", "07:40"), ("D", "07:50")]])
    assert minutes(table) is None
    assert minutes(table, AT_0705.model_copy(update={"change_walk_limit_s": 500})) == 45


def test_a_train_that_overtakes_is_taken_though_it_leaves_later():
    # The slow one leaves at 07:10 and is in at 07:50; the express of 07:15 is in at 07:25, on the very same stops.
    stops = {"A": (0, 0), "B": (10_000, 0), "D": (20_000, 0)}
    slow = [("A", "07:10"), ("B", "07:30"), ("D", "07:50")]
    express = [("A", "07:15"), ("B", "07:20"), ("D", "07:25")]
    for runs in ([slow, express], [express, slow]):
        assert minutes(timetable(stops, runs)) == 20


def test_one_may_leave_the_slow_train_for_the_express_that_overtakes_it():
    # No express at A: the slow train to B at 07:12, the express from there at 07:15.
    stops = {"A": (0, 0), "B": (10_000, 0), "D": (20_000, 0)}
    slow = [("A", "07:10"), ("B", "07:12-07:30"), ("D", "07:50")]
    assert minutes(timetable(stops, [slow, [("B", "07:15"), ("D", "07:25")]])) == 20


def test_a_line_that_comes_by_twice_is_left_and_boarded_at_either_call():
    # Round and round: A, B, A, D. From A at 07:05 one may stay seated, or board at the second call at A.
    stops = {"A": (0, 0), "B": (10_000, 0), "D": (20_000, 0)}
    loop = [("A", "07:05"), ("B", "07:10"), ("A", "07:15"), ("D", "07:25")]
    assert minutes(timetable(stops, [loop])) == 20
    late = AT_0705.model_copy(update={"window_start_s": 7 * H + 6 * M, "window_end_s": 7 * H + 7 * M})
    assert minutes(timetable(stops, [loop]), late) == 19


def test_a_night_bus_from_the_day_before_is_caught_after_midnight():
    # It left at 23:50 the day before (-600 s) and stands at A at 00:05.
    stops = {"Z": (-10_000, 0), "A": (0, 0), "D": (20_000, 0)}
    night = timetable(stops, [[("Z", "00:00"), ("A", "00:05"), ("D", "00:30")]])
    night.arrive_s[0] = night.depart_s[0] = -600
    after_midnight = STROLL.model_copy(update={"window_start_s": 0, "window_end_s": 60})
    assert minutes(night, after_midnight) == 30


def test_a_bus_after_midnight_is_caught_late_in_the_evening():
    late = timetable({"A": (0, 0), "D": (20_000, 0)}, [[("A", "24:10"), ("D", "24:30")]])
    evening = STROLL.model_copy(update={"window_start_s": 23 * H + 59 * M, "window_end_s": 24 * H})
    assert minutes(late, evening) == 31


def test_a_road_networks_walks_can_be_put_in_the_place_of_straight_lines():
    # Every walk there is takes 240 s, whatever the points: home to A, B to C, D to the office.
    def walking(starts: np.ndarray, goals: np.ndarray, limit_s: int) -> Walks:
        near = [
            (i, j)
            for i, a in enumerate(starts)
            for j, b in enumerate(goals)
            if np.hypot(*(a - b)) <= 100 and limit_s >= 240
        ]
        start, goal = (np.array([pair[k] for pair in near], np.int32) for k in (0, 1))
        return Walks(start=start, goal=goal, seconds=np.full(len(near), 240, np.int32))

    # Wish 07:01, at A 07:05, off at B 07:20, at C 07:24, in at D 07:34, at the office 07:38.
    at_0701 = AT_0705.model_copy(update={"window_start_s": 7 * H + M, "window_end_s": 7 * H + 2 * M})
    times = transit_times(timetable(STOPS, [BUS, *TRAINS]), HOME, OFFICE, at_0701, walking=walking)
    assert times.median_s["home"]["office"] == 37 * M
