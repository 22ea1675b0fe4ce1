"""Grids as they come: CSV, Parquet, GeoPackage and Excel, with ids alone or with coordinates."""

from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from openpyxl import Workbook
from shapely import box
from shapely.ops import unary_union

from localisation.reading.population import chunk, csv_chunks, parquet_chunks, read_population, shape_chunks
from localisation.reading.population.grid_id import GRID_EPSG
from tests.reading.population.grids import EAST, NORTH, cell, errors, frame, read, remarks, square, write

CELLS = [(cell(0, 0), 20), (cell(1, 0), 0), (cell(3, 2), 7)]


def test_ids_alone_say_where_the_cells_are(tmp_path: Path):
    found, problems = read(write(tmp_path / "a.csv", ("SSBID0250M", "pop_tot"), CELLS, ";"))
    assert found is not None
    assert not problems.errors
    assert (found.kind, found.cell_m, found.total) == ("cells", 250, 27)
    assert found.easting_m.tolist() == [EAST + 125, EAST + 375, EAST + 875]
    assert found.northing_m.tolist() == [NORTH + 125, NORTH + 125, NORTH + 625]
    assert found.area is None


@pytest.mark.parametrize("size", [250, 500, 1000])
@pytest.mark.parametrize("ending", [".csv", ".parquet", ".gpkg", ".geojson", ".xlsx"])
def test_every_size_and_format_reads_the_same(tmp_path: Path, size: int, ending: str):
    ids = [cell(i, 2 * i, size) for i in range(4)]
    table = pd.DataFrame({f"SSBID{size:04}M": ids, "pop_2024": [1, 2, 3, 4], "pop_2025": [4, 5, 6, 7]})
    path = tmp_path / f"grid{ending}"
    shapes = gpd.GeoDataFrame(table, geometry=[square(i, 2 * i, size) for i in range(4)], crs=GRID_EPSG)
    match ending:
        case ".csv":
            table.to_csv(path, index=False)
        case ".parquet":
            table.to_parquet(path)
        case ".xlsx":
            book = Workbook()
            for row in [list(table.columns), *table.values.tolist()]:
                book.active.append(row)  # type: ignore[union-attr]
            book.save(path)
        case ".geojson":
            shapes.to_crs(4326).to_file(path)
        case _:
            shapes.to_file(path)
    found, problems = read(path, year=2025)
    assert found is not None, problems.errors
    assert found.people.tolist() == [4, 5, 6, 7]
    assert found.ids.tolist() == ids
    assert found.cell_m == size
    assert found.year == 2025
    assert found.easting_m.tolist() == [EAST + i * size + size / 2 for i in range(4)]


def test_geoparquet_brings_its_coordinate_system(tmp_path: Path):
    path = tmp_path / "points.parquet"
    frame({"id": ["a"], "people": [9]}, gpd.points_from_xy([EAST], [NORTH])).to_crs(4326).to_parquet(path)
    found, _ = read(path)
    assert found is not None
    assert found.easting_m[0] == pytest.approx(EAST, abs=0.01)
    assert found.northing_m[0] == pytest.approx(NORTH, abs=0.01)


def test_the_size_is_told_from_enough_cells_and_asked_for_else(tmp_path: Path):
    many = [(cell(i, i * i % 7, 500), 1) for i in range(25)]
    found, problems = read(write(tmp_path / "a.csv", ("ssbid", "pop_tot"), many))
    assert found is not None
    assert found.cell_m == 500
    assert remarks(problems) == {"population.cell_size_told"}
    few = write(tmp_path / "b.csv", ("ssbid", "pop_tot"), many[:5])
    assert errors(read(few)[1]) == {"population.cell_size"}
    again = read(few, cell_m=500)[0]
    assert again is not None
    assert again.total == 5


def test_coordinates_without_ids_become_cells_when_the_size_is_given(tmp_path: Path):
    path = write(tmp_path / "a.csv", ("x", "y", "pop"), [(EAST + 10, NORTH + 10, 3), (EAST + 260, NORTH + 10, 4)])
    found, _ = read(path, cell_m=250, epsg=GRID_EPSG)
    assert found is not None
    assert found.ids.tolist() == [cell(0, 0), cell(1, 0)]


def test_which_year_is_asked_for_and_never_guessed(tmp_path: Path):
    path = write(tmp_path / "a.csv", ("SSBID0250M", "pop_2020", "pop_2025"), [(cell(0, 0), 1, 2)])
    assert errors(read(path)[1]) == {"population.which_year"}
    assert errors(read(path, year=2022)[1]) == {"population.no_such_year"}
    long = write(tmp_path / "b.csv", ("SSBID0250M", "år", "antall"), [(cell(0, 0), 2020, 1), (cell(0, 0), 2025, 2)])
    assert errors(read(long)[1]) == {"population.year_needed"}
    found = read(long, year=2025)[0]
    assert found is not None
    assert found.people.tolist() == [2]
    unsure = write(tmp_path / "c.csv", ("SSBID0250M", "pop_tot"), [(cell(0, 0), 1)])
    assert remarks(read(unsure, year=2025)[1]) == {"population.year_unsure"}


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([(cell(0, 0), -1)], "population.negative"),
        ([(cell(0, 0), "mange")], "population.not_number"),
        ([(cell(0, 0), "12,5")], "population.not_whole"),
        ([(cell(0, 0), 1), (cell(0, 0), 2)], "population.double_id"),
        ([("2.24E+13", 1)], "population.no_grid_id"),
        ([(cell(0, 0) + 100, 1)], "population.off_grid"),
        ([], "population.nobody"),
    ],
)
def test_rows_that_would_give_a_wrong_answer_are_refused(tmp_path: Path, rows, code: str):
    found, problems = read(write(tmp_path / "a.csv", ("SSBID0250M", "pop_tot"), [*rows]))
    assert found is None
    assert errors(problems) == {code}


def test_a_figure_that_is_hidden_is_left_out_and_told_never_zero(tmp_path: Path):
    found, problems = read(write(tmp_path / "a.csv", ("SSBID0250M", "pop_tot"), [*CELLS, (cell(9, 9), ":")]))
    assert found is not None
    assert len(found) == 3
    assert remarks(problems) == {"population.missing"}


def test_ids_and_coordinates_that_contradict_each_other_are_refused(tmp_path: Path):
    rows = [(cell(0, 0), EAST + 125, NORTH + 125, 5), (cell(1, 0), EAST + 125, NORTH + 125, 5)]
    found, problems = read(write(tmp_path / "a.csv", ("SSBID0250M", "x", "y", "pop_tot"), rows))
    assert found is None
    assert errors(problems) == {"population.id_elsewhere"}
    assert problems.errors[0].row == 3
    path = tmp_path / "a.gpkg"
    frame({"SSBID0250M": [cell(0, 0)], "pop_tot": [4]}, [square(1, 0)]).to_file(path)
    assert errors(read(path)[1]) == {"population.id_elsewhere"}


def test_what_lies_outside_the_place_is_left_out_and_counted(tmp_path: Path):
    path = write(tmp_path / "a.csv", ("SSBID0250M", "pop_tot"), CELLS)
    found, problems = read(path, within=box(EAST, NORTH, EAST + 600, NORTH + 600))
    assert found is not None
    assert found.total == 20
    remark = problems.remarks[0]
    assert (remark.code, dict(remark.holes)["count"], dict(remark.holes)["people"]) == ("population.outside", 1, 7)


def test_large_tables_are_read_in_parts_and_the_progress_is_told(tmp_path: Path, monkeypatch):
    """10,000 cells in parts of 700: the code that a national table of millions takes."""
    for module in (chunk, csv_chunks, parquet_chunks, shape_chunks):
        monkeypatch.setattr(module, "CHUNK_ROWS", 700)
    ids = [cell(i % 100, i // 100) for i in range(10_000)]
    table = pd.DataFrame({"SSBID0250M": ids, "pop_tot": np.arange(10_000) % 50})
    table.to_csv(tmp_path / "a.csv", index=False)
    table.to_parquet(tmp_path / "a.parquet")
    gpd.GeoDataFrame(table, geometry=[square(i % 100, i // 100) for i in range(10_000)], crs=GRID_EPSG).to_file(
        tmp_path / "a.gpkg"
    )
    for ending in ("csv", "parquet", "gpkg"):
        told: list[tuple[int, int]] = []
        found, problems = read(tmp_path / f"a.{ending}", progress=lambda done, of, told=told: told.append((done, of)))
        assert found is not None, problems.errors
        assert found.total == 200 * sum(range(50))
        assert told[-1] == (10_000, 10_000)
        assert len(told) == 15, ending


def test_a_fault_far_down_is_named_by_its_row_and_many_are_one_sentence(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(csv_chunks, "CHUNK_ROWS", 100)
    rows = [(cell(i, 0), -1 if i >= 250 else 1) for i in range(400)]
    _, problems = read(write(tmp_path / "a.csv", ("SSBID0250M", "pop_tot"), rows))
    (only,) = problems.errors
    # Row 1 is the headings, so cell 250 stands in row 252.
    assert (only.row, only.holes["count"], only.holes["rows"]) == (252, 150, ("252", "253", "254", "255", "256"))


def test_a_table_of_any_length_is_read_but_not_any_number_of_places(tmp_path: Path, monkeypatch):
    # 1,000 rows in parts of 100, of which 300 are in the place: a limit of 300 holds them, one of 299 does not.
    monkeypatch.setattr(csv_chunks, "CHUNK_ROWS", 100)
    file = write(tmp_path / "a.csv", ("SSBID0250M", "pop_tot"), [(cell(i, 0), 1) for i in range(1_000)])
    west = unary_union([square(i, 0) for i in range(300)])
    monkeypatch.setattr(read_population, "MOST_PLACES", 300)
    found, problems = read(file, within=west)
    assert found is not None, problems.errors
    assert found.total == 300
    monkeypatch.setattr(read_population, "MOST_PLACES", 299)
    found, problems = read(file, within=west)
    assert (found, [p.code for p in problems.errors]) == (None, ["population.too_many"])
