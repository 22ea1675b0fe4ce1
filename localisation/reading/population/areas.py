"""Reads the polygons of areas (grunnkretser, delområder or any other), and says which area a point is in."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray

from localisation.domain.provenance import InputFile
from localisation.reading.population.chunk import GEOMETRY, TableBroken
from localisation.reading.population.columns import columns_of
from localisation.reading.population.crs import crs_of
from localisation.reading.population.figures import texts
from localisation.reading.population.population import Population
from localisation.reading.population.table_file import open_table, tell
from localisation.reading.problems import Place, Problems

_OVERLAP_PERCENT = 1
"""Areas that share more than this of the smaller one overlap; less is slack in the drawing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Areas:
    """Areas as arrays of the same length; shapes are valid and in the coordinate system of the place."""

    ids: tuple[str, ...]
    names: tuple[str, ...]
    shapes: NDArray[Any]
    inputs: tuple[InputFile, ...]

    def of(self, easting_m: NDArray[Any], northing_m: NDArray[Any], nearest_m: float = 0) -> NDArray[np.intp]:
        """The place in the arrays of the area each point is in, -1 for none; on a border the first area.

        A point in no area is in the nearest one within `nearest_m`, such as a cell by the sea whose middle is in it.
        """
        found = np.full(len(easting_m), -1, dtype=np.intp)
        tree = shapely.STRtree(self.shapes)
        points = shapely.points(easting_m, northing_m)
        point, area = tree.query(points, predicate="intersects")
        order = np.lexsort((-area, point))
        found[point[order]] = area[order]
        lost = np.flatnonzero(found < 0)
        if nearest_m and len(lost):
            near, area = tree.query_nearest(points[lost], max_distance=nearest_m, all_matches=False)
            found[lost[near]] = area
        return found


def read_areas(
    path: Path, shown: str, problems: Problems, *, target_epsg: int, epsg: int | None = None, layer: str = ""
) -> Areas | None:
    """The areas of a file of polygons; None when it cannot be used, with all reasons among the problems.

    Polygons that cross themselves are made valid (shapely.make_valid), and it is told. People in the table are read by
    `read_population`, which takes the same file.
    """
    table = open_table(path, shown, layer, problems)
    if table is None:
        return None
    at = Place(file=shown)
    columns = columns_of(table.columns)
    own = crs_of(table.crs, epsg, at, problems) if table.shapes else None
    if not table.shapes:
        problems.error("population.no_shapes", at)
    key = columns.id if columns.id else columns.name
    if not key:
        problems.error("population.no_area_id", at, columns=table.columns)
    if own is None or not key:
        return None
    wanted = tuple(c for c in table.columns if c in {key, columns.name} - {""})
    try:
        frames = [chunk.frame for chunk in table.read(wanted, True)]
    except TableBroken as fault:
        tell(fault, shown, problems)
        return None
    if not sum(map(len, frames)):
        problems.error("population.no_areas", at)
        return None
    ids = np.concatenate([texts(f[key]) for f in frames])
    names = np.concatenate([texts(f[columns.name]) for f in frames]) if columns.name else ids
    shapes = np.concatenate([f[GEOMETRY].to_numpy() for f in frames])
    sound = _sound(ids, shapes, shown, problems)
    if sound is None:
        return None
    moved = gpd.GeoSeries(sound, crs=own).to_crs(target_epsg).to_numpy()
    areas = Areas(ids=tuple(ids), names=tuple(names), shapes=moved, inputs=table.inputs)
    _warn_of_overlap(areas, shown, problems)
    return areas


def _sound(ids: NDArray[Any], shapes: NDArray[Any], shown: str, problems: Problems) -> NDArray[Any] | None:
    """The shapes made valid; None when some are no areas or share an id."""
    flat = (shapely.get_dimensions(shapes) != 2) | shapely.is_empty(shapes)
    names, counts = np.unique(ids, return_counts=True)
    for code, bad, which in (
        ("population.not_polygon", flat.any(), ids[flat]),
        ("population.double_area", (counts > 1).any(), names[counts > 1]),
        ("population.empty_area_id", (ids == "").any(), ids[ids == ""]),
    ):
        if bad:
            problems.error(code, Place(file=shown), count=len(which), ids=tuple(str(i) for i in which[:5]))
    if flat.any() or (counts > 1).any() or (ids == "").any():
        return None
    sound = shapes.copy()
    for i in np.flatnonzero(~shapely.is_valid(shapes)):
        made = shapely.make_valid(shapes[i])
        polygons = [p for p in shapely.get_parts(made) if p.geom_type in ("Polygon", "MultiPolygon")]
        sound[i] = shapely.union_all(polygons)
        reason = shapely.is_valid_reason(shapes[i]).split("[")[0].strip()
        problems.warning("population.made_valid", Place(file=shown, row=int(i) + 1), id=str(ids[i]), reason=reason)
    return sound


def _warn_of_overlap(areas: Areas, shown: str, problems: Problems) -> None:
    first, second = shapely.STRtree(areas.shapes).query(areas.shapes, predicate="intersects")
    for a, b in zip(first, second, strict=True):
        if a < b:
            smaller = min(areas.shapes[a].area, areas.shapes[b].area)
            share = 100 * shapely.intersection(areas.shapes[a], areas.shapes[b]).area / smaller
            if share > _OVERLAP_PERCENT:
                at = Place(file=shown)
                problems.warning("population.overlap", at, a=areas.ids[a], b=areas.ids[b], percent=round(share))


def in_areas(population: Population, areas: Areas, shown: str, problems: Problems) -> Population:
    """The people with the area each lives in; those in none, nor within a cell of one, are left out, and it is told."""
    where = areas.of(population.easting_m, population.northing_m, nearest_m=population.cell_m or 0)
    outside = where < 0
    if outside.any():
        people = int(population.people[outside].sum())
        problems.warning("population.in_no_area", Place(file=shown), count=int(outside.sum()), people=people)
    inside = ~outside
    return replace(
        population,
        ids=population.ids[inside],
        easting_m=population.easting_m[inside],
        northing_m=population.northing_m[inside],
        people=population.people[inside],
        area=np.array(areas.ids, dtype=object)[where[inside]],
    )
