"""What is wrong with a feed is named with its file, row and column; what can be done without is left out and told."""

import zipfile

import pytest

from localisation.domain.errors import InvalidData
from tests.reading.transit.feed import (
    FILES,
    MANY_TIMES,
    MANY_TRIPS,
    STOP_TIMES,
    STOPS,
    TRIPS,
    faults,
    read,
    refused,
    remark,
    zipped,
)


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


def test_more_calls_than_memory_holds_are_refused_while_they_are_read(tmp_path, monkeypatch):
    path = zipped(tmp_path, FILES)
    monkeypatch.setattr("localisation.reading.transit.calls.MOST_CALLS", 1)
    assert faults(path) == ["too_many_calls"]
