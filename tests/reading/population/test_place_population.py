"""A grid in the folder of a place and two lines in place.toml: its people take the place of those in the table."""

from pathlib import Path

import pytest
from pyproj import Transformer
from shapely import MultiPoint

from localisation.domain.errors import InvalidData
from localisation.reading.population.grid_id import grid_id
from localisation.reading.scenario import read_scenario
from localisation.reading.told import told
from tests.reading import tiny
from tests.reading.population.grids import frame

TO_GRID = Transformer.from_crs(4326, 25833, always_xy=True)


def cell_at(lat: float, lon: float) -> int:
    """The id of the 250 m cell that holds the spot."""
    east, north = TO_GRID.transform(lon, lat)
    return grid_id(int(east // 250) * 250, int(north // 250) * 250, 250)


def place(folder: Path, lines: str, rows: list[tuple[int, int]]) -> Path:
    scenario = tiny.write(folder, tiny.tables(), place=f"{tiny.PLACE}\n[population]\n{lines}\n")
    text = "".join(f"{key},{people}\n" for key, people in rows)
    (folder / "sted/rutenett.csv").write_text(f"SSBID0250M,pop_2030\n{text}", "utf-8")
    return scenario


def corners() -> list[tuple[int, int]]:
    """A cell at every zone of the tiny place, with 10, 20, 30 … people."""
    zones = tiny.tables()["zones"]
    return [(cell_at(float(z["lat"]), float(z["lon"])), 10 * (i + 1)) for i, z in enumerate(zones)]


def test_cells_take_the_place_of_the_zones_with_the_areas_and_districts_of_the_nearest(tmp_path: Path):
    found = read_scenario(place(tmp_path, 'file = "rutenett.csv"', corners()))
    zones = found.inventory.zones
    before = tiny.tables()["zones"]
    assert [z.population for z in zones] == [10 * (i + 1) for i in range(len(before))]
    assert [(z.area, z.district) for z in zones] == [(z["area"], z["district"]) for z in before]
    assert any(f.path.endswith("rutenett.csv") for f in found.files)
    assert not any(f.table == "zones" for f in found.figures), "figures that are not used are not told of"
    note = next(p for p in found.remarks if p.code == "population.in_place_of")
    assert dict(note.holes) == {"places": len(before), "people": sum(n for _, n in corners()), "before": len(before)}
    assert "rutenett.csv" in told(note, "nb").where


def test_cells_far_from_every_zone_are_left_out_and_it_is_told(tmp_path: Path):
    found = read_scenario(place(tmp_path, 'file = "rutenett.csv"', [*corners(), (cell_at(60.5, 10.1), 500)]))
    assert found.inventory.population == sum(n for _, n in corners())
    assert any(p.code == "population.outside" for p in found.remarks)
    assert not any(p.code.startswith("unknown_table") for p in found.remarks), "it is known what the file is"


def test_a_file_that_is_not_there_is_told_with_its_key(tmp_path: Path):
    with pytest.raises(InvalidData) as refused:
        read_scenario(place(tmp_path, 'file = "finnes-ikke.csv"', corners()))
    wrong = [p for p in refused.value.problems if p.severity == "error"]
    assert [(p.code, p.column) for p in wrong] == [("travel_no_file", "file")]


def test_employees_must_live_where_somebody_does(tmp_path: Path):
    # The first area alone has cells: those who live in the others would live nowhere.
    with pytest.raises(InvalidData) as refused:
        read_scenario(place(tmp_path, 'file = "rutenett.csv"', corners()[:1]))
    assert [p.code for p in refused.value.problems if p.severity == "error"] == ["population.homes_nowhere"]


def test_a_forecast_needs_areas_and_a_year(tmp_path: Path):
    with pytest.raises(InvalidData) as refused:
        read_scenario(place(tmp_path, 'file = "rutenett.csv"\nforecast = "rutenett.csv"', corners()))
    assert [p.code for p in refused.value.problems] == ["population.forecast_without"]


def test_a_forecast_of_areas_scales_their_cells_to_its_totals(tmp_path: Path):
    lines = 'file = "rutenett.csv"\nareas = "omraader.gpkg"\nforecast = "framskriving.csv"\nforecast_year = 2040'
    scenario = place(tmp_path, lines, corners())
    spots = [TO_GRID.transform(float(z["lon"]), float(z["lat"])) for z in tiny.tables()["zones"]]
    shapes = [MultiPoint(pair).envelope.buffer(500) for pair in (spots[:2], spots[2:])]
    frame({"id": ["01", "02"], "navn": ["Nord 1", "Sør 1"]}, shapes).to_file(tmp_path / "sted/omraader.gpkg")
    text = "area,year,population\n01,2040,90\n02,2040,700\n"
    (tmp_path / "sted/framskriving.csv").write_text(text, "utf-8")
    found = read_scenario(scenario)
    # 10 and 20 become 90 in the north, 30 and 40 become 700 in the south, each by its share.
    assert [(z.area, z.population) for z in found.inventory.zones] == [
        ("Nord 1", 30),
        ("Nord 1", 60),
        ("Sør 1", 300),
        ("Sør 1", 400),
    ]
    assert {Path(f.path).name for f in found.files} >= {"rutenett.csv", "framskriving.csv", "omraader.gpkg"}
