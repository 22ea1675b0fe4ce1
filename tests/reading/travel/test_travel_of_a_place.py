"""A road network and a timetable in the folder of a place, with a line each in place.toml, replace the sketches."""

from pathlib import Path

import geopandas
import pytest
import shapely

from localisation.domain.errors import InvalidData
from localisation.domain.instance import Instance
from localisation.domain.travel import Mode
from localisation.pictures.travel.depot import depot_response
from localisation.reading.digest import digest
from localisation.reading.scenario import read_scenario
from tests.reading import tiny
from tests.reading.reading_of import problems_of
from tests.reading.roads.made import pbf
from tests.reading.transit.feed import CALENDAR, HEAD, zipped

# Two streets of the network: one past Nordby and Sørby at their centres, 12.5 km as the crow flies.
NODES = {1: (10.10, 59.10), 2: (10.20, 59.00)}
STOPS = "stop_id,stop_name,stop_lat,stop_lon\nN,Nordby,59.10,10.10\nS,Sørby,59.00,10.20\n"
TRIPS = "route_id,service_id,trip_id\n" + "".join(f"L,weekdays,T{h}\n" for h in range(7, 12))
TIMES = HEAD + "".join(
    f"T{h},{h:02}:00:00,{h:02}:00:00,N,1\nT{h},{h:02}:20:00,{h:02}:20:00,S,2\n" for h in range(7, 12)
)
FEED = {"stops.txt": STOPS, "trips.txt": TRIPS, "stop_times.txt": TIMES, "calendar.txt": CALENDAR}


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LOCALISATION_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def with_lines(folder: Path, *lines: str, scenario: str = tiny.SCENARIO) -> Path:
    return tiny.write(folder, tiny.tables(), place="\n".join([tiny.PLACE, "[travel]", *lines, ""]), scenario=scenario)


def roads(folder: Path) -> None:
    pbf(folder / "sted/veier.osm.pbf", NODES, [((1, 2), {"highway": "primary", "maxspeed": "60"})])


def lines_used(instance: Instance) -> dict[str, str]:
    return {mode.value: kind for mode, kind in instance.rests_on.items()}


def test_the_sketches_are_used_until_something_better_is_there(tmp_path: Path, cache: Path):
    found = read_scenario(tiny.write(tmp_path, tiny.tables()))
    assert lines_used(found) == dict.fromkeys(("car", "bicycle", "walk"), "road_sketch")
    assert found.travel is found.modes[Mode.CAR]
    assert found.travel.estimate


def test_one_line_is_all_it_takes_for_a_road_network(tmp_path: Path, cache: Path):
    scenario = with_lines(tmp_path, 'roads = "veier.osm.pbf"')
    roads(tmp_path)
    found = read_scenario(scenario)
    assert lines_used(found) == dict.fromkeys(("car", "bicycle", "walk"), "osm")
    assert found.travel.estimate, "where the streets are is data; a speed limit is no speed"
    # 12.52 km between the centres at 60 km/h are 751 s; the town hall lies 125 m from the street's end.
    assert found.travel.centre_s["SOR"]["B1"] == pytest.approx(751 + 20, abs=12)
    assert found.modes[Mode.BICYCLE].centre_s["SOR"]["B1"] == pytest.approx(4 * (751 + 20), rel=0.05)
    assert any(f.path.endswith("veier.osm.pbf") for f in found.files)


def test_depots_drive_on_the_network_too(tmp_path: Path, cache: Path):
    scenario = with_lines(tmp_path, 'roads = "veier.osm.pbf"')
    roads(tmp_path)
    found = read_scenario(scenario)
    # The town hall lies 125 m from one end of the only street, 12.5 km at 60 km/h: in 10 minutes 10 km less the leg.
    ten, *_, forty = depot_response(found, ["B1"])
    assert ten.road_m == pytest.approx(12_520, rel=0.01)
    assert ten.road_within_m == pytest.approx(10_000 - 20 * 1_000 / 60, abs=250)
    assert forty.road_share == 1
    assert forty.people.share == 1


def test_what_was_worked_out_is_read_from_the_cache(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch):
    scenario = with_lines(tmp_path, 'roads = "veier.osm.pbf"')
    roads(tmp_path)
    first = read_scenario(scenario)
    kept = sorted(p.name for p in cache.iterdir())
    assert len([name for name in kept if name.endswith(".times.parquet")]) == 3

    def never(*_: object, **__: object) -> None:
        raise AssertionError("worked out again")

    monkeypatch.setattr("localisation.reading.travel.by_roads.network_times", never)
    assert read_scenario(scenario).modes == first.modes
    assert sorted(p.name for p in cache.iterdir()) == kept


def test_a_feed_gives_times_by_public_transport(tmp_path: Path, cache: Path):
    scenario = with_lines(tmp_path, 'transit = "feed.zip"', 'transit_date = "2030-03-05"')
    zipped(tmp_path / "sted", FEED)
    found = read_scenario(scenario)
    times = found.modes[Mode.TRANSIT]
    assert lines_used(found)["transit"] == "gtfs"
    assert not times.estimate
    # Leaving at a whole minute from 07:00 to 08:59 one waits 0 to 59 minutes for the bus: the lower median is 29. Then
    # 20 minutes on it, and to the house 111 m north and 57 m east, 125 m, by 130 % at 80 m a minute, 122 s.
    assert times.centre_s["NOR"]["B3"] == pytest.approx((29 + 20) * 60 + 122, abs=3)
    assert "B1" not in times.centre_s["SOR"], "no bus goes north"


def test_a_mix_weighs_the_modes_and_names_what_there_is_no_data_for(tmp_path: Path, cache: Path):
    mix = tiny.SCENARIO + "\n[travel.visits]\ncar = 50\nwalk = 50\n"
    found = read_scenario(tiny.write(tmp_path, tiny.tables(), scenario=mix))
    car, walk = (found.modes[m].centre_s["NOR"]["B3"] for m in (Mode.CAR, Mode.WALK))
    assert found.travel.centre_s["NOR"]["B3"] == (car + walk + 1) // 2
    assert found.commute is found.modes[Mode.CAR]
    bus = tiny.SCENARIO + "\n[travel.commute]\ncar = 50\ntransit = 50\n"
    (problem,) = [p for p in problems_of(tiny.write(tmp_path, tiny.tables(), scenario=bus)) if p.severity == "error"]
    assert (problem.code, problem.column) == ("mode_without_data", "transit")


@pytest.mark.parametrize(
    ("shares", "code"), [("car = 60", "mix_not_whole"), ("car = 60\nsykkel = 40", "unknown_key"), ("car = 101", "")]
)
def test_shares_that_make_no_mix_are_refused(tmp_path: Path, cache: Path, shares: str, code: str):
    scenario = tiny.write(tmp_path, tiny.tables(), scenario=f"{tiny.SCENARIO}\n[travel.visits]\n{shares}\n")
    errors = [p.code for p in problems_of(scenario) if p.severity == "error"]
    assert errors
    assert not code or code in errors


def test_a_criterion_cannot_ask_for_a_mode_without_data(tmp_path: Path, cache: Path):
    criteria = tiny.CRITERIA + (
        '\n[[criterion]]\nid = "K3"\nname = "Nær"\nrule = "centre_within"\nstrength = "must"\n'
        'parameters = { limit_min = 60, mode = "transit" }\n'
    )
    errors = [p for p in problems_of(tiny.write(tmp_path, tiny.tables(), criteria=criteria)) if p.severity == "error"]
    assert [p.code for p in errors] == ["mode_of_criterion"]


@pytest.mark.parametrize("key", ["roads", "transit"])
def test_a_file_that_is_not_there_is_told_with_its_line(tmp_path: Path, cache: Path, key: str):
    with pytest.raises(InvalidData) as fault:
        read_scenario(with_lines(tmp_path, f'{key} = "borte.zip"'))
    (problem,) = fault.value.problems
    assert (problem.code, Path(problem.file).name, problem.row is not None) == ("travel_no_file", "place.toml", True)


def test_a_network_read_otherwise_is_not_taken_from_the_cache(tmp_path: Path, cache: Path):
    # The same streets in the same file, 20 minutes in one layer and 12 in the other.
    rows = [{"fromnode": 1, "tonode": 2, "oneway": "B", "speedfw": 60, "isferry": 0}]
    ends = shapely.LineString([(563_000, 6_551_700), (568_900, 6_540_700)])
    for layer, minutes in (("slow", 20.0), ("fast", 12.0)):
        with_times = [{**row, "drivetime_fw": minutes, "drivetime_bw": minutes, "geometry": ends} for row in rows]
        frame = geopandas.GeoDataFrame(with_times, geometry="geometry", crs=25832)
        (tmp_path / "sted").mkdir(exist_ok=True)
        frame.to_file(tmp_path / "sted/veier.gpkg", layer=layer, driver="GPKG")
    found = {}
    for layer in ("slow", "fast"):
        scenario = with_lines(tmp_path, 'roads = "veier.gpkg"', f'roads_layer = "{layer}"')
        found[layer] = read_scenario(scenario).travel.centre_s["SOR"]["B1"]
    assert found["slow"] - found["fast"] == pytest.approx(8 * 60, abs=60)


def test_the_files_are_known_by_where_they_lie_so_that_they_can_be_found_again(tmp_path: Path, cache: Path):
    lines = ['roads = "vei/v.csv"', 'roads_nodes = "vei/n.csv"', 'transit = "feed"', 'transit_date = "2030-03-05"']
    scenario = with_lines(tmp_path, *lines)
    (tmp_path / "sted/vei").mkdir()
    (tmp_path / "sted/vei/v.csv").write_text("start;end;seconds\nA;B;700\n", "utf-8")
    (tmp_path / "sted/vei/n.csv").write_text("id;lat;lon\nA;59.10;10.10\nB;59.00;10.20\n", "utf-8")
    (tmp_path / "sted/feed").mkdir()
    for name, text in FEED.items():
        (tmp_path / "sted/feed" / name).write_text(text, "utf-8")
    found = read_scenario(scenario)
    named = {f.path.rpartition("sted/")[2] for f in found.files}
    assert {"vei/v.csv", "vei/n.csv", "feed"} <= named
    assert all(digest(Path(f.path)) == f.sha256 for f in found.files), "as verify reads them again"
