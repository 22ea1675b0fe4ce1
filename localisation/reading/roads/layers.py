"""The layers of a file of lines: what they hold, and the lines of one of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import geopandas
import numpy as np
import pandas
import pyogrio
import shapely
from numpy.typing import NDArray
from pyproj import CRS

from localisation.reading.problems import Place, Problems
from localisation.reading.roads.assemble import some
from localisation.reading.roads.progress import MOST_STREETS, Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerInfo:
    """A layer's name, its columns as written by their names in lower case, its geometry type, system and size."""

    name: str
    columns: Mapping[str, str]
    geometry_type: str
    crs: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """The usable rows of a layer: values by column in lower case, LineStrings in metres, and the row numbers from 1."""

    table: pandas.DataFrame
    line: NDArray[np.object_]
    row: NDArray[np.int64]


def layers(path: Path, at: Place, problems: Problems) -> list[LayerInfo]:
    """The layers of a file; none when it cannot be opened, with the reason in `problems`."""
    try:
        names = [str(name) for name in pyogrio.list_layers(path)[:, 0]]
        return [_info(path, name) for name in names]
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, ValueError) as error:
        problems.error("roads.unreadable", at, reason=str(error))
        return []


def _info(path: Path, name: str) -> LayerInfo:
    info = pyogrio.read_info(path, layer=name, force_feature_count=True)
    return LayerInfo(
        name=name,
        columns={str(field).lower(): str(field) for field in info["fields"]},
        geometry_type=str(info["geometry_type"] or ""),
        crs=str(info["crs"] or ""),
        count=int(info["features"]),
    )


def read_lines(
    path: Path,
    info: LayerInfo,
    wanted: Iterable[str],
    epsg: int,
    source_epsg: int | None,
    at: Place,
    problems: Problems,
    progress: Progress,
) -> Lines | None:
    """The lines of a layer in the coordinate system of the place; None when it cannot be used, with the reason told.

    Lines in several parts that meet are joined; rows without a line, or with one that does not, are left out and told.
    """
    if info.geometry_type and "line" not in info.geometry_type.lower() and info.geometry_type != "Unknown":
        problems.error("roads.not_lines", at, geometry=info.geometry_type)
        return None
    if not info.crs and source_epsg is None:
        problems.error("roads.no_crs", at)
        return None
    if info.count > MOST_STREETS:
        problems.error("roads.too_many", at, limit=MOST_STREETS)
        return None
    columns = [info.columns[name] for name in wanted if name in info.columns]
    parts = []
    try:
        with pyogrio.open_arrow(path, layer=info.name, columns=columns, use_pyarrow=True) as (meta, reader):
            geometry = meta["geometry_name"] or "wkb_geometry"
            done = 0
            for batch in reader:
                parts.append(batch.to_pandas())
                done += batch.num_rows
                progress(done, info.count)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, OSError, RuntimeError) as error:
        problems.error("roads.unreadable", at, reason=str(error))
        return None
    if not parts or not sum(map(len, parts)):
        problems.error("roads.no_roads", at, seen=0)
        return None
    table = pandas.concat(parts, ignore_index=True)
    crs = CRS(info.crs or source_epsg)
    line = _lines(shapely.from_wkb(table.pop(geometry), on_invalid="ignore"), crs, epsg)
    table.columns = table.columns.str.lower()
    return _usable(table, line, at, problems)


def _lines(found: NDArray[np.object_], crs: CRS, epsg: int) -> NDArray[np.object_]:
    """Single lines in two dimensions; None for what is not one."""
    found = shapely.force_2d(found)
    several = shapely.get_type_id(found) == shapely.GeometryType.MULTILINESTRING
    found[several] = _joined(found[several])
    single = shapely.get_type_id(found) == shapely.GeometryType.LINESTRING
    found = _those(found, single & ~shapely.is_empty(found))
    if crs != CRS.from_epsg(epsg):
        found = np.asarray(geopandas.GeoSeries(found, crs=crs).to_crs(epsg=epsg).array, object)
    return _those(found, np.isfinite(shapely.bounds(found)).all(axis=1))


def _those(found: NDArray[np.object_], which: NDArray[np.bool_]) -> NDArray[np.object_]:
    kept = np.full(len(found), None, object)
    kept[which] = found[which]
    return kept


def _joined(several: NDArray[np.object_]) -> NDArray[np.object_]:
    """Lines of which the parts meet end to end, in the direction they are drawn."""
    one = shapely.get_num_geometries(several) == 1
    whole = shapely.line_merge(several, directed=True)
    whole[one] = shapely.get_geometry(several[one], 0)
    return np.asarray(whole, object)


def _usable(table: pandas.DataFrame, line: NDArray[np.object_], at: Place, problems: Problems) -> Lines | None:
    there = ~shapely.is_missing(line)
    row = np.arange(1, len(line) + 1)
    if not there.any():
        problems.error("roads.no_line_at_all", at, count=len(row))
        return None
    if not there.all():
        problems.warning("roads.no_line", at, count=int((~there).sum()), rows=some(row[~there]))
    return Lines(table=table[there].reset_index(drop=True), line=line[there], row=row[there])
