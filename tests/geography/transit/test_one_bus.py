"""One bus between two stops ten kilometres apart: every number can be redone on paper.

The home lies 60 m from stop A and the office 120 m from stop B; one walks a metre a second.
"""

from localisation.geography.transit.transit_times import transit_times
from tests.geography.transit.made import STROLL, H, M, timetable

STOPS = {"A": (0, 0), "B": (10_000, 0)}
HOME, OFFICE = {"home": (0, 60)}, {"office": (10_000, 120)}
BUS_0705 = timetable(STOPS, [[("A", "07:05"), ("B", "07:20")]])


def test_the_time_counts_from_the_wish_with_the_wait_in_it():
    # Only a wish at 07:04 is without a wait: 1 min walk, 15 min bus, 2 min walk.
    at_0704 = STROLL.model_copy(update={"window_start_s": 7 * H + 4 * M, "window_end_s": 7 * H + 5 * M})
    times = transit_times(BUS_0705, HOME, OFFICE, at_0704)
    assert times.departures == 1
    assert times.median_s == {"home": {"office": 18 * M}}


def test_half_the_departures_keep_to_the_median_and_85_percent_to_the_85th_percentile():
    # Wishes at 07:00 … 07:04 reach the bus and take 22, 21, 20, 19 and 18 min; 07:05 … 07:09 miss it.
    # Of ten in order the fifth is the median: 22 min. The ninth, the 85th percentile, has no connection.
    times = transit_times(BUS_0705, HOME, OFFICE, STROLL)
    assert times.departures == 10
    assert times.connected == {"home": {"office": 5}}
    assert times.median_s == {"home": {"office": 22 * M}}
    assert times.percentile_s == {"home": {}}
    assert times.without_connection() == ()


def test_with_the_next_bus_twenty_minutes_later_every_departure_has_a_connection():
    # The late wishes wait for 07:25 and take 37, 36, 35, 34, 33 min; in order 18 19 20 21 22 33 34 35 36 37:
    # the fifth is 22, the ninth 36.
    two = timetable(STOPS, [[("A", "07:05"), ("B", "07:20")], [("A", "07:25"), ("B", "07:40")]])
    times = transit_times(two, HOME, OFFICE, STROLL)
    assert times.connected["home"]["office"] == 10
    assert times.median_s["home"]["office"] == 22 * M
    assert times.percentile_s["home"]["office"] == 36 * M


def test_a_pair_without_a_connection_at_the_median_is_absent_and_named():
    # The bus at 07:03 is reached by 07:00, 07:01 and 07:02 only.
    early = timetable(STOPS, [[("A", "07:03"), ("B", "07:20")]])
    times = transit_times(early, HOME, OFFICE, STROLL)
    assert times.connected["home"]["office"] == 3
    assert times.median_s == {"home": {}}
    assert times.without_connection() == (("home", "office"),)


def test_walking_is_taken_where_it_is_faster_than_the_bus():
    # 400 m on foot: 6 min 40 s at any time, while the bus takes a walk, a wait and a ride.
    stops = {"A": (0, 0), "B": (400, 0)}
    slow = timetable(stops, [[("A", "07:05"), ("B", "07:12")]])
    times = transit_times(slow, {"home": (0, 0)}, {"office": (400, 0)}, STROLL)
    assert times.median_s["home"]["office"] == times.percentile_s["home"]["office"] == 400
    assert times.connected["home"]["office"] == 10


def test_the_bus_is_taken_where_it_is_faster_than_walking():
    stops = {"A": (0, 0), "B": (400, 0)}
    quick = timetable(stops, [[("A", f"07:{minute:02}:10"), ("B", f"07:{minute:02}:40")] for minute in range(20)])
    times = transit_times(quick, {"home": (0, 0)}, {"office": (400, 0)}, STROLL)
    assert times.median_s["home"]["office"] == 40


def test_a_walk_longer_than_its_limit_is_not_walked():
    short = STROLL.model_copy(update={"walk_only_limit_s": 399})
    times = transit_times(timetable({"A": (5_000, 5_000)}, []), {"home": (0, 0)}, {"office": (400, 0)}, short)
    assert times.median_s == {"home": {}}
    assert times.connected == {"home": {"office": 0}}
    assert times.far_from_stops == ("home",)


def test_the_limit_to_a_stop_is_kept_to_the_second():
    just, beyond = {"home": (0, 300)}, {"home": (0, 301)}
    frequent = timetable(STOPS, [[("A", f"07:{minute:02}"), ("B", f"07:{minute + 15:02}")] for minute in range(40)])
    assert transit_times(frequent, just, OFFICE, STROLL).connected["home"]["office"] == 10
    assert transit_times(frequent, beyond, OFFICE, STROLL).connected["home"]["office"] == 0


def test_the_detour_and_the_speed_lengthen_the_walk():
    # 100 m along streets half again as long, at 90 m a minute: 150 m, 100 s.
    settings = STROLL.model_copy(update={"detour_percent": 150, "walking_m_per_min": 90})
    times = transit_times(timetable({"A": (9_000, 0)}, []), {"home": (0, 0)}, {"office": (100, 0)}, settings)
    assert times.median_s["home"]["office"] == 100


def test_one_is_at_home_at_once():
    times = transit_times(BUS_0705, {"here": (0, 0)}, {"here": (0, 0)}, STROLL)
    assert times.median_s["here"]["here"] == 0


def test_a_timetable_without_runs_leaves_walking_only():
    nothing = timetable(STOPS, [])
    times = transit_times(nothing, HOME, {"office": (10_000, 120), "near": (0, 160)}, STROLL)
    assert times.median_s == {"home": {"near": 100}}


def test_no_origins_and_no_destinations_give_no_rows():
    assert transit_times(BUS_0705, {}, OFFICE, STROLL).median_s == {}
    assert transit_times(BUS_0705, HOME, {}, STROLL).median_s == {"home": {}}


def test_a_journey_longer_than_the_most_travel_is_no_connection():
    hurried = STROLL.model_copy(update={"most_travel_s": 20 * M})
    # Of 22, 21, 20, 19 and 18 min the last three are within 20.
    assert transit_times(BUS_0705, HOME, OFFICE, hurried).connected["home"]["office"] == 3


def test_where_one_may_not_step_on_or_off_one_does_not():
    no_on = timetable(STOPS, [[("A", "07:05"), ("B", "07:20")]], no_boarding=[(0, 0)])
    no_off = timetable(STOPS, [[("A", "07:05"), ("B", "07:20")]], no_alighting=[(0, 1)])
    for barred in (no_on, no_off):
        assert transit_times(barred, HOME, OFFICE, STROLL).connected["home"]["office"] == 0


def test_progress_ends_at_all():
    seen = []
    transit_times(BUS_0705, HOME, OFFICE, STROLL, progress=lambda done, of: seen.append((done, of)))
    assert seen[-1] == (1, 1)
