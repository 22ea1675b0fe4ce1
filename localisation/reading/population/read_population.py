"""Reads a table of people: grid cells or points, of any size, in parts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import CRS

from localisation.reading.population.chunk import Progress, TableBroken, TableFile
from localisation.reading.population.columns import Columns, columns_of
from localisation.reading.population.crs import DEGREES, crs_of
from localisation.reading.population.faults import Faults
from localisation.reading.population.grid_id import GRID_EPSG
from localisation.reading.population.people_column import people_column
from localisation.reading.population.population import Population
from localisation.reading.population.row_problems import tell_faults
from localisation.reading.population.rows import Reading, rows_of
from localisation.reading.population.table_file import open_table, tell
from localisation.reading.problems import Place, Problems

MOST_PLACES = 200_000
"""Of a table of any length, this many rows may lie in the place: each becomes a zone, with times to every building."""


def read_population(
    path: Path,
    shown: str,
    problems: Problems,
    *,
    target_epsg: int,
    year: int | None = None,
    epsg: int | None = None,
    layer: str = "",
    cell_m: int | None = None,
    within: shapely.Geometry | None = None,
    progress: Progress | None = None,
) -> Population | None:
    """People by grid cell or point; None when the table cannot be used, with all reasons among the problems.

    A table with a column of cell ids (SSBID) is a grid: the ids say where the cells are, and coordinates or shapes,
    if any, must agree. Else x and y, lat and lon, or points are read; with `cell_m` these are the cells of a grid and
    get their ids. Polygons without cell ids are areas, each seen from a point inside it. `epsg` is needed when the
    file does not name its coordinate system. What lies outside `within` (in the system of the place) is left out, and
    how much is told. Rows are read in parts of `CHUNK_ROWS`; only what is used of them is kept.
    """
    table = open_table(path, shown, layer, problems)
    if table is None:
        return None
    columns = columns_of(table.columns)
    people = people_column(columns, year, shown, problems)
    own = _system(table, columns, epsg, problems)
    if people is None or own is None:
        return None
    reading = Reading(table=table, columns=columns, people=people, year=year, own=own, faults=Faults())
    try:
        parts = list(_parts(reading, cell_m, target_epsg, within, progress))
    except TableBroken as fault:
        tell(fault, shown, problems)
        return None
    return _joined(reading, parts, problems)


def _system(table: TableFile, columns: Columns, epsg: int | None, problems: Problems) -> CRS | None:
    """The coordinate system of the figures; cell ids bring their own."""
    at = Place(file=table.shown)
    if columns.cell and epsg is None and table.crs is None:
        return CRS.from_epsg(GRID_EPSG)
    if not columns.cell and not (columns.x and columns.y) and columns.lat and columns.lon:
        return crs_of(None, epsg or DEGREES, at, problems)
    if not columns.cell and not (columns.x and columns.y) and not table.shapes:
        problems.error("population.no_position", at, columns=table.columns)
        return None
    return crs_of(table.crs, epsg, at, problems)


def _parts(
    reading: Reading, cell_m: int | None, target: int, within: shapely.Geometry | None, progress: Progress | None
) -> Iterator[dict[str, NDArray[Any]]]:
    table, columns = reading.table, reading.columns
    reading.cell_m = cell_m or columns.cell_m
    numbers = tuple(c for c in (columns.x, columns.y) if c) if columns.x and columns.y else (columns.lat, columns.lon)
    wanted = {columns.cell, reading.people, columns.area, columns.id, *numbers, columns.year} - {""}
    done = kept = 0
    if within is not None:
        shapely.prepare(within)
    for chunk in table.read(tuple(c for c in table.columns if c in wanted), table.shapes and not all(numbers)):
        part = rows_of(reading, chunk, target)
        if within is not None and len(part["people"]):
            inside = shapely.contains_xy(within, part["x"], part["y"])
            reading.faults.seen("population.outside", ~inside, part["row"])
            reading.outside_people += float(part["people"][~inside].sum())
            part = {key: values[inside] for key, values in part.items()}
        yield part
        done += len(chunk.frame)
        kept += len(part["people"])
        if kept > MOST_PLACES:
            raise TableBroken("population.too_many", limit=MOST_PLACES)
        if progress:
            progress(done, table.rows)


def _joined(reading: Reading, parts: list[dict[str, NDArray[Any]]], problems: Problems) -> Population | None:
    """The parts as one, after everything that was wrong with them is told; None when something was."""
    table = reading.table
    whole = {key: np.concatenate([p[key] for p in parts]) for key in parts[0]} if parts else {}
    before = len(problems.errors)
    tell_faults(reading.faults, table.shown, round(reading.outside_people), problems)
    if reading.inferred:
        problems.note("population.cell_size_told", Place(file=table.shown), metres=reading.cell_m)
    if whole and len(whole["id"]):
        _refuse_doubles(whole, table.shown, problems)
    elif len(problems.errors) == before:
        problems.error("population.nobody", Place(file=table.shown))
    if len(problems.errors) > before:
        return None
    return Population(
        kind="cells" if reading.cell_m else "areas" if reading.polygons else "points",
        ids=whole["id"],
        easting_m=whole["x"],
        northing_m=whole["y"],
        people=whole["people"].astype(np.int64),
        area=whole.get("area"),
        year=reading.year or _year_of(reading),
        cell_m=reading.cell_m,
        inputs=table.inputs,
    )


def _year_of(reading: Reading) -> int | None:
    return next((y for y, column in reading.columns.people_in.items() if column == reading.people), None)


def _refuse_doubles(whole: dict[str, NDArray[Any]], shown: str, problems: Problems) -> None:
    names, first, counts = np.unique(whole["id"], return_index=True, return_counts=True)
    twice = counts > 1
    if twice.any():
        at = Place(file=shown, row=int(whole["row"][first[twice]].min()))
        problems.error("population.double_id", at, count=int(twice.sum()), ids=tuple(str(n) for n in names[twice][:5]))
