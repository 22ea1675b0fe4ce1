"""Which departures count, how far people walk, and along what: settings of the place, with defaults."""

from pathlib import Path

import pytest

from localisation.domain.travel import Mode, TravelTimes
from localisation.reading.scenario import read_scenario
from localisation.reading.transit import timetable_cache
from localisation.reading.travel.clock import clock_s
from tests.reading.reading_of import problems_of
from tests.reading.roads.made import pbf
from tests.reading.transit.feed import zipped
from tests.reading.travel.test_travel_of_a_place import FEED, cache, roads, with_lines

__all__ = ["cache"]
USED = ('transit = "feed.zip"', 'transit_date = "2030-03-05"')


def with_feed(folder: Path, *lines: str) -> Path:
    scenario = with_lines(folder, *USED, *lines)
    zipped(folder / "sted", FEED)
    return scenario


def transit(folder: Path, *lines: str) -> TravelTimes:
    return read_scenario(with_feed(folder, *lines)).modes[Mode.TRANSIT]


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("07:00", 25_200),
        ("7.30", 27_000),
        ("00:00", 0),
        ("24:00", 86_400),
        ("24:01", None),
        ("7", None),
        ("8:60", None),
    ],
)
def test_times_of_the_day_as_people_write_them(written: str, seconds: int | None):
    assert clock_s(written) == seconds


def test_another_window_has_other_waits(tmp_path: Path, cache: Path):
    # Buses leave at the hour; who wants to go at 07:50 … 07:59 waits 10 … 1 minutes: the lower median is 5.
    found = transit(tmp_path, 'transit_from = "07:50"', 'transit_until = "08:00"')
    assert found.centre_s["NOR"]["B3"] == pytest.approx((5 + 20) * 60 + 122, abs=3)


def test_the_slowest_departure_counts_at_a_hundred_per_cent(tmp_path: Path, cache: Path):
    found = transit(tmp_path, 'transit_from = "07:50"', 'transit_until = "08:00"', "transit_percentile = 100")
    assert found.centre_s["NOR"]["B3"] == pytest.approx((10 + 20) * 60 + 122, abs=3)


def test_a_shorter_walk_or_a_shorter_journey_leaves_pairs_out(tmp_path: Path, cache: Path):
    # The house lies 122 s on foot from its stop, and the median journey takes 51 minutes.
    assert "B3" in transit(tmp_path, "transit_to_stop_min = 3").centre_s["NOR"]
    assert "B3" not in transit(tmp_path, "transit_to_stop_min = 2").centre_s["NOR"]
    assert "B3" not in transit(tmp_path, "transit_longest_min = 45").centre_s["NOR"]


@pytest.mark.parametrize(
    ("lines", "code", "column"),
    [
        (['transit_from = "sju"'], "travel.clock", "transit_from"),
        (['transit_from = "09:00"'], "travel.window", "transit_from"),
        (['transit_until = "06:00"'], "travel.window", "transit_until"),
        (["transit_to_stop_min = -1"], "too_low", "transit_to_stop_min"),
        (["transit_walk = 3"], "unknown_key", "transit_walk"),
    ],
)
def test_settings_that_make_no_sense_are_told_with_their_line(
    tmp_path: Path, cache: Path, lines: list[str], code: str, column: str
):
    (problem,) = [p for p in problems_of(with_feed(tmp_path, *lines)) if p.severity == "error"]
    assert problem.code.startswith(code)
    assert (problem.column, problem.row is not None) == (column, True)


def test_with_a_network_the_walk_to_the_stop_is_along_its_streets(tmp_path: Path, cache: Path):
    # The house lies 111 m north and 57 m east of the stop. The only street to it goes 0.02 degrees (1.1 km) round.
    scenario = with_feed(tmp_path, 'roads = "veier.osm.pbf"')
    bend = {1: (10.10, 59.10), 2: (10.20, 59.00), 3: (10.22, 59.00), 4: (10.22, 59.001), 5: (10.2015, 59.001)}
    street = {"highway": "residential"}
    pbf(tmp_path / "sted/veier.osm.pbf", bend, [((1, 2), street), ((2, 3, 4, 5), street)])
    found = read_scenario(scenario)
    assert found.rests_on[Mode.TRANSIT] == "gtfs_streets"
    by_foot = found.modes[Mode.WALK].centre_s["SOR"]["B3"]
    assert by_foot > 1_500
    # 29 minutes of waiting and 20 on the bus, then the walk that is the same as all on foot from the centre, where
    # the bus stops; it is longer than 20 minutes, so it takes a longer limit.
    assert "B3" not in found.modes[Mode.TRANSIT].centre_s["NOR"]
    longer = read_scenario(with_lines(tmp_path, *USED, 'roads = "veier.osm.pbf"', "transit_to_stop_min = 60"))
    walk = longer.modes[Mode.TRANSIT].centre_s["NOR"]["B3"] - (29 + 20) * 60
    assert walk == pytest.approx(by_foot, abs=2)
    assert longer.modes[Mode.TRANSIT].centre_s["SOR"]["B3"] == pytest.approx(by_foot, abs=1), "on foot all the way"


def test_a_network_or_a_new_way_of_reading_feeds_is_not_answered_from_the_cache(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
):
    def kept() -> int:
        return len(list(cache.glob("*.times.parquet")))

    transit(tmp_path)
    assert kept() == 1
    transit(tmp_path)
    assert kept() == 1
    monkeypatch.setattr(timetable_cache, "VERSION", 10_000)
    monkeypatch.setattr("localisation.reading.travel.travel_modes.TIMETABLE_VERSION", 10_000)
    transit(tmp_path)
    assert kept() == 2
    roads(tmp_path)
    read_scenario(with_lines(tmp_path, *USED, 'roads = "veier.osm.pbf"'))
    assert kept() == 6, "three modes by road, and public transport with walks along streets"
