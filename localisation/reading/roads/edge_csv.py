"""Reads roads from a table of our own: one row a street, as CSV."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import pandas
import shapely
from numpy.typing import NDArray

from localisation.array_types import Floats
from localisation.reading.problems import Place, Problems
from localisation.reading.roads.csv_chunks import csv_chunks
from localisation.reading.roads.edge_cells import Cells
from localisation.reading.roads.edge_ends import End, ends_of
from localisation.reading.roads.progress import Progress
from localisation.reading.roads.streets import Streets, seconds_at
from localisation.reading.roads.values import words, yes

NEEDED: Final = ("start", "end")
TIMES: Final = ("seconds", "minutes", "speed_kmh")
CLOSED: Final = -1
NO_TIME_M: Final = 10
"""A street this long takes time."""


def read_edge_csv(
    path: Path,
    nodes: Path | None,
    epsg: int,
    source_epsg: int | None,
    at: Place,
    problems: Problems,
    progress: Progress,
) -> Streets | None:
    """The streets of a table; None when it cannot be used, with the reasons told, cell by cell.

    Columns: `start` and `end` (node ids), `metres` (else the straight line), one of `seconds`, `minutes` and
    `speed_kmh`, and if wanted the same with `_back` for the way back (-1: closed; without it the same as there),
    `oneway` (B, FT or TF), `ferry`, `tunnel`, `bridge`, and `car`, `bicycle`, `walk` (yes or no; a street without them
    is open to all). Coordinates stand in the row (`start_x`, `start_y`, `end_x`, `end_y`) or in a table of nodes
    beside it.
    """
    chunks = [_Chunk.of(table, row, at, problems) for table, row in csv_chunks(path, NEEDED, at, problems, progress)]
    if problems.errors:
        return None
    if not sum(len(chunk.row) for chunk in chunks):
        problems.error("roads.no_roads", at, seen=0)
        return None
    table = pandas.concat([chunk.table for chunk in chunks], ignore_index=True)
    row = np.concatenate([chunk.row for chunk in chunks])
    ends = ends_of(table, row, path, nodes, epsg, source_epsg, at, problems)
    if ends is None:
        return None
    return _streets(table, row, *ends, at, problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chunk:
    """Some rows, with the cells that must be numbers made numbers."""

    table: pandas.DataFrame
    row: NDArray[np.int64]

    @classmethod
    def of(cls, table: pandas.DataFrame, row: NDArray[np.int64], at: Place, problems: Problems) -> "_Chunk":
        cells = Cells(table, row, at, problems)
        kept = {c: table[c] for c in ("start", "end", "oneway", "ferry", "tunnel", "bridge", "car", "bicycle", "walk")
                if c in table}  # fmt: skip
        for column in ("metres", "start_x", "start_y", "end_x", "end_y"):
            if column in table:
                kept[column] = pandas.Series(cells.numbers(column, least=0 if column == "metres" else None))
        given = next((t for t in TIMES if t in table), None)
        if given is None:
            problems.error("roads.missing_columns", at, columns=TIMES[:1], found=tuple(table.columns)[:20])
        else:
            least, back = int(given == "speed_kmh"), f"{given}_back"
            kept["along"] = pandas.Series(cells.numbers(given, least, CLOSED))
            kept["back"] = pandas.Series(cells.numbers(back, least, CLOSED)) if back in table else kept["along"]
            kept["unit"] = pandas.Series(np.full(len(table), TIMES.index(given)))
        return cls(table=pandas.DataFrame(kept), row=row)


def _streets(
    table: pandas.DataFrame, row: NDArray[np.int64], start: End, end: End, at: Place, problems: Problems
) -> Streets | None:
    line = shapely.linestrings(np.stack([start.xy, end.xy], axis=1))
    metres = table["metres"].to_numpy(float) if "metres" in table else shapely.length(line)
    way = words(table, "oneway")
    strange = np.flatnonzero(~np.isin(way, ("b", "ft", "tf", "")))
    for i in strange:
        problems.error("roads.oneway_unknown", Place(file=at.file, row=int(row[i]), column="oneway"), value=way[i])
    if len(strange):
        return None
    unit = int(table["unit"].iloc[0])
    along = _seconds(table["along"].to_numpy(float), metres, unit)
    back = _seconds(table["back"].to_numpy(float), metres, unit)
    for i in np.flatnonzero((np.fmin(along, back) == 0) & (metres >= NO_TIME_M)):
        problems.error("roads.no_time", Place(file=at.file, row=int(row[i])), metres=round(float(metres[i])))
    along, back = np.where(way == "tf", np.inf, along), np.where(way == "ft", np.inf, back)
    car, bicycle, walk = (yes(table, mode) if mode in table else np.ones(len(table), bool) for mode in
                          ("car", "bicycle", "walk"))  # fmt: skip
    there = np.isfinite(along) | np.isfinite(back)
    ferry = yes(table, "ferry")
    return Streets(
        line=np.asarray(line),
        start=start.key,
        end=end.key,
        metres=metres,
        car_along_s=np.where(car, along, np.inf),
        car_back_s=np.where(car, back, np.inf),
        bicycle_along=bicycle & np.isfinite(along),
        bicycle_back=bicycle & np.isfinite(back),
        walk_along=walk & there,
        walk_back=walk & there,
        ferry_s=np.where(ferry, np.fmin(along, back), np.nan),
        tunnel=yes(table, "tunnel"),
        bridge=yes(table, "bridge"),
        row=row,
    )


def _seconds(given: Floats, metres: Floats, unit: int) -> Floats:
    """Seconds of times in seconds (unit 0) or minutes (1), or of speeds (2); inf where the cell says closed."""
    closed = given == CLOSED
    value = np.where(closed, 0, given)
    seconds = seconds_at(metres, value) if unit == 2 else value * (1, 60)[unit]
    return np.asarray(np.where(closed, np.inf, seconds))
