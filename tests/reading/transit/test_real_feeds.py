"""Two real feeds, where they are at hand: what is read is what one finds in their files by hand."""

import csv
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from localisation.domain.errors import InvalidData
from localisation.geography.transit.settings import TransitSettings
from localisation.geography.transit.transit_times import transit_times
from localisation.reading.transit.read_timetable import read_timetable
from tests.geography.transit.made import at

GEO = Path(__file__).parents[4] / "shared" / "geo"
AIRPORT_TRAIN, FLIGHTS = GEO / "gtfs_flytoget_asker.zip", GEO / "gtfs_entur_avinor_2025.zip"
here = pytest.mark.skipif(not AIRPORT_TRAIN.exists(), reason="the feeds are not part of the project")
EPSG = 25833


def rows(path: Path, table: str) -> list[dict[str, str]]:
    with zipfile.ZipFile(path) as archive, archive.open(f"{table}.txt") as file:
        return list(csv.DictReader(io.TextIOWrapper(file, "utf-8-sig")))


def running(path: Path, day: str) -> set[str]:
    """The trips of a date, by calendar_dates alone: no service of these feeds runs by its calendar."""
    services = {r["service_id"] for r in rows(path, "calendar_dates") if (r["date"], r["exception_type"]) == (day, "1")}
    return {r["trip_id"] for r in rows(path, "trips") if r["service_id"] in services}


@here
@pytest.mark.parametrize(
    ("path", "stops", "trips", "day"),
    [(AIRPORT_TRAIN, 10, 516, date(2016, 12, 6)), (FLIGHTS, 94, 2_245, date(2025, 3, 26))],
)
def test_stops_and_trips_are_as_many_as_in_the_files(path, stops, trips, day):
    assert len(rows(path, "stops")) == stops
    assert len(rows(path, "trips")) == trips
    table = read_timetable(path, path.name, EPSG, on=day).timetable
    today = running(path, f"{day:%Y%m%d}")
    own = {t for t, a in zip(table.trip_ids, table.trip_starts, strict=False) if 0 <= table.depart_s[a] < 86_400}
    assert own == today
    served = {r["stop_id"] for r in rows(path, "stop_times") if r["trip_id"] in set(table.trip_ids)}
    assert set(table.stop_ids) == served


@here
def test_the_airport_train_takes_47_minutes_and_leaves_every_twenty():
    # From Asker at 07:15, 07:35, 07:55, 08:15, …, in at 08:02 and so on (trips 233, 235, …). A wish at any minute of
    # the two hours waits 0 to 19 minutes, each six times of 120: the 60th in order waits 9, the 102nd 16.
    table = read_timetable(AIRPORT_TRAIN, "feed.zip", EPSG, on=date(2016, 12, 6)).timetable
    places = dict(zip(table.stop_names, map(tuple, table.stop_xy_m.tolist()), strict=True))
    times = transit_times(
        table, {"a": places["Asker"]}, {"o": places["Oslo Lufthavn"]}, TransitSettings(window_start_s=at("07:00"))
    )
    assert times.connected["a"]["o"] == 120
    assert times.median_s["a"]["o"] == (47 + 9) * 60
    assert times.percentile_s["a"]["o"] == (47 + 16) * 60


@here
def test_the_feed_that_calls_one_stop_the_station_of_another_is_told_of_it():
    # stops.txt says that Oslo S belongs to Lillestrøm, 20 km away, which is no station in the feed.
    found = read_timetable(AIRPORT_TRAIN, "feed.zip", EPSG, on=date(2016, 12, 6))
    assert [p.code for p in found.remarks] == ["transit_feed.parent_no_station"]
    assert len(found.timetable.stated.seconds) == 10


@here
def test_a_flight_read_out_of_the_file_by_hand():
    # The first flight of the day from Sandefjord in stop_times.txt and the time it takes.
    day = date(2025, 3, 26)
    table = read_timetable(FLIGHTS, "feed.zip", EPSG, on=day).timetable
    today = running(FLIGHTS, f"{day:%Y%m%d}")
    flights = [r for r in rows(FLIGHTS, "stop_times") if r["trip_id"] in today]
    quays = {r["stop_id"]: r["stop_name"] for r in rows(FLIGHTS, "stops")}
    first = min(
        (r for r in flights if quays[r["stop_id"]].startswith("Sandefjord") and r["stop_sequence"] == "1"),
        key=lambda r: r["departure_time"],
    )
    landing = next(r for r in flights if r["trip_id"] == first["trip_id"] and r["stop_sequence"] == "2")
    place = dict(zip(table.stop_ids, map(tuple, table.stop_xy_m.tolist()), strict=True))
    leaves, lands = at(first["departure_time"]), at(landing["arrival_time"])
    wish = TransitSettings(window_start_s=leaves - 600, window_end_s=leaves - 540, most_changes=0)
    times = transit_times(table, {"o": place[first["stop_id"]]}, {"d": place[landing["stop_id"]]}, wish)
    # One who stands at the gate ten minutes before it leaves.
    assert times.median_s["o"]["d"] == 600 + lands - leaves


@here
def test_a_feed_of_flights_far_from_a_place_in_the_sea_is_refused():
    with pytest.raises(InvalidData) as caught:
        read_timetable(AIRPORT_TRAIN, "feed.zip", EPSG, on=date(2016, 12, 6), near=[(0, 7_500_000)])
    assert [p.code for p in caught.value.problems if p.severity == "error"] == ["transit_feed.far_from_place"]
