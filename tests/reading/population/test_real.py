"""The real grid and areas of a municipality, when they are beside the project."""

from pathlib import Path

import pytest

from localisation.geography.forecasts import scaled
from localisation.reading.population.areas import in_areas, read_areas
from localisation.reading.population.grid_id import GRID_EPSG
from localisation.reading.problems import Problems
from tests.reading.population.grids import errors, read, remarks

GEO = Path(__file__).parents[4] / "shared" / "geo"
GRID = GEO / "asker_befolkning_rutenett_250m_2001_2022.gpkg"
AREAS = GEO / "asker_delomraader_2025.gpkg"

pytestmark = pytest.mark.skipif(not GRID.exists(), reason="../shared/geo is not here")


def test_the_grid_has_as_many_cells_and_people_as_it_should():
    found, problems = read(GRID, year=2022)
    assert found is not None, problems.errors
    assert len(found) == 3052
    assert found.total == 96_710
    assert found.cell_m == 250
    assert errors(read(GRID)[1]) == {"population.which_year"}


def test_the_areas_have_as_many_people_as_they_should():
    found, problems = read(AREAS, layer="delomraade_land", year=2025)
    assert found is not None, problems.errors
    assert (found.kind, len(found), found.total) == ("areas", 23, 100_383)
    assert errors(read(AREAS)[1]) == {"population.which_layer"}


def test_the_file_and_the_polygons_agree_on_the_area_of_nearly_every_cell_and_scaling_meets_2025():
    problems = Problems()
    areas = read_areas(AREAS, "areas", problems, target_epsg=GRID_EPSG, layer="delomraade_med_sjo")
    assert areas is not None
    population, _ = read(GRID, year=2022)
    assert population is not None
    assert population.area is not None
    own = dict(zip(population.ids.tolist(), population.area.tolist(), strict=True))
    placed = in_areas(population, areas, "grid", problems)
    assert placed.area is not None
    same = sum(own[key] == area for key, area in zip(placed.ids.tolist(), placed.area.tolist(), strict=True))
    assert same / len(placed) > 0.95
    totals, _ = read(AREAS, layer="delomraade_land", year=2025)
    assert totals is not None
    by_area = dict(zip(totals.ids.tolist(), totals.people.tolist(), strict=True))
    grown = scaled(placed.people.tolist(), placed.area.tolist(), by_area)
    assert sum(grown.people) == 100_383
    assert not grown.unplaced
    assert remarks(problems) <= {"population.in_no_area", "population.overlap", "population.made_valid"}
