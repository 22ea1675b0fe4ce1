"""A feed that has been read is not read again."""

from datetime import date

import numpy as np

from localisation.reading.transit.read_timetable import read_timetable
from tests.reading.transit.feed import EPSG, FILES, HEAD, TUESDAY, runs, zipped

CHANGES = {"transfers.txt": "from_stop_id,to_stop_id,transfer_type,min_transfer_time\nA,B,2,60\n"}
NO_TIME = {"stop_times.txt": f"{HEAD}T1,07:00:00,07:00:00,A,1\nT1,,,B,2\nT1,07:30:00,07:30:00,A,3\n",
           "trips.txt": "route_id,service_id,trip_id\nL,weekdays,T1\n"}  # fmt: skip


def same(a, b):
    for name in a.__slots__:
        one, other = getattr(a, name), getattr(b, name)
        if name == "stated":
            same(one, other)
        elif isinstance(one, np.ndarray):
            np.testing.assert_array_equal(one, other, strict=True)
        else:
            assert one == other


def test_the_second_reading_gives_the_very_same_from_what_was_kept(tmp_path, monkeypatch):
    path, cache = zipped(tmp_path, FILES | CHANGES | NO_TIME), tmp_path / "cache"
    first = read_timetable(path, "feed.zip", EPSG, cache=cache)
    assert [p.code for p in first.remarks] == ["transit_feed.date_chosen", "transit_feed.times_filled"]
    monkeypatch.setattr("localisation.reading.transit.read_timetable.read_stops", None)
    second = read_timetable(path, "feed.zip", EPSG, cache=cache)
    same(first.timetable, second.timetable)
    assert second.remarks == first.remarks
    assert second.input == first.input
    assert [p.name[0] for p in cache.iterdir()] == ["t"]


def test_another_date_feed_or_coordinate_system_is_read_anew(tmp_path):
    cache = tmp_path / "cache"
    path = zipped(tmp_path, FILES)
    read_timetable(path, "feed.zip", EPSG, on=TUESDAY, cache=cache)
    read_timetable(path, "feed.zip", EPSG, on=date(2030, 3, 6), cache=cache)
    read_timetable(path, "feed.zip", EPSG - 1, on=TUESDAY, cache=cache)
    read_timetable(zipped(tmp_path, FILES | CHANGES), "feed.zip", EPSG, on=TUESDAY, cache=cache)
    assert len(list(cache.iterdir())) == 4


def test_what_is_kept_but_damaged_is_read_anew(tmp_path):
    path, cache = zipped(tmp_path, FILES), tmp_path / "cache"
    first = read_timetable(path, "feed.zip", EPSG, on=TUESDAY, cache=cache)
    for kept in cache.rglob("*.parquet"):
        kept.write_bytes(kept.read_bytes()[:-20])
    second = read_timetable(path, "feed.zip", EPSG, on=TUESDAY, cache=cache)
    assert runs(second.timetable) == runs(first.timetable)


def test_remarks_name_the_feed_as_it_is_called_now(tmp_path):
    path, cache = zipped(tmp_path, FILES | NO_TIME), tmp_path / "cache"
    read_timetable(path, "feed.zip", EPSG, cache=cache)
    renamed = read_timetable(path, "other.zip", EPSG, cache=cache)
    assert {(p.file or "").split("/")[0] for p in renamed.remarks} == {"other.zip"}
