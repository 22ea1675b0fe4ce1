"""Where the streets of our own table begin and end: coordinates in its rows, or in a table of nodes."""

import os.path
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import pandas
from numpy.typing import NDArray
from pyproj import Transformer

from localisation.array_types import Floats
from localisation.reading.problems import Place, Problems
from localisation.reading.roads.csv_chunks import csv_chunks
from localisation.reading.roads.edge_cells import Cells
from localisation.reading.roads.progress import untold

WGS84: Final = 4326
COORDINATES: Final = (("easting_m", "northing_m"), ("lon", "lat"), ("x", "y"))
"""Metres in the coordinate system of the place, degrees (WGS 84), or whatever the stated coordinate system says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """One end of every street: node numbers and coordinates."""

    key: NDArray[np.int64]
    xy: Floats


def ends_of(
    table: pandas.DataFrame,
    row: NDArray[np.int64],
    path: Path,
    nodes: Path | None,
    epsg: int,
    source_epsg: int | None,
    at: Place,
    problems: Problems,
) -> tuple[End, End] | None:
    """Both ends of every street; None when the coordinates are missing, with the reason told."""
    keys, names = pandas.factorize(np.concatenate([table["start"], table["end"]]).astype(str))
    count = len(table)
    if {"start_x", "start_y", "end_x", "end_y"} <= set(table.columns):
        both = [np.column_stack([table[f"{e}_x"], table[f"{e}_y"]]).astype(float) for e in ("start", "end")]
        xy = projected(np.concatenate(both), ("x", "y"), epsg, source_epsg, at, problems)
    else:
        found = _nodes(path, nodes, epsg, source_epsg, at, problems)
        xy = None if found is None else _looked_up(names, keys, found, row, at, problems)
    if xy is None:
        return None
    return End(key=keys[:count], xy=xy[:count]), End(key=keys[count:], xy=xy[count:])


def projected(
    xy: Floats, columns: tuple[str, str], epsg: int, source_epsg: int | None, at: Place, problems: Problems
) -> Floats | None:
    """Coordinates in the coordinate system of the place; None when theirs is not known, which is told."""
    system = {"easting_m": epsg, "lon": WGS84}.get(columns[0], source_epsg)
    if system is None:
        problems.error("roads.no_crs", at)
        return None
    if system == epsg:
        return xy
    return np.column_stack(Transformer.from_crs(system, epsg, always_xy=True).transform(xy[:, 0], xy[:, 1]))


def nodes_file(path: Path, nodes: Path | None) -> Path | None:
    """The table of nodes that belongs to a table of streets: the one named, or one beside it; None when not there."""
    candidates = [nodes] if nodes else _beside(path)
    return next((p for p in candidates if p.is_file()), None)


def shown_beside(other: Path, path: Path, at: Place) -> str:
    """What the user calls a file, when `path` is called as `at` says."""
    return (Path(at.file).parent / os.path.relpath(other, path.parent)).as_posix()


def _beside(path: Path) -> list[Path]:
    return [path.with_name(name) for name in (f"{path.stem}_nodes.csv", "road_nodes.csv", "nodes.csv")]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Nodes:
    """The table of nodes: ids, all different, and coordinates."""

    ids: pandas.Index
    xy: Floats


def _nodes(
    path: Path, nodes: Path | None, epsg: int, source_epsg: int | None, at: Place, problems: Problems
) -> _Nodes | None:
    file = nodes_file(path, nodes)
    if file is None:
        problems.error("roads.no_nodes", at, files=(nodes.name,) if nodes else tuple(p.name for p in _beside(path)))
        return None
    ids, places, rows = [], [], []
    here = Place(file=shown_beside(file, path, at))
    for table, row in csv_chunks(file, ("id",), here, problems, untold):
        columns = next((c for c in COORDINATES if set(c) <= set(table.columns)), None)
        if columns is None:
            problems.error("roads.missing_columns", here, columns=COORDINATES[0], found=tuple(table.columns)[:20])
            return None
        cells = Cells(table, row, here, problems)
        given = np.column_stack([cells.numbers(column) for column in columns])
        xy = None if problems.errors else projected(given, columns, epsg, source_epsg, here, problems)
        if xy is None:
            return None
        ids.append(table["id"].astype(str))
        places.append(xy)
        rows.append(row)
    if problems.errors or not ids:
        return None if problems.errors else _Nodes(ids=pandas.Index([], dtype=str), xy=np.empty((0, 2)))
    return _different(pandas.Index(pandas.concat(ids)), np.concatenate(places), np.concatenate(rows), here, problems)


def _different(ids: pandas.Index, xy: Floats, row: NDArray[np.int64], here: Place, problems: Problems) -> _Nodes | None:
    """The nodes, unless an id stands twice, which is told."""
    again = np.flatnonzero(ids.duplicated())
    for i in again[:20]:
        first = int(row[np.flatnonzero(ids == ids[i])[0]])
        problems.error("double_row", Place(file=here.file, row=int(row[i]), column="id"), id=str(ids[i]), first=first)
    return None if len(again) else _Nodes(ids=ids, xy=xy)


def _looked_up(
    names: NDArray[np.object_],
    keys: NDArray[np.int64],
    found: _Nodes,
    row: NDArray[np.int64],
    at: Place,
    problems: Problems,
) -> Floats | None:
    number = found.ids.get_indexer(pandas.Index(names))
    where = np.flatnonzero(number[keys] < 0)
    for i in where[:20]:
        here = Place(file=at.file, row=int(row[i % len(row)]), column="start" if i < len(row) else "end")
        problems.error("roads.unknown_node", here, node=str(names[keys[i]]))
    return None if len(where) else np.asarray(found.xy[number][keys], np.float64)
