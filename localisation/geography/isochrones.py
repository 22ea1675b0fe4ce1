"""How far one gets in so many minutes, as polygons.

Method, chosen by looking at three kinds on a real network of 24,000 stretches: the least time on a grid, and its
contours. Concave hulls of the reached points cross forests and water that no road crosses. Buffered stretches are true
to the roads but are threads with a hole in every block, slow to join, and their width says nothing of time. On the
grid, every point is given the least of (time at a point of the road + the walk from it), so that a contour is a line of
equal time, holes are places one does not reach, and a longer time always holds a shorter one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, cast

import numpy as np
import shapely
from contourpy import FillType, contour_generator
from numpy.typing import NDArray
from scipy.ndimage import grey_erosion

from localisation.array_types import Floats

_MAX_CELLS = 25_000_000
"""A grid larger than this is made coarser: 25 million numbers of 8 bytes are 200 MB."""
_SNAP_M = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Isochrone:
    """Everywhere reached within `limit_s` seconds: `whole` holds every shorter one; `band` is what this one adds.

    Both are valid, in the coordinates of the points, and may be empty. `cell_m` is how fine they are.
    """

    limit_s: float
    whole: shapely.MultiPolygon
    band: shapely.MultiPolygon
    cell_m: float

    @property
    def area_m2(self) -> float:
        """The area of the whole, in square metres."""
        return float(self.whole.area)


def isochrones(
    easting_m: NDArray[Any],
    northing_m: NDArray[Any],
    seconds: NDArray[Any],
    limits_s: Sequence[float],
    *,
    walk_kmh: float = 5.0,
    walk_m: float = 250.0,
    cell_m: float = 50.0,
    smallest_m2: float = 20_000.0,
) -> tuple[Isochrone, ...]:
    """The isochrones of points with known times, shortest first; points that are not reached are NaN or infinite.

    A place off the points is reached on foot from the best of them: t(x) = min over points p of t_p + |x - p| / walk
    speed, within `walk_m` metres; beyond, nobody is said to come. Each is the area where t <= limit, by linear contours
    of t on a grid of `cell_m` metres (made coarser when the points span too much). Edges are right to about a cell, and
    err inwards except in the notches where the reaches of two points meet. Patches and holes smaller than
    `smallest_m2` are left out. Give points as dense as the grid along the roads: see `points_along`.
    Reference: marching squares (Lorensen & Cline 1987) on the min-plus convolution of times with a cone (grey
    erosion, Serra 1982). Raises ValueError for lengths that differ, no limit, or settings that are not positive.
    """
    limits = sorted(limits_s)
    if not (len(easting_m) == len(northing_m) == len(seconds)):
        raise ValueError("points and times differ in number")
    if not limits or limits[0] < 0 or min(walk_kmh, walk_m, cell_m) <= 0:
        raise ValueError("limits must not be negative, and walking and cells must be more than nothing")
    times = np.asarray(seconds, dtype=np.float64)
    near = np.isfinite(times) & (times <= limits[-1])
    x, y = np.asarray(easting_m, dtype=np.float64)[near], np.asarray(northing_m, dtype=np.float64)[near]
    if not near.any():
        empty = shapely.MultiPolygon()
        return tuple(Isochrone(limit_s=t, whole=empty, band=empty, cell_m=cell_m) for t in limits)
    cell = _cell(x, y, cell_m, walk_m)
    surface = _Surface(x, y, times[near], cell, walk_kmh / 3.6, walk_m, limits[-1])
    wholes = [surface.within(t, smallest_m2) for t in limits]
    for i in range(1, len(wholes)):  # A contour of a longer time holds the shorter one; rounding must not undo it.
        wholes[i] = _many(shapely.union(wholes[i], wholes[i - 1], grid_size=_SNAP_M))
    bands = [wholes[0]] + [_many(shapely.difference(b, a, grid_size=_SNAP_M)) for a, b in pairwise(wholes)]
    return tuple(
        Isochrone(limit_s=t, whole=whole, band=band, cell_m=cell)
        for t, whole, band in zip(limits, wholes, bands, strict=True)
    )


def points_along(
    lines: NDArray[Any],
    start_s: NDArray[Any],
    end_s: NDArray[Any],
    forward_s: NDArray[Any],
    backward_s: NDArray[Any],
    *,
    every_m: float = 50.0,
) -> tuple[Floats, Floats, Floats]:
    """Points along stretches of road with the least time to each, as eastings, northings and seconds.

    `lines` are shapely LineStrings from start to end; the others are as in `accessibility.RoadTimes`: seconds to the
    two ends, and to drive it forwards and backwards (NaN or infinite: not reached, closed). A point at the part f of a
    stretch has min(start + f * forward, end + (1 - f) * backward).
    """
    lengths = shapely.length(lines)
    counts = np.maximum(1, np.ceil(lengths / every_m)).astype(np.int64) + 1
    which = np.repeat(np.arange(len(lines)), counts)
    first = np.cumsum(counts) - counts
    part = (np.arange(len(which)) - first[which]) / (counts[which] - 1)
    points = shapely.line_interpolate_point(np.asarray(lines)[which], part, normalized=True)
    ways = [
        np.asarray(start_s, dtype=np.float64)[which] + part * np.asarray(forward_s, dtype=np.float64)[which],
        np.asarray(end_s, dtype=np.float64)[which] + (1 - part) * np.asarray(backward_s, dtype=np.float64)[which],
    ]
    times = np.fmin(*ways)  # A stretch closed one way has a time the other.
    times[np.isnan(times)] = np.inf
    return shapely.get_x(points), shapely.get_y(points), times


def _cell(x: Floats, y: Floats, cell_m: float, walk_m: float) -> float:
    """The size of the cells: as asked for, or larger so that the grid is not larger than `_MAX_CELLS`."""
    span = (np.ptp(x) + 4 * walk_m) * (np.ptp(y) + 4 * walk_m)
    return max(cell_m, float(np.sqrt(span / _MAX_CELLS)))


class _Surface:
    """The least time everywhere on a grid around the points."""

    def __init__(
        self, x: Floats, y: Floats, seconds: Floats, cell_m: float, walk_m_per_s: float, walk_m: float, last_s: float
    ) -> None:
        reach = int(np.ceil(walk_m / cell_m)) + 2
        west = (np.floor(x.min() / cell_m) - reach - 1) * cell_m
        south = (np.floor(y.min() / cell_m) - reach - 1) * cell_m
        columns = np.rint((x - west) / cell_m).astype(np.int64)
        rows = np.rint((y - south) / cell_m).astype(np.int64)
        shape = (int(rows.max()) + reach + 2, int(columns.max()) + reach + 2)
        far = 10 * (last_s + walk_m / walk_m_per_s) + 1
        least = np.full(shape, far)
        # The walk from the point to the middle of its cell is counted too, or streets would seem as wide as cells.
        aside = np.hypot(x - west - columns * cell_m, y - south - rows * cell_m) / walk_m_per_s
        np.minimum.at(least, (rows, columns), seconds + aside)
        offsets = np.arange(-reach, reach + 1) * cell_m
        away = np.hypot(offsets[:, None], offsets[None, :])
        # Beyond the walk the time climbs steeply but evenly, so that the edge is a circle and not a staircase.
        cone = away / walk_m_per_s + np.maximum(0.0, away - walk_m) * (far / cell_m)
        self.time = grey_erosion(least, structure=-cone, mode="constant", cval=far)
        self.x = west + np.arange(shape[1]) * cell_m
        self.y = south + np.arange(shape[0]) * cell_m

    def within(self, limit_s: float, smallest_m2: float) -> shapely.MultiPolygon:
        """Where the time is at most the limit."""
        contours = contour_generator(self.x, self.y, self.time, fill_type=FillType.OuterOffset)
        outlines, offsets = cast("tuple[list[Floats], list[NDArray[Any]]]", contours.filled(-1.0, limit_s))
        found = []
        for points, cuts in zip(outlines, offsets, strict=True):
            rings = [points[a:b] for a, b in pairwise(cuts)]
            holes = [ring for ring in rings[1:] if shapely.Polygon(ring).area >= smallest_m2]
            polygon = shapely.Polygon(rings[0], holes)
            if polygon.area >= smallest_m2:
                found.append(polygon)
        return _many(shapely.set_precision(shapely.make_valid(shapely.MultiPolygon(found)), _SNAP_M))


def _many(shape: shapely.Geometry) -> shapely.MultiPolygon:
    """The polygons of a shape as one; what has no area, such as a line where two only touch, is dropped."""
    parts = [p for p in shapely.get_parts(shape, return_index=False) if p.geom_type in ("Polygon", "MultiPolygon")]
    return shapely.MultiPolygon([q for p in parts for q in shapely.get_parts(p) if q.area > 0])
