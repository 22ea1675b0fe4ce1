"""Cells brought up to newer totals and to years to come, told in full. Two areas of one square kilometre."""

from pathlib import Path

import numpy as np
from shapely import Point, box

from localisation.reading.population.areas import Areas
from localisation.reading.population.forecast_table import read_forecast
from localisation.reading.population.people_of_areas import people_of_areas
from localisation.reading.population.population import Population
from localisation.reading.population.scale import forecast_to, scaled_to
from localisation.reading.problems import Problems
from tests.reading.population.grids import EAST, NORTH, cell, errors, read, remarks, write

SHAPES = np.array(
    [box(EAST, NORTH, EAST + 1000, NORTH + 1000), box(EAST + 1000, NORTH, EAST + 2000, NORTH + 1000)], dtype=object
)
AREAS = Areas(ids=("001", "002"), names=("Vest", "Øst"), shapes=SHAPES, inputs=())


def cells(folder: Path) -> Population:
    rows = [(cell(0, 0), "001", 10), (cell(1, 0), "001", 30)]
    found, _ = read(write(folder / "celler.csv", ("SSBID0250M", "grunnkrets", "pop_2022"), rows))
    assert found is not None
    return found


def test_newer_totals_are_met_and_an_area_that_was_empty_gets_a_place(tmp_path: Path):
    problems = Problems()
    found = scaled_to(cells(tmp_path), {"001": 44, "002": 9}, AREAS, "tall", problems, year=2025)
    # 44 in the proportion 1 to 3.
    assert found.people.tolist() == [11, 33, 9]
    assert found.year == 2025
    assert remarks(problems) == {"population.area_without_cells"}


def test_areas_without_a_newer_figure_are_told(tmp_path: Path):
    problems = Problems()
    assert scaled_to(cells(tmp_path), {}, AREAS, "tall", problems, year=2025).people.tolist() == [10, 30]
    assert remarks(problems) == {"population.unscaled"}


def test_a_forecast_between_two_years_and_one_that_does_not_reach(tmp_path: Path):
    problems = Problems()
    table = write(tmp_path / "fram.csv", ("grunnkrets", "2030", "2040"), [("001", 40, 80)])
    forecast = read_forecast(table, "fram.csv", problems)
    assert forecast is not None
    population = cells(tmp_path)
    # Half way from 40 to 80: 60, as 15 and 45.
    found = forecast_to(population, forecast, 2035, AREAS, "fram.csv", problems)
    assert found.people.tolist() == [15, 45]
    assert [f.path for f in found.inputs] == ["celler.csv", "fram.csv"]
    assert remarks(problems) == {"population.between_years"}
    forecast_to(population, forecast, 2050, AREAS, "fram.csv", problems)
    assert errors(problems) == {"population.beyond_forecast"}


def test_a_table_of_people_and_a_file_of_polygons_make_places():
    problems = Problems()
    found = people_of_areas(AREAS, {"002": 70}, "tall", problems, year=2025)
    assert found is not None
    assert found.people.tolist() == [70]
    assert SHAPES[1].contains(Point(found.easting_m[0], found.northing_m[0]))
    assert remarks(problems) == {"population.area_without_total"}
    assert people_of_areas(AREAS, {"003": 1}, "tall", problems, year=2025) is None
    assert errors(problems) == {"population.unknown_area"}
