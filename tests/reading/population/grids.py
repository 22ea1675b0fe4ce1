"""Small grids and areas to read."""

import csv
from pathlib import Path

import geopandas as gpd
from shapely import Polygon, box

from localisation.reading.population.grid_id import GRID_EPSG, grid_id
from localisation.reading.population.population import Population
from localisation.reading.population.read_population import read_population
from localisation.reading.problems import Problems

EAST, NORTH = 240_000, 6_600_000


def cell(column: int, row: int, size: int = 250) -> int:
    """The id of a cell so many to the east and north of the corner of our grid."""
    return grid_id(EAST + column * size, NORTH + row * size, size)


def write(path: Path, headings: tuple[str, ...], rows: list[tuple[object, ...]], delimiter: str = ",") -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows([headings, *rows])
    return path


def square(column: int, row: int, size: int = 250) -> Polygon:
    x, y = EAST + column * size, NORTH + row * size
    return box(x, y, x + size, y + size)


def frame(columns: dict[str, list[object]], shapes: list[object], epsg: int | None = GRID_EPSG) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(columns, geometry=shapes, crs=epsg)


def read(path: Path, **more: object) -> tuple[Population | None, Problems]:
    """The population of a file, and what was said of it."""
    problems = Problems()
    found = read_population(path, path.name, problems, target_epsg=GRID_EPSG, **more)  # type: ignore[arg-type]
    return found, problems


def errors(problems: Problems) -> set[str]:
    return {p.code for p in problems.errors}


def remarks(problems: Problems) -> set[str]:
    return {p.code for p in problems.remarks}
