"""Dates, services, headways and stated changes that cannot be used are told, and so is a feed of elsewhere."""

from datetime import date

import pytest

from localisation.reading.transit.read_timetable import read_timetable
from tests.reading.transit.feed import CALENDAR, EPSG, FILES, STOPS, TUESDAY, faults, read, refused, remark, zipped


def test_no_service_on_the_date_says_which_dates_have(tmp_path):
    problem = refused(tmp_path, on=date(2030, 3, 9))
    assert problem.code == "transit_feed.no_service"
    assert problem.holes["near"][3:5] == (date(2030, 3, 8), date(2030, 3, 11))
    assert (problem.holes["begins"], problem.holes["ends"]) == (date(2030, 3, 1), date(2030, 3, 29))


def test_a_calendar_for_other_trips(tmp_path):
    assert refused(tmp_path, calendar=CALENDAR.replace("weekdays,", "sundays,")).code.endswith("no_service_at_all")


def test_a_stop_that_belongs_to_another_stop_is_not_at_its_station(tmp_path):
    # A says that it belongs to B, which is no station: five minutes to change at B are not five minutes from B to A.
    stops = (
        STOPS.replace("stop_lon\n", "stop_lon,parent_station\n")
        .replace("10.0\n", "10.0,B\n")
        .replace("10.1\n", "10.1,\n")
    )
    changes = "from_stop_id,to_stop_id,transfer_type,min_transfer_time\nB,B,2,300\n"
    table, told = remark(tmp_path, "parent_no_station", stops=stops, transfers=changes)
    assert (told.row, told.column, told.holes["id"]) == (2, "parent_station", "A")
    assert table.stop_station[0] != table.stop_station[1]
    assert (table.stated.from_stop.tolist(), table.stated.to_stop.tolist()) == ([1], [1])


def test_dates_and_exceptions_that_are_none(tmp_path):
    problem = refused(tmp_path, calendar=CALENDAR.replace("20300331", "2030-03-31"))
    assert (problem.code, problem.row, problem.column) == ("transit_feed.bad_date", 2, "end_date")
    assert refused(tmp_path, calendar=CALENDAR.replace("20300331", "20300231")).code == "transit_feed.bad_date"
    problem = refused(tmp_path, calendar_dates="service_id,date,exception_type\nweekdays,20300305,3\n")
    assert (problem.code, problem.row) == ("transit_feed.unknown_exception", 2)


def test_a_service_that_stands_twice(tmp_path):
    again = f"{CALENDAR}weekdays,1,1,1,1,1,1,1,20300301,20300331\n"
    problem = refused(tmp_path, calendar=again)
    assert (problem.code, problem.row, problem.holes["id"]) == ("transit_feed.row_twice", 3, "weekdays")
    both = "service_id,date,exception_type\nweekdays,20300305,1\nweekdays,20300305,2\n"
    assert refused(tmp_path, calendar_dates=both).row == 3


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("T9,10:00:00,11:00:00,600", "headway_of_unknown_trip"),
        ("T1,10:00:00,11:00:00,0", "headway_not_positive"),
        ("T1,11:00:00,10:00:00,600", "headway_bad_times"),
        ("T1,ten,11:00:00,600", "headway_bad_times"),
    ],
)
def test_headways_that_cannot_be(tmp_path, row, code):
    problem = refused(tmp_path, frequencies=f"trip_id,start_time,end_time,headway_secs\n{row}\n")
    assert (problem.code, problem.row) == (f"transit_feed.{code}", 2)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("A,B,2,", "change_without_time"),
        ("A,Q,2,60", "change_at_unknown_stop"),
        ("A,B,4,", "stay_aboard"),
        ("A,Q,3,", "change_at_unknown_stop"),
    ],
)
def test_stated_changes_that_are_not_used_are_told(tmp_path, row, code):
    text = f"from_stop_id,to_stop_id,transfer_type,min_transfer_time\n{row}\n"
    table, told = remark(tmp_path, code, transfers=text)
    assert len(table.stated.seconds) == 0
    assert told.row == 2


def test_changes_of_certain_lines_are_told_and_not_used(tmp_path):
    text = "from_stop_id,to_stop_id,transfer_type,min_transfer_time,from_route_id\nA,B,2,60,L\n"
    table, _ = remark(tmp_path, "change_of_some_lines", transfers=text)
    assert len(table.stated.seconds) == 0


def test_a_feed_of_another_place_is_refused(tmp_path):
    path = zipped(tmp_path, FILES)
    a = tuple(round(v) for v in read(tmp_path).timetable.stop_xy_m[0])
    read_timetable(path, "feed.zip", EPSG, on=TUESDAY, near=[(a[0] + 24_000, a[1])])
    assert faults(path, near=[(a[0], a[1] + 100_000)]) == ["far_from_place"]


def test_swapped_degrees_are_recognised(tmp_path):
    a = tuple(round(v) for v in read(tmp_path).timetable.stop_xy_m[0])
    swapped = STOPS.replace("60.0,10.0", "10.0,60.0").replace("60.0,10.1", "10.1,60.0")
    assert faults(zipped(tmp_path, FILES | {"stops.txt": swapped}), near=[a]) == ["degrees_swapped"]
