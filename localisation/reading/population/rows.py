"""What a part of a table says: ids, places and people, row by row."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from pyproj import CRS

from localisation.array_types import Flags, Floats
from localisation.reading.population.chunk import GEOMETRY, Chunk, TableBroken, TableFile
from localisation.reading.population.columns import Columns
from localisation.reading.population.crs import moved
from localisation.reading.population.faults import Faults
from localisation.reading.population.figures import figures, ids, texts
from localisation.reading.population.grid_id import CELL_SIZES_M, GRID_EPSG, cell_of, grid_id

_SLACK_M = 2.0
"""How far outside its cell a point may be, for rounding and for the metre between WGS 84 and ETRS89."""
_ENOUGH_TO_TELL = 20
"""From so many cells their size can be told from where they are."""


@dataclass(kw_only=True)
class Reading:
    """What is known of the table while it is read."""

    table: TableFile
    columns: Columns
    people: str
    year: int | None
    own: CRS
    faults: Faults
    cell_m: int | None = None
    inferred: bool = False
    outside_people: float = 0
    polygons: bool = False


def rows_of(reading: Reading, chunk: Chunk, target: int) -> dict[str, NDArray[Any]]:
    """The rows of a chunk that can be used: id, x, y, people, area and row; the faults of the others are noted."""
    frame, columns, faults = chunk.frame, reading.columns, reading.faults
    row = chunk.first_row + np.arange(len(frame))
    good = np.ones(len(frame), dtype=bool)
    if columns.year and reading.year is not None:
        good &= figures(frame[columns.year])[0] == reading.year
    count, strange = figures(frame[reading.people])
    for code, wrong in (
        ("population.not_number", strange),
        ("population.missing", np.isnan(count) & ~strange),
        ("population.negative", count < 0),
        ("population.not_whole", np.isfinite(count) & (count % 1 != 0)),
    ):
        faults.seen(code, wrong & good, row)
        good &= ~wrong
    x, y, missing = _position(reading, frame, row)
    own: NDArray[Any]
    if columns.cell:
        own, wrong = ids(frame[columns.cell])
        faults.seen("population.no_grid_id", wrong & good, row)
        good &= ~wrong
        x, y = _cells(reading, own, x, y, good, row)
    else:
        faults.seen("population.no_point", missing & good, row)
        good &= ~missing
        own = _own_ids(reading, frame, x, y, good, row)
    east, north = np.full(len(frame), np.nan), np.full(len(frame), np.nan)
    system = CRS.from_epsg(GRID_EPSG) if columns.cell else reading.own
    east[good], north[good] = moved(x[good], y[good], system, target)
    lost = good & ~(np.isfinite(east) & np.isfinite(north))
    faults.seen("population.beyond_crs", lost, row)
    good &= ~lost
    area = texts(frame[columns.area])[good] if columns.area else np.empty(0, dtype=object)
    kept = {"id": own[good], "x": east[good], "y": north[good], "people": count[good], "row": row[good]}
    return kept | ({"area": area} if columns.area else {})


def _position(reading: Reading, frame: pd.DataFrame, row: NDArray[Any]) -> tuple[Floats, Floats, Flags]:
    """The coordinates that stand in the rows, in the file's own system, and where there are none."""
    columns = reading.columns
    if columns.x and columns.y:
        x, y = figures(frame[columns.x])[0], figures(frame[columns.y])[0]
    elif columns.lat and columns.lon:
        x, y = figures(frame[columns.lon])[0], figures(frame[columns.lat])[0]
    elif GEOMETRY in frame:
        points = _points(reading, frame[GEOMETRY].to_numpy(), row)
        x, y = shapely.get_x(points), shapely.get_y(points)
    else:
        x = y = np.full(len(frame), np.nan)
    return np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64), np.isnan(x) | np.isnan(y)


def _points(reading: Reading, shapes: NDArray[Any], row: NDArray[Any]) -> NDArray[Any]:
    """A point for every shape: the point itself, the middle of a cell, or a point that surely lies inside an area."""
    if reading.columns.cell or reading.cell_m:
        return np.asarray(shapely.centroid(shapely.envelope(shapes)))
    polygons = shapely.get_dimensions(shapes) == 2
    if not polygons.any():
        return np.asarray(shapely.centroid(shapes))
    reading.polygons = True
    crossed = polygons & ~shapely.is_valid(shapes)
    reading.faults.seen("population.crossed", crossed, row)
    sound = shapes.copy()
    sound[crossed] = shapely.make_valid(shapes[crossed])
    return np.asarray(shapely.point_on_surface(sound))


def _cells(
    reading: Reading, own: NDArray[np.int64], x: Floats, y: Floats, good: Flags, row: NDArray[Any]
) -> tuple[Floats, Floats]:
    """The middles of the cells; ids that are no corner of the grid, or that coordinates contradict, are noted."""
    west, south = cell_of(own)
    size = reading.cell_m = reading.cell_m or _size(reading, west[good], south[good])
    off = (grid_id(west, south, size) != own) & good
    reading.faults.seen("population.off_grid", off, row)
    good &= ~off
    known = ~(np.isnan(x) | np.isnan(y)) & good
    if known.any():
        east, north = moved(x[known], y[known], reading.own, GRID_EPSG)
        apart = np.maximum(abs(east - west[known] - size / 2), abs(north - south[known] - size / 2))
        wrong = known.copy()
        wrong[known] = ~(apart <= size / 2 + _SLACK_M)
        reading.faults.seen("population.id_elsewhere", wrong, row)
        good &= ~wrong
    return (west + size / 2).astype(np.float64), (south + size / 2).astype(np.float64)


def _size(reading: Reading, west: NDArray[np.int64], south: NDArray[np.int64]) -> int:
    """The size of the cells, told from their corners: the largest that all of them fit."""
    if len(west) < _ENOUGH_TO_TELL:
        raise TableBroken("population.cell_size")
    step = int(np.gcd.reduce(np.concatenate([west, south])))
    reading.inferred = True
    return next((size for size in CELL_SIZES_M if step % size == 0), CELL_SIZES_M[-1])


def _own_ids(
    reading: Reading, frame: pd.DataFrame, x: Floats, y: Floats, good: Flags, row: NDArray[Any]
) -> NDArray[Any]:
    """Ids of rows without a cell id: made from the coordinates when they are cells, else the table's own or numbers."""
    if reading.cell_m:
        found = np.zeros(len(frame), dtype=np.int64)
        east, north = moved(x[good], y[good], reading.own, GRID_EPSG)
        found[good] = grid_id(np.floor(east).astype(np.int64), np.floor(north).astype(np.int64), reading.cell_m)
        return found
    if reading.columns.id:
        named = texts(frame[reading.columns.id])
        if (named != "").all():
            return named
    return np.array([str(r) for r in row], dtype=object)
