"""A network is of the place or it is refused; with one, the sketch is not needed, and faults name the right file."""

from pathlib import Path

import pytest

from localisation.domain.instance import Instance
from localisation.domain.travel import Mode
from localisation.reading.findings import suspicious
from localisation.reading.scenario import read_scenario
from localisation.reading.told import told
from tests.reading import tiny
from tests.reading.reading_of import problems_of
from tests.reading.roads.made import pbf

PLACE = f'{tiny.PLACE}\n[travel]\nroads = "veier.osm.pbf"\n'
STREET = {"highway": "primary", "maxspeed": "60"}


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LOCALISATION_CACHE", str(tmp_path / "cache"))


def with_street(folder: Path, *ends: tuple[float, float], tables: dict[str, tiny.Rows] | None = None) -> Path:
    """The tiny place with a network of one street between these points (longitude, latitude)."""
    scenario = tiny.write(folder, tables or tiny.tables(), place=PLACE)
    pbf(folder / "sted/veier.osm.pbf", dict(enumerate(ends, 1)), [(tuple(range(1, len(ends) + 1)), STREET)])
    return scenario


def codes(instance: Instance) -> set[str]:
    return {p.code for p in suspicious(instance)}


def test_a_network_of_another_place_is_refused_by_its_own_name(tmp_path: Path):
    # Half a degree of latitude to the north, some 55 km.
    scenario = with_street(tmp_path, (10.10, 59.60), (10.20, 59.55))
    (problem,) = [p for p in problems_of(scenario) if p.severity == "error"]
    assert (problem.code, Path(problem.file).name) == ("travel.network_of_another_place", "veier.osm.pbf")
    assert (problem.holes["percent"], problem.holes["buildings"], problem.holes["of"]) == (100, 3, 3)
    assert problem.holes["km"] == pytest.approx(49, abs=3)


def test_a_network_of_a_part_of_the_place_is_used_and_what_it_leaves_out_is_told(tmp_path: Path):
    # Two kilometres in the north, where 700 of 1,000 live and two of three buildings stand.
    found = read_scenario(with_street(tmp_path, (10.10, 59.09), (10.10, 59.11)))
    assert "travel_far" in codes(found)
    far = next(p for p in found.remarks if p.code == "travel_far")
    assert far.file.endswith("sted/veier.osm.pbf")
    assert set(far.holes["some"]) == {"Nord 1 (Z2)", "Sør 1 (Z3)", "Sør 1 (Z4)", "Sørby", "Sørgården"}
    assert told(far, "nb").what.startswith("Bil: ")
    # Nobody drives south, and the file that does not let them is named, not the table of the sketch.
    unreached = next(p for p in suspicious(found) if p.code == "travel.unreachable_from_zones")
    assert unreached.file == far.file
    assert "veier.osm.pbf" in told(unreached, "en").what
    assert "zone_far_from_road" not in codes(found), "the sketch says nothing of a network"


def test_a_place_with_a_network_needs_no_sketch(tmp_path: Path):
    tables = tiny.tables()
    del tables["roads"], tables["road_nodes"]
    found = read_scenario(with_street(tmp_path, (10.10, 59.10), (10.20, 59.00), tables=tables))
    assert found.rests_on[Mode.CAR] == "osm"
    assert found.inventory.roads == ()
    assert "zone_far_from_road" not in codes(found)


def test_tables_of_a_sketch_may_stand_empty_beside_a_network(tmp_path: Path):
    scenario = with_street(tmp_path, (10.10, 59.10), (10.20, 59.00))
    for name in ("roads", "road_nodes"):
        path = tmp_path / f"sted/{name}.csv"
        path.write_text(path.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    assert read_scenario(scenario).inventory.roads == ()


def test_a_file_that_was_dropped_without_its_line_is_told_of(tmp_path: Path):
    scenario = tiny.write(tmp_path, tiny.tables())
    (tmp_path / "sted/veier.osm.pbf").write_bytes(b"never opened")
    (remark,) = [p for p in read_scenario(scenario).remarks if p.code == "geodata_not_named"]
    assert (remark.severity, remark.holes["files"]) == ("note", ("veier.osm.pbf",))


def test_without_a_network_the_sketch_must_be_there(tmp_path: Path):
    tables = tiny.tables()
    del tables["roads"], tables["road_nodes"]
    missing = [p.holes["table"] for p in problems_of(tiny.write(tmp_path, tables)) if p.code == "missing_table"]
    assert missing == ["road_nodes", "roads"]
