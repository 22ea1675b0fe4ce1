"""Areas with polygons: as zones, and as what cells lie in. Two squares of 1 km side by side."""

from pathlib import Path

import pytest
from shapely import Point, Polygon, box

from localisation.geography.forecasts import scaled
from localisation.reading.population.areas import Areas, in_areas, read_areas
from localisation.reading.population.areas_without_cells import with_areas_without_cells
from localisation.reading.population.grid_id import GRID_EPSG
from localisation.reading.population.zones import zones_of
from localisation.reading.problems import Problems
from tests.reading.population.grids import EAST, NORTH, cell, errors, frame, read, remarks, write

WEST_SQUARE = box(EAST, NORTH, EAST + 1000, NORTH + 1000)
EAST_SQUARE = box(EAST + 1000, NORTH, EAST + 2000, NORTH + 1000)
BOW_TIE = Polygon([(EAST, NORTH), (EAST + 1000, NORTH + 1000), (EAST + 1000, NORTH), (EAST, NORTH + 1000)])


def areas_of(path: Path, ids: list[object], shapes: list[object], **more: object) -> tuple[Areas | None, Problems]:
    columns = {"grunnkretsnummer": ids, "grunnkretsnavn": [f"Krets {i}" for i in ids], "folketall": [10] * len(ids)}
    frame(columns, shapes).to_file(path)
    problems = Problems()
    return read_areas(path, path.name, problems, target_epsg=GRID_EPSG, **more), problems  # type: ignore[arg-type]


def test_cells_are_put_in_the_area_their_middle_is_in(tmp_path: Path):
    areas, _ = areas_of(tmp_path / "a.gpkg", ["001", "002"], [WEST_SQUARE, EAST_SQUARE])
    assert areas is not None
    # Middles 125 m into the first, 125 m into the second, 125 m beyond the second (within a cell of it), far away.
    rows = [(cell(0, 0), 5), (cell(4, 0), 6), (cell(8, 0), 7), (cell(40, 0), 8)]
    population, problems = read(write(tmp_path / "a.csv", ("SSBID0250M", "pop_tot"), rows))
    assert population is not None
    found = in_areas(population, areas, "a.csv", problems)
    assert found.area is not None
    assert found.area.tolist() == ["001", "002", "002"]
    (remark,) = problems.remarks
    assert (remark.code, remark.holes["people"]) == ("population.in_no_area", 8)


def test_a_point_on_a_border_is_in_the_first_area(tmp_path: Path):
    areas, _ = areas_of(tmp_path / "a.gpkg", ["b", "a"], [WEST_SQUARE, EAST_SQUARE])
    assert areas is not None
    assert areas.of([EAST + 1000], [NORTH + 500]).tolist() == [0]  # type: ignore[arg-type]
    assert areas.of([EAST - 50], [NORTH + 500]).tolist() == [-1]  # type: ignore[arg-type]


def test_areas_themselves_become_zones_at_a_point_inside_them(tmp_path: Path):
    horseshoe = WEST_SQUARE.difference(box(EAST + 100, NORTH + 100, EAST + 900, NORTH + 1000))
    areas_of(tmp_path / "a.gpkg", ["001", "002"], [horseshoe, EAST_SQUARE])
    found, _ = read(tmp_path / "a.gpkg")
    assert found is not None
    assert (found.kind, found.total) == ("areas", 20)
    assert found.ids.tolist() == ["001", "002"]
    assert horseshoe.contains(Point(found.easting_m[0], found.northing_m[0]))


def test_a_polygon_that_crosses_itself_is_made_valid_and_it_is_told(tmp_path: Path):
    areas, problems = areas_of(tmp_path / "a.gpkg", ["1", "2"], [BOW_TIE, EAST_SQUARE])
    assert areas is not None
    assert all(s.is_valid for s in areas.shapes)
    # The bow tie is two triangles of a quarter of the square each.
    assert areas.shapes[0].area == pytest.approx(500_000)
    assert remarks(problems) == {"population.made_valid"}
    _, told = read(tmp_path / "a.gpkg")
    assert remarks(told) == {"population.crossed"}


@pytest.mark.parametrize(
    ("ids", "shapes", "code"),
    [
        (["1", "1"], [WEST_SQUARE, EAST_SQUARE], "population.double_area"),
        (["1", ""], [WEST_SQUARE, EAST_SQUARE], "population.empty_area_id"),
        (["1", "2"], [Point(EAST, NORTH), Point(EAST, NORTH)], "population.not_polygon"),
    ],
)
def test_areas_that_cannot_be_used_are_refused(tmp_path: Path, ids, shapes, code: str):
    areas, problems = areas_of(tmp_path / "a.gpkg", ids, shapes)
    assert areas is None
    assert errors(problems) == {code}


def test_overlapping_areas_are_warned_of(tmp_path: Path):
    _, problems = areas_of(
        tmp_path / "a.gpkg", ["1", "2"], [WEST_SQUARE, box(EAST + 900, NORTH, EAST + 1900, NORTH + 1000)]
    )
    (remark,) = problems.remarks
    assert (remark.code, remark.holes["percent"]) == ("population.overlap", 10)


def test_several_layers_are_asked_about(tmp_path: Path):
    path = tmp_path / "a.gpkg"
    frame({"id": ["1"]}, [WEST_SQUARE]).to_file(path, layer="land")
    frame({"id": ["1"]}, [WEST_SQUARE]).to_file(path, layer="sea")
    problems = Problems()
    assert read_areas(path, "a.gpkg", problems, target_epsg=GRID_EPSG) is None
    assert errors(problems) == {"population.which_layer"}
    assert read_areas(path, "a.gpkg", Problems(), target_epsg=GRID_EPSG, layer="sea") is not None
    assert read_areas(path, "a.gpkg", problems, target_epsg=GRID_EPSG, layer="sky") is None


def test_an_area_that_has_people_but_no_cells_gets_a_place_of_its_own(tmp_path: Path):
    areas, _ = areas_of(tmp_path / "a.gpkg", ["001", "002"], [WEST_SQUARE, EAST_SQUARE])
    population, problems = read(write(tmp_path / "a.csv", ("SSBID0250M", "pop_tot"), [(cell(0, 0), 5)]))
    assert areas is not None
    assert population is not None
    placed = in_areas(population, areas, "a.csv", problems)
    assert placed.area is not None
    grown = scaled(placed.people.tolist(), placed.area.tolist(), {"001": 8, "002": 30, "x": 2})
    assert grown.unplaced == {"002": 30, "x": 2}
    found = with_areas_without_cells(placed, areas, grown.unplaced, "a.csv", problems)
    assert found.ids.tolist() == [cell(0, 0), "002"]
    assert found.people.tolist() == [5, 30]
    assert EAST_SQUARE.contains(Point(found.easting_m[1], found.northing_m[1]))
    assert remarks(problems) == {"population.area_without_cells"}
    assert errors(problems) == {"population.unknown_area"}


def test_zones_are_where_somebody_lives(tmp_path: Path):
    rows = [(cell(0, 0), "001", 5), (cell(1, 0), "001", 0), (cell(4, 0), "002", 6)]
    population, problems = read(write(tmp_path / "a.csv", ("SSBID0250M", "grunnkrets", "pop_tot"), rows))
    assert population is not None
    zones = zones_of(population, {"001": "Vest", "002": "Øst"}, "a.csv", problems, name_of={"001": "Vika"})
    assert [(z.id, z.area, z.district, z.population) for z in zones] == [
        (str(cell(0, 0)), "Vika", "Vest", 5),
        (str(cell(4, 0)), "002", "Øst", 6),
    ]
    assert (zones[0].easting_m, zones[0].northing_m) == (EAST + 125, NORTH + 125)
    assert remarks(problems) == {"population.empty_places"}
    assert zones_of(population, {"001": "Vest"}, "a.csv", problems) == ()
    assert errors(problems) == {"population.no_district"}
