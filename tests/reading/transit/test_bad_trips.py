"""Trips of a feed that cannot be run are left out and told; with too many of them the feed is refused."""

import pytest

from tests.reading.transit.feed import MANY_TIMES, MANY_TRIPS, STOP_TIMES, STOPS, refused, remark, runs


def bad_trip(tmp_path, code, rows, **changed):
    """T3 has a fault in these rows: it is left out and told, and the 22 sound trips are there."""
    trips, times = f"{MANY_TRIPS}L,weekdays,T3\n", f"{MANY_TIMES}{rows}"
    table, told = remark(tmp_path, code, trips=trips, stop_times=times, **changed)
    assert table.trips == 22
    assert "T3" not in table.trip_ids
    assert (told.severity, told.holes["trip"], told.holes["count"]) == ("warning", "T3", 1)
    return told


def test_a_trip_to_an_unknown_stop_is_left_out(tmp_path):
    told = bad_trip(tmp_path, "unknown_stop", "T3,12:00:00,12:00:00,A,1\nT3,12:10:00,12:10:00,Q,2\n")
    assert (told.file, told.row, told.column) == ("feed.zip/stop_times.txt", 47, "stop_id")


def test_a_trip_to_a_stop_without_a_position_is_left_out(tmp_path):
    rows = "T3,12:00:00,12:00:00,A,1\nT3,12:10:00,12:10:00,C,2\n"
    assert bad_trip(tmp_path, "stop_nowhere", rows, stops=f"{STOPS}C,Cato,,\n").row == 47
    assert bad_trip(tmp_path, "stop_nowhere", rows, stops=f"{STOPS}C,Cato,0,0\n").row == 47


@pytest.mark.parametrize(
    ("code", "first", "second", "row"),
    [
        ("negative_time", "12:00:00", "-00:10:00", 47),
        ("bad_time", "half past nine", "12:10:00", 46),
        ("bad_time", "12:00", "12:10:00", 46),
        ("bad_time", "12:75:00", "12:80:00", 46),
        ("no_time_at_end", "12:00:00", "", 47),
        ("back_in_time", "12:00:00", "11:59:00", 47),
    ],
)
def test_a_trip_with_times_that_cannot_be_is_left_out(tmp_path, code, first, second, row):
    told = bad_trip(tmp_path, code, f"T3,{first},{first},A,1\nT3,{second},{second},B,2\n")
    assert (told.row, told.column) == (row, "arrival_time")


def test_a_trip_that_leaves_before_it_arrives_is_left_out(tmp_path):
    assert bad_trip(tmp_path, "back_in_time", "T3,12:00:00,11:00:00,A,1\nT3,12:10:00,12:10:00,B,2\n").row == 46


def test_a_trip_back_in_time_past_a_call_without_times_is_left_out(tmp_path):
    rows = "T3,12:00:00,12:00:00,A,1\nT3,,,B,2\nT3,11:00:00,11:00:00,A,3\n"
    assert bad_trip(tmp_path, "back_in_time", rows).row == 48


def test_a_trip_with_one_call_or_none_is_left_out(tmp_path):
    assert bad_trip(tmp_path, "lone_call", "T3,12:00:00,12:00:00,A,1\n").row == 46
    told = bad_trip(tmp_path, "no_calls", "")
    assert (told.file, told.row) == ("feed.zip/trips.txt", 24)


def test_two_calls_with_one_number_in_the_sequence(tmp_path):
    rows = "T3,12:00:00,12:00:00,A,1\nT3,12:10:00,12:10:00,B,1\n"
    assert bad_trip(tmp_path, "sequence_twice", rows).row == 47


def test_a_row_that_repeats_another_is_left_out(tmp_path):
    times = STOP_TIMES.replace("T2,08:15", "T1,07:15:00,07:15:00,B,2\nT2,08:15")
    table, told = remark(tmp_path, "call_repeated", stop_times=times)
    assert [len(run) for run in runs(table)] == [2, 2]
    assert told.row == 5


def test_rows_of_trips_that_are_not_in_the_feed_are_told(tmp_path):
    table, told = remark(tmp_path, "unknown_trip", stop_times=f"{STOP_TIMES}T9,12:00:00,12:00:00,A,1\n")
    assert table.trips == 2
    assert (told.row, told.holes["id"], told.holes["count"]) == (6, "T9", 1)


def test_with_more_than_a_tenth_of_the_trips_left_out_the_feed_is_refused(tmp_path):
    problem = refused(tmp_path, stop_times=STOP_TIMES.replace("07:15:00,07:15:00", "06:15:00,06:15:00"))
    assert problem.code == "transit_feed.too_many_left_out"
    assert (problem.holes["count"], problem.holes["trips"]) == (1, 2)
