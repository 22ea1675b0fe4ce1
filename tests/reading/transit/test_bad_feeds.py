"""What is wrong with a feed is named with its file, row and column; what can be done without is left out and told."""

import zipfile
from datetime import date

import pytest

from localisation.domain.errors import InvalidData
from localisation.reading.transit.read_timetable import read_timetable
from tests.reading.transit.feed import (
    CALENDAR,
    EPSG,
    FILES,
    STOP_TIMES,
    STOPS,
    TRIPS,
    TUESDAY,
    read,
    refused,
    remark,
    runs,
    sayable,
    zipped,
)

# Enough sound trips that a single bad one is not too many: X0 … X19 from A to B.
MANY_TRIPS = TRIPS + "".join(f"L,weekdays,X{i}\n" for i in range(20))
MANY_TIMES = STOP_TIMES + "".join(
    f"X{i},10:{i:02}:00,10:{i:02}:00,A,1\nX{i},11:{i:02}:00,11:{i:02}:00,B,2\n" for i in range(20)
)


def faults(path, **options):
    with pytest.raises(InvalidData) as caught:
        read_timetable(path, path.name, EPSG, on=TUESDAY, **options)
    return [sayable(p).code.removeprefix("transit_feed.") for p in caught.value.problems]


def test_a_file_that_is_not_there(tmp_path):
    assert faults(tmp_path / "none.zip") == ["no_feed_file"]


def test_a_text_called_zip(tmp_path):
    path = tmp_path / "feed.zip"
    path.write_text("<html>404 Not Found</html>", "utf-8")
    assert faults(path) == ["not_zip"]
    path.write_bytes(b"")
    assert faults(path) == ["not_zip"]


def test_a_zip_cut_short_anywhere(tmp_path):
    path = zipped(tmp_path, FILES)
    whole = path.read_bytes()
    for kept in (10, len(whole) // 2, len(whole) - 10):
        path.write_bytes(whole[:kept])
        assert faults(path) == ["cut_short"]


def test_a_zip_with_spoiled_bytes_inside(tmp_path):
    path = tmp_path / "feed.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (FILES | {"trips.txt": MANY_TRIPS, "stop_times.txt": MANY_TIMES}).items():
            archive.writestr(name, text)
        at = archive.getinfo("stop_times.txt").header_offset + 80
    whole = bytearray(path.read_bytes())
    whole[at : at + 40] = bytes(40)
    path.write_bytes(whole)
    assert faults(path) == ["damaged"]


def test_a_zip_of_something_else(tmp_path):
    assert faults(zipped(tmp_path, {"photo.jpg": "x", "notes.txt": "y"})) == ["no_gtfs"]
    assert faults(zipped(tmp_path, {"lines.xml": "<x/>"})) == ["netex"]
    assert faults(zipped(tmp_path, {})) == ["empty_feed"]
    (tmp_path / "folder").mkdir()
    assert faults(tmp_path / "folder") == ["empty_feed"]


def test_files_that_must_be_there(tmp_path):
    problem = refused(tmp_path, stops=None)
    assert (problem.code, problem.holes["name"]) == ("transit_feed.missing_file", "stops.txt")
    problem = refused(tmp_path, calendar=None)
    assert problem.holes["name"] == "calendar.txt / calendar_dates.txt"


def test_the_same_table_twice(tmp_path):
    both = FILES | {f"old/{name}": text for name, text in FILES.items()}
    assert set(faults(zipped(tmp_path, both))) == {"table_twice"}


@pytest.mark.parametrize("table", ["stops", "trips", "stop_times"])
def test_a_table_without_rows(tmp_path, table):
    headings = FILES[f"{table}.txt"].split("\n", 1)[0]
    for text in (headings, headings + "\n"):
        with pytest.raises(InvalidData) as caught:
            read(tmp_path, **{table: text})
        assert f"feed.zip/{table}.txt" in {p.file for p in caught.value.problems if p.code == "transit_feed.no_rows"}


def test_an_empty_file_lacks_its_columns(tmp_path):
    with pytest.raises(InvalidData) as caught:
        read(tmp_path, stop_times="")
    assert caught.value.problems[0].file == "feed.zip/stop_times.txt"


def test_a_missing_column(tmp_path):
    problem = refused(tmp_path, stop_times=STOP_TIMES.replace("stop_id", "stop"))
    assert (problem.code, problem.file, problem.column) == (
        "transit_feed.missing_column",
        "feed.zip/stop_times.txt",
        "stop_id",
    )


def test_a_number_that_is_none_is_named_with_its_row_and_column(tmp_path):
    problem = refused(tmp_path, stop_times=STOP_TIMES.replace("B,2", "B,second"))
    assert (problem.code, problem.row, problem.column) == ("transit_feed.not_number", 3, "stop_sequence")
    assert problem.holes["value"] == "second"
    problem = refused(tmp_path, stops=STOPS.replace("60.0,10.1", '"60,0",10.1'))
    assert (problem.row, problem.column, problem.holes["value"]) == (3, "stop_lat", "60,0")


def test_a_row_with_too_many_fields(tmp_path):
    problem = refused(tmp_path, stops=STOPS.replace("B,Bru", "B,Bru, nedre"))
    assert (problem.code, problem.row) == ("transit_feed.too_many_fields", 3)


def test_rows_that_all_end_with_a_comma_do_not_shift_the_columns(tmp_path):
    head, *rows = STOPS.splitlines()
    problem = refused(tmp_path, stops="\n".join([head, *(f"{row}," for row in rows)]))
    assert problem.code == "transit_feed.too_many_fields"


def test_a_cell_that_must_be_filled_in(tmp_path):
    problem = refused(tmp_path, stop_times=STOP_TIMES.replace("T2,08:15:00,08:15:00,A", "T2,08:15:00,08:15:00,"))
    assert (problem.code, problem.row, problem.column) == ("transit_feed.empty_cell", 5, "stop_id")


def test_text_in_another_encoding_is_read_and_told(tmp_path):
    table, told = remark(tmp_path, "not_utf8", stops=STOPS.replace("Bru", "Brønn").encode("cp1252"))
    assert table.stop_names[1] == "Brønn"
    assert told.severity == "warning"


def test_a_stop_that_stands_twice(tmp_path):
    table, told = remark(tmp_path, "stop_repeated", stops=f"{STOPS}A,Aker,60.0,10.0\n")
    assert len(table.stop_ids) == 2
    assert (told.row, told.holes["id"]) == (4, "A")
    problem = refused(tmp_path, stops=f"{STOPS}A,Aker,60.0,10.2\n")
    assert (problem.code, problem.row, problem.column) == ("transit_feed.stop_differs", 4, "stop_id")


def test_a_trip_that_stands_twice(tmp_path):
    table, told = remark(tmp_path, "trip_repeated", trips=f"{TRIPS}L,weekdays,T1\n")
    assert table.trips == 2
    assert told.row == 4
    assert refused(tmp_path, trips=f"{TRIPS}L,sundays,T1\n").code == "transit_feed.trip_differs"


def test_a_position_that_is_none(tmp_path):
    problem = refused(tmp_path, stops=STOPS.replace("60.0,10.1", "6650000,260000"))
    assert (problem.code, problem.row) == ("transit_feed.not_on_earth", 3)


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
