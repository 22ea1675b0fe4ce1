"""Real files dropped into the folder of a small place, and a line each in place.toml, replace what it had."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from localisation.domain.travel import Mode
from localisation.exporting.travel.basis import mode_basis
from localisation.reading.scenario import read_scenario
from tests.reading import tiny

GEO = Path(__file__).parents[3] / "shared" / "geo"
ROADS, TRAINS = GEO / "oslo-east-filtered.osm.pbf", GEO / "gtfs_flytoget_asker.zip"
GRID = GEO / "asker_befolkning_rutenett_250m_2001_2022.gpkg"

pytestmark = pytest.mark.skipif(not (ROADS.exists() and TRAINS.exists() and GRID.exists()), reason="no ../shared/geo")

OSLO_S, ASKER = (59.9102, 10.7553), (59.8337, 10.4345)


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOCALISATION_CACHE", str(tmp_path / "cache"))


def moved(folder: Path, to: tuple[float, float], lines: str, *files: Path) -> Path:
    """The tiny place at a third of its size, its northern centre at a station, with files beside its tables."""
    tables = tiny.tables()
    for name in ("centres", "buildings", "zones", "road_nodes"):
        for row in tables[name]:
            row["lat"] = f"{to[0] + 0.3 * (float(row['lat']) - 59.10):.5f}"
            row["lon"] = f"{to[1] + 0.3 * (float(row['lon']) - 10.10):.5f}"
    scenario = tiny.write(folder, tables, place=f"{tiny.PLACE}\n{lines}\n")
    for file in files:
        shutil.copy(file, folder / "sted" / file.name)
    return scenario


def test_a_road_network_and_a_timetable_take_a_line_each(tmp_path: Path):
    lines = f'[travel]\nroads = "{ROADS.name}"\ntransit = "{TRAINS.name}"\ntransit_date = 2016-12-06'
    found = read_scenario(moved(tmp_path, OSLO_S, lines, ROADS, TRAINS))
    assert found.rests_on == {
        Mode.CAR: "osm",
        Mode.BICYCLE: "osm",
        Mode.WALK: "osm",
        Mode.TRANSIT: "gtfs_streets",
    }
    assert [mode for mode, times in found.modes.items() if not times.estimate] == [Mode.TRANSIT]
    assert found.timetable_day == date(2016, 12, 6)
    # The centres lie 3.8 km apart as the crow flies; nobody drives that in two minutes, or needs a quarter of an hour.
    assert 120 < found.modes[Mode.CAR].centre_s["SOR"]["B1"] < 900
    assert found.modes[Mode.WALK].centre_s["SOR"]["B1"] > 3_800 / 80 * 60
    # One station alone: the train goes nowhere within the place, and that is told, not filled in.
    transit = next(b for b in mode_basis(found) if b.mode is Mode.TRANSIT)
    assert transit.unreachable > 0
    assert transit.day == date(2016, 12, 6)


def test_a_grid_takes_a_line_and_its_year(tmp_path: Path):
    lines = f'[population]\nfile = "{GRID.name}"\nyear = 2022'
    found = read_scenario(moved(tmp_path, ASKER, lines, GRID))
    zones = found.inventory.zones
    assert {z.area for z in zones} == {"Nord 1", "Sør 1"}
    assert 200 < len(zones) < 3_052, "the cells within two kilometres of the place, of all in the municipality"
    assert all(z.population > 0 for z in zones)
    assert any(p.code == "population.outside" for p in found.remarks)
    assert any(p.code == "population.in_place_of" for p in found.remarks)
