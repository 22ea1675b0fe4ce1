"""localisation times: the matrix and the maps, whole or not at all."""

from pathlib import Path

import pandas as pd
import pytest

from tests.cli.program import Program
from tests.reading import tiny

HEADINGS = ["origin", "destination", "mode", "minutes", "metres", "origin_kind", "origin_name", "destination_name"]


@pytest.fixture
def visited(program: Program) -> Program:
    tables = tiny.tables()
    for row in tables["units"]:
        row["service"] = "torg" if row["id"] == "U3" else ""
    program.write(tables)
    return program


def test_the_matrix_holds_every_pair_by_every_mode_in_two_formats(visited: Program):
    run = visited("times", "scenario.toml", "--out", "tider", "--no-maps", "--json")
    assert run.code == 0
    out = visited.folder / "tider"
    table = pd.read_parquet(out / "times.parquet")
    assert list(table.columns) == HEADINGS
    # Four zones, two centres and three buildings to three buildings, by car, bicycle and on foot.
    assert len(table) == run.json["rows"] == (4 + 2 + 3) * 3 * 3
    assert table.groupby("mode").size().to_dict() == {"bicycle": 27, "car": 27, "walk": 27}
    assert table.groupby("origin_kind").size().to_dict() == {"building": 27, "centre": 18, "zone": 36}
    same = pd.read_csv(out / "times.csv", dtype={"origin": str, "destination": str})
    assert same["minutes"].tolist() == table["minutes"].tolist()
    assert sorted(p.name for p in out.iterdir()) == ["times.csv", "times.parquet"]


def test_minutes_are_those_one_finds_on_paper(visited: Program):
    visited("times", "scenario.toml", "--out", "tider", "--no-maps")
    table = pd.read_csv(visited.folder / "tider/times.csv")
    own = table[(table["origin_kind"] == "building") & (table["origin"] == table["destination"])]
    assert (own["minutes"] == 0).all()
    row = table[(table["origin"] == "NOR") & (table["destination"] == "B3") & (table["mode"] == "car")].iloc[0]
    # 14.2 km at 60 km/h are 14.2 minutes, and a few hundred metres to the door.
    assert 14.2 <= row["minutes"] < 15.5
    assert row["destination_name"] == "Sørgården"


def test_a_mix_stands_in_the_table_too_and_a_pair_no_one_can_travel_does_not(visited: Program):
    tables = tiny.tables()
    tables["roads"] = [row | {"length_km": "14.2"} for row in tables["roads"]]
    tables["transit_lines"] = [
        {
            "line": "B",
            "order": str(i),
            "stop": stop,
            "lat": lat,
            "lon": lon,
            "minutes": str(20 * i),
            "headway_min": "30",
        }
        for i, (stop, lat, lon) in enumerate((("N", "59.101", "10.101"), ("S", "59.001", "10.201")))
    ]
    visited.write(tables, scenario=tiny.SCENARIO + "\n[travel.visits]\ncar = 70\ntransit = 30\n")
    assert visited("times", "scenario.toml", "--out", "tider", "--no-maps").code == 0
    table = pd.read_csv(visited.folder / "tider/times.csv")
    size = table.groupby("mode").size()
    assert size["mix"] == size["car"] == 27
    assert size["transit"] < 27, "some zones lie beyond a walk from the two stops"


def test_maps_are_drawn_to_services_or_to_the_buildings_one_asks_for(visited: Program):
    assert visited("times", "scenario.toml", "--out", "tider").code == 0
    out = visited.folder / "tider"
    maps = {p.name for p in out.iterdir()} - {"times.csv", "times.parquet"}
    assert maps == {f"map-torg-{mode}.{kind}" for mode in ("car", "bicycle", "walk") for kind in ("svg", "png")}
    run = visited("times", "scenario.toml", "--out", "ett", "--to", "B1", "--json", "--lang", "en")
    assert {Path(f).name for f in run.json["files"]} >= {"map-B1-walk.svg"}
    assert "Rådhuset: Walking" in (visited.folder / "ett/map-B1-walk.svg").read_text("utf-8")


def test_an_unknown_building_is_told_and_nothing_is_written(visited: Program):
    run = visited("times", "scenario.toml", "--out", "tider", "--to", "B9")
    assert run.code == 2
    assert "B9" in run.err
    assert "B1" in run.err
    assert not (visited.folder / "tider").exists()


def test_faulty_data_leave_an_earlier_result_as_it_was(visited: Program):
    visited("times", "scenario.toml", "--out", "tider", "--no-maps")
    before = (visited.folder / "tider/times.csv").read_bytes()
    tables = tiny.tables()
    tables["units"][0]["staff"] = "tjue"
    visited.write(tables)
    assert visited("times", "scenario.toml", "--out", "tider", "--no-maps").code == 3
    assert (visited.folder / "tider/times.csv").read_bytes() == before


def test_check_says_what_the_times_rest_on(program: Program):
    found = program("check", "scenario.toml", "--json").json["travel"]
    assert {m["mode"]: (m["rests_on"], m["estimate"]) for m in found["modes"]} == dict.fromkeys(
        ("car", "bicycle", "walk"), ("road_sketch", True)
    )
    assert "skisse av hovedveiene" in program("check", "scenario.toml").out
