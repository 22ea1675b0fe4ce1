"""Any table of points, and what is asked for when it does not say where they are."""

from pathlib import Path

import pytest
from shapely import Point

from localisation.reading.population.grid_id import GRID_EPSG
from tests.reading.population.grids import EAST, NORTH, errors, frame, read, write


def test_degrees_are_known_by_their_names(tmp_path: Path):
    # 59.5 N 10.4 E; UTM 33 has its middle meridian at 15 E, so the easting is well below 500,000.
    found, _ = read(write(tmp_path / "a.csv", ("id", "lat", "lon", "innbyggere"), [("a", 59.5, 10.4, "1 234")]))
    assert found is not None
    assert (found.kind, found.ids.tolist(), found.people.tolist()) == ("points", ["a"], [1234])
    assert 239_000 < found.easting_m[0] < 241_000
    assert 6_600_000 < found.northing_m[0] < 6_610_000


def test_metres_without_a_coordinate_system_are_asked_for(tmp_path: Path):
    path = write(tmp_path / "a.csv", ("id", "x", "y", "innbyggere"), [("a", EAST, NORTH, 5)])
    assert errors(read(path)[1]) == {"population.no_crs"}
    assert errors(read(path, epsg=99_999)[1]) == {"population.unknown_crs"}
    found = read(path, epsg=GRID_EPSG)[0]
    assert found is not None
    assert found.easting_m.tolist() == [EAST]


def test_another_zone_is_moved_to_that_of_the_place(tmp_path: Path):
    # 500,000 E in zone 32 is 9 E; in zone 33 that is six degrees west of its meridian, about 155 km E.
    path = write(tmp_path / "a.csv", ("id", "easting", "northing", "folketall"), [("a", 500_000, 6_600_000, 5)])
    found, _ = read(path, epsg=GRID_EPSG - 1)
    assert found is not None
    assert 155_000 < found.easting_m[0] < 165_000


def test_a_file_and_a_setting_that_disagree_are_refused(tmp_path: Path):
    path = tmp_path / "a.gpkg"
    frame({"id": ["a"], "people": [5]}, [Point(EAST, NORTH)]).to_file(path)
    assert errors(read(path, epsg=GRID_EPSG - 1)[1]) == {"population.two_crs"}
    assert read(path, epsg=GRID_EPSG)[0] is not None
    bare = tmp_path / "b.shp"
    frame({"id": ["a"], "people": [5]}, [Point(EAST, NORTH)], epsg=None).to_file(bare)
    assert errors(read(bare)[1]) == {"population.no_crs"}


def test_an_old_datum_is_not_taken_for_the_new_one(tmp_path: Path):
    # ED50 / UTM 33 (23033) and ETRS89 / UTM 33 give the same spot figures that differ by 50 to 300 m.
    path = write(tmp_path / "a.csv", ("id", "x", "y", "people"), [("a", EAST, NORTH, 5)])
    old, new = read(path, epsg=23033)[0], read(path, epsg=32633)[0]
    assert old is not None
    assert new is not None
    assert 50 < abs(old.northing_m[0] - NORTH) < 300
    assert (new.easting_m[0], new.northing_m[0]) == (EAST, NORTH)


def test_swapped_coordinates_end_outside_every_map(tmp_path: Path):
    path = write(tmp_path / "a.csv", ("id", "lat", "lon", "people"), [("a", 159.5, 10.4, 3)])
    assert errors(read(path)[1]) == {"population.beyond_crs"}


@pytest.mark.parametrize(
    ("headings", "row", "code"),
    [
        (("id", "people"), ("a", 1), "population.no_position"),
        (("id", "lat", "lon"), ("a", 1, 1), "population.no_people"),
        (("id", "lat", "lon", "people", "people"), ("a", 1, 1, 1, 1), "population.double_heading"),
        (("id", "lat", "lon", "people"), ("a", "", 1, 1), "population.no_point"),
    ],
)
def test_what_is_missing_is_named(tmp_path: Path, headings, row, code: str):
    assert errors(read(write(tmp_path / "a.csv", headings, [row]))[1]) == {code}


def test_files_that_are_not_what_they_are_called_are_named(tmp_path: Path):
    for name in ("a.gpkg", "a.parquet", "a.geojson", "a.shp"):
        (tmp_path / name).write_bytes(b"this is no such file" * 9)
        assert errors(read(tmp_path / name)[1]) == {"population.unreadable"}, name
    (tmp_path / "empty.csv").touch()
    assert errors(read(tmp_path / "empty.csv")[1]) == {"population.unreadable"}
    (tmp_path / "a.pdf").touch()
    assert errors(read(tmp_path / "a.pdf")[1]) == {"population.format"}
    assert errors(read(tmp_path / "none.csv")[1]) == {"no_file"}
    (tmp_path / "ragged.csv").write_text("id,lat,lon,people\na,59,10,1\nb,59,10,1,9,9\n", "utf-8")
    found, problems = read(tmp_path / "ragged.csv")
    assert found is None
    assert errors(problems) == {"population.broken_row"}
    assert problems.errors[0].row == 3


def test_windows_letters_are_read(tmp_path: Path):
    (tmp_path / "a.csv").write_bytes("id;øst;nord;innbyggere\nÅs;240000;6600000;4\n".encode("cp1252"))
    found, _ = read(tmp_path / "a.csv", epsg=GRID_EPSG)
    assert found is not None
    assert found.ids.tolist() == ["Ås"]
