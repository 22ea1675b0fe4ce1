"""A small feed becomes the timetable one can read out of it by hand."""

from datetime import date

import numpy as np
import pytest

from localisation.geography.transit.timetable import IMPOSSIBLE
from localisation.geography.transit.transit_times import transit_times
from localisation.reading.transit.read_timetable import read_timetable
from tests.geography.transit.made import STROLL, H, M
from tests.reading.transit.feed import CALENDAR, EPSG, FILES, HEAD, STOPS, T2_TIMES, TUESDAY, read, remark, runs, zipped

T1, T2 = [("A", 420, 420), ("B", 435, 435)], [("B", 480, 480), ("A", 495, 495)]


def test_stops_runs_and_times_are_those_of_the_files(tmp_path):
    found = read(tmp_path)
    table = found.timetable
    assert found.remarks == ()
    assert table.service_date == TUESDAY
    assert table.stop_ids == ("A", "B")
    assert table.stop_names == ("Aker", "Bru")
    assert table.trip_ids == ("T1", "T2")
    assert runs(table) == [T1, T2]
    assert table.may_board.all()
    assert table.may_alight.all()


def test_stops_are_projected_to_the_coordinate_system_of_the_place(tmp_path):
    # A degree of longitude at 60 degrees north is 55.8 km on the ellipsoid; UTM is within a few per mille of it there.
    xy = read(tmp_path).timetable.stop_xy_m
    assert np.hypot(*(xy[0] - xy[1])) == pytest.approx(5_580, rel=0.005)


def test_a_folder_reads_the_same_as_a_zip_and_a_zip_with_a_folder_in_it(tmp_path):
    folder = tmp_path / "unpacked"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    inner = zipped(tmp_path, FILES, inside="gtfs/")
    for path in (folder, inner):
        assert runs(read_timetable(path, path.name, EPSG, on=TUESDAY).timetable) == [T1, T2]


def test_the_digest_is_that_of_what_was_read(tmp_path):
    first, same = read(tmp_path).input, read(tmp_path).input
    assert first == same
    assert read(tmp_path, stops=STOPS.replace("Aker", "Eker")).input.sha256 != first.sha256


def test_a_byte_order_mark_spaces_and_windows_line_ends_do_no_harm(tmp_path):
    stops = '\ufeffstop_id, stop_name ,stop_lat,stop_lon\r\n A ,Aker,60.0,10.0\r\nB,"Bru, øvre",60.0,10.1\r\n'
    table = read(tmp_path, stops=stops).timetable
    assert table.stop_ids == ("A", "B")
    assert table.stop_names[1] == "Bru, øvre"


def test_ids_that_look_like_numbers_keep_their_zeros(tmp_path):
    stops = STOPS.replace("A,Aker", "007,Aker").replace("B,Bru", "7,Bru")
    times = FILES["stop_times.txt"].replace(",A,", ",007,").replace(",B,", ",7,")
    assert read(tmp_path, stops=stops, stop_times=times).timetable.stop_ids == ("007", "7")


def test_columns_that_are_not_used_may_hold_anything(tmp_path):
    stops = "stop_id,stop_name,stop_lat,stop_lon,wheelchair_boarding\nA,Aker,60.0,10.0,yes\nB,Bru,60.0,10.1,no\n"
    assert runs(read(tmp_path, stops=stops).timetable) == [T1, T2]


def test_calendar_dates_alone_are_enough(tmp_path):
    dates = "service_id,date,exception_type\nweekdays,20300305,1\n"
    assert runs(read(tmp_path, calendar=None, calendar_dates=dates).timetable) == [T1, T2]


def test_an_exception_adds_to_and_takes_from_the_calendar(tmp_path):
    trips = "route_id,service_id,trip_id\nL,weekdays,T1\nL,extra,T2\n"
    dates = "service_id,date,exception_type\nweekdays,20300305,2\nextra,20300305,1\n"
    assert runs(read(tmp_path, trips=trips, calendar_dates=dates).timetable) == [T2]


def test_a_trip_past_midnight_runs_on_into_the_small_hours(tmp_path):
    # From Monday 23:50 to 24:30: on Tuesday it is seen from −10 to 30 minutes, and Tuesday's own from 1430 to 1470.
    night = f"{HEAD}T1,23:50:00,23:50:00,A,1\nT1,24:30:00,24:30:00,B,2\n{T2_TIMES}"
    table = read(tmp_path, stop_times=night).timetable
    assert runs(table) == [[("A", -10, -10), ("B", 30, 30)], [("A", 1430, 1430), ("B", 1470, 1470)], T2]


def test_a_monday_has_no_night_bus_from_sunday(tmp_path):
    night = f"{HEAD}T1,23:50:00,23:50:00,A,1\nT1,24:30:00,24:30:00,B,2\n"
    trips = "route_id,service_id,trip_id\nL,weekdays,T1\n"
    table = read(tmp_path, on=date(2030, 3, 4), stop_times=night, trips=trips).timetable
    assert runs(table) == [[("A", 1430, 1430), ("B", 1470, 1470)]]


def test_the_first_trips_of_the_next_morning_are_there_for_late_journeys(tmp_path):
    early = f"{HEAD}T1,05:30:00,05:30:00,A,1\nT1,05:45:00,05:45:00,B,2\n{T2_TIMES}"
    table = read(tmp_path, stop_times=early).timetable
    assert runs(table) == [[("A", 330, 330), ("B", 345, 345)], [("A", 1770, 1770), ("B", 1785, 1785)], T2]


def test_where_one_may_not_board_or_alight(tmp_path):
    head = HEAD.replace("stop_sequence", "stop_sequence,pickup_type,drop_off_type")
    t1 = "T1,07:00:00,07:00:00,A,1,,1\nT1,07:15:00,07:15:00,B,2,1,0\n"
    t2 = "T2,08:00:00,08:00:00,B,1,3,1\nT2,08:15:00,08:15:00,A,2,1,2\n"
    times = f"{head}{t1}{t2}"
    table = read(tmp_path, stop_times=times).timetable
    assert table.may_board.tolist() == [True, False, True, False]
    assert table.may_alight.tolist() == [False, True, False, True]


def test_a_call_with_one_of_its_times_has_it_for_both(tmp_path):
    times = f"{HEAD}T1,,07:00:00,A,1\nT1,07:15:00,,B,2\n{T2_TIMES}"
    assert runs(read(tmp_path, stop_times=times).timetable) == [T1, T2]


def test_missing_times_are_filled_in_by_the_way_between_the_stops(tmp_path):
    # C is a quarter of the way from A to B: a quarter of the 20 minutes from 07:00 to 07:20.
    stops = f"{STOPS}C,Cato,60.0,10.025\n"
    trips = "route_id,service_id,trip_id\nL,weekdays,T1\n"
    times = f"{HEAD}T1,06:58:00,07:00:00,A,1\nT1,,,C,2\nT1,07:20:00,07:21:00,B,3\n"
    table, told = remark(tmp_path, "times_filled", stops=stops, trips=trips, stop_times=times)
    assert runs(table) == [[("A", 418, 420), ("C", 425, 425), ("B", 440, 441)]]
    assert (told.severity, told.row, told.holes["count"]) == ("note", 3, 1)


def test_missing_times_at_one_and_the_same_place_are_spread_evenly(tmp_path):
    stops = "stop_id,stop_lat,stop_lon\nA,60.0,10.0\nB,60.0,10.0\nC,60.0,10.0\n"
    trips = "route_id,service_id,trip_id\nL,weekdays,T1\n"
    times = f"{HEAD}T1,07:00:00,07:00:00,A,1\nT1,,,C,2\nT1,,,C,3\nT1,07:30:00,07:30:00,B,4\n"
    table, _ = remark(tmp_path, "times_filled", stops=stops, trips=trips, stop_times=times)
    assert [a for _, a, _ in runs(table)[0]] == [420, 430, 440, 450]


def test_rows_out_of_order_are_put_in_order_and_told(tmp_path):
    turned = f"{HEAD}T1,07:15:00,07:15:00,B,20\nT1,07:00:00,07:00:00,A,3\n{T2_TIMES}"
    apart = f"{HEAD}T1,07:15:00,07:15:00,B,20\n{T2_TIMES}T1,07:00:00,07:00:00,A,3\n"
    for times in (turned, apart):
        table, told = remark(tmp_path, "put_in_order", stop_times=times)
        assert runs(table) == [T1, T2]
        assert (told.row, told.column, told.holes["trip"], told.holes["count"]) == (2, "stop_sequence", "T1", 1)


def test_a_trip_given_by_its_headway_runs_from_start_up_to_end(tmp_path):
    # Every 20 minutes from 10:00 up to 11:00: 10:00, 10:20 and 10:40; the pattern's own 07:00 is not a run.
    often = "trip_id,start_time,end_time,headway_secs,exact_times\nT1,10:00:00,11:00:00,1200,1\n"
    table = read(tmp_path, frequencies=often).timetable
    assert [run[0][1] for run in runs(table)] == [600, 620, 640, 480]
    assert [run[1][1] for run in runs(table)] == [615, 635, 655, 495]


def test_that_headways_are_not_exact_is_told(tmp_path):
    often = "trip_id,start_time,end_time,headway_secs\nT1,10:00:00,11:00:00,1200\n"
    table, told = remark(tmp_path, "headway_not_exact", frequencies=often)
    assert table.trips == 4
    assert (told.severity, told.row) == ("note", 2)


def test_stops_of_one_station_share_it_whether_or_not_the_station_is_listed(tmp_path):
    stops = (
        "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station\n"
        "A,Aker,60.0,10.0,,S\nB,Bru,,,,S\nS,Stasjon,60.0,10.1,1,\n"
    )
    table = read(tmp_path, stops=stops).timetable
    assert table.stop_station[0] == table.stop_station[1]
    # B has no position of its own and stands where its station does.
    assert np.hypot(*(table.stop_xy_m[0] - table.stop_xy_m[1])) == pytest.approx(5_580, rel=0.005)
    unlisted = stops.replace("S,Stasjon,60.0,10.1,1,\n", "").replace("B,Bru,,", "B,Bru,60.0,10.1")
    assert len(set(read(tmp_path, stops=unlisted).timetable.stop_station)) == 1
    assert len(set(read(tmp_path).timetable.stop_station)) == 2


def test_changes_that_are_stated_for_stops_and_stations(tmp_path):
    stops = (
        "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station\n"
        "A,Aker,60.0,10.0,,S\nB,Bru,60.0,10.0,,\nS,Stasjon,60.0,10.1,1,\n"
    )
    changes = "from_stop_id,to_stop_id,transfer_type,min_transfer_time\nS,B,2,500\nA,A,2,300\nB,A,3,\nB,B,1,\nA,S,0,\n"
    stated = read(tmp_path, stops=stops, transfers=changes).timetable.stated
    found = dict(zip(zip(stated.from_stop.tolist(), stated.to_stop.tolist(), strict=True), stated.seconds, strict=True))
    assert found == {(0, 1): 500, (0, 0): 300, (1, 0): IMPOSSIBLE, (1, 1): 0}


def test_what_is_stated_for_a_stop_comes_before_what_is_stated_for_its_station(tmp_path):
    stops = (
        "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station\n"
        "A,Aker,60.0,10.0,,S\nB,Bru,60.0,10.0,,S\nS,Stasjon,60.0,10.1,1,\n"
    )
    changes = "from_stop_id,to_stop_id,transfer_type,min_transfer_time\nS,S,2,500\nA,B,2,60\n"
    stated = read(tmp_path, stops=stops, transfers=changes).timetable.stated
    assert (stated.from_stop[0], stated.to_stop[0], stated.seconds[0]) == (0, 1, 60)
    assert len(stated.seconds) == 5


def test_stops_no_one_calls_at_are_not_in_the_timetable(tmp_path):
    assert read(tmp_path, stops=f"{STOPS}C,Cato,,\n").timetable.stop_ids == ("A", "B")


def test_progress_rises_to_the_whole_feed(tmp_path):
    seen: list[tuple[int, int]] = []
    path = zipped(tmp_path, FILES)
    read_timetable(path, "feed.zip", EPSG, on=TUESDAY, progress=lambda done, of: seen.append((done, of)))
    assert seen == sorted(seen)
    assert seen[-1] == (sum(map(len, FILES.values())),) * 2


def test_from_the_files_to_the_door(tmp_path):
    # Home at A, office at B: a wish at 07:00 is in at 07:15; later ones wait for the next day and have no connection.
    table = read(tmp_path, calendar=CALENDAR).timetable
    a, b = ((round(x), round(y)) for x, y in table.stop_xy_m)
    at_seven = STROLL.model_copy(update={"window_start_s": 7 * H - M, "window_end_s": 7 * H + M})
    times = transit_times(table, {"home": a}, {"office": b}, at_seven)
    assert times.connected["home"]["office"] == 2
    assert times.median_s["home"]["office"] == pytest.approx(15 * M, abs=2)
    assert times.percentile_s["home"]["office"] == pytest.approx(16 * M, abs=2)
