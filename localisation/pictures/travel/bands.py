"""Bands of travel time: their limits, shades and shapes on the ground."""

from collections.abc import Mapping, Sequence

import numpy as np
import shapely

from localisation.domain.geography import Zone
from localisation.geography.isochrones import isochrones

LIMITS_MIN = (5, 10, 15, 20, 30, 45, 60)
SHADES = ("#08306b", "#20599f", "#4a8cc2", "#86b6d9", "#b3d1e6", "#cddde7", "#e1e2d5")
"""From dark, near, to pale, far: even steps of lightness, so that the order is kept in grey."""
BEYOND = "#d9c9b4"
"""Zones beyond the last band, or that reach nothing."""
_AROUND_M = 450.0
"""Bands are drawn so far around inhabited zones, a little over half the width of a cell of 500 m."""
_CELL_M = 100.0
_CROSSING_KMH = 30.0
"""Between two zones time grows as slowly as this: the speed of access, not a walk, or every zone would be an island."""
_SIMPLE_M = 120.0

Ring = list[tuple[float, float]]


def band_of(seconds: float | None) -> int | None:
    """Which band a time is in, 0 the nearest; None beyond the last or when nothing is reached."""
    if seconds is None:
        return None
    return next((i for i, minutes in enumerate(LIMITS_MIN) if seconds <= 60 * minutes), None)


def band_shapes(zones: Sequence[Zone], seconds: Mapping[str, float]) -> dict[int, list[shapely.Polygon]]:
    """The polygons of each band around inhabited zones, in metres, simplified; bands where nobody lives are absent.

    Each point near an inhabited zone has the least time of a zone plus the way from it (see `isochrones`).
    """
    known = [z for z in zones if z.population and z.id in seconds]
    if not known:
        return {}
    east, north = np.array([z.easting_m for z in known]), np.array([z.northing_m for z in known])
    # Towards the edge of what is reached, time climbs through every band: that rim is cut away.
    near = shapely.union_all(shapely.buffer(shapely.points(east, north), _AROUND_M, quad_segs=2))
    found = isochrones(
        east,
        north,
        np.array([seconds[z.id] for z in known]),
        [60 * minutes for minutes in LIMITS_MIN],
        walk_kmh=_CROSSING_KMH,
        walk_m=_AROUND_M + 5 * _CELL_M,
        cell_m=_CELL_M,
    )
    shapes = {i: _parts(shapely.intersection(isochrone.band, near)) for i, isochrone in enumerate(found)}
    return {i: parts for i, parts in shapes.items() if parts}


def _parts(band: shapely.Geometry) -> list[shapely.Polygon]:
    simple = shapely.get_parts(shapely.simplify(band, _SIMPLE_M, preserve_topology=True))
    return [p for p in simple if p.geom_type == "Polygon" and p.area > 20_000]


def without_holes(shape: shapely.Polygon) -> list[Ring]:
    """The polygon as rings without holes: one with holes is cut in two through each, so that it can be filled."""
    if not shape.interiors:
        return [list(shape.exterior.coords)[:-1]]
    x = shape.interiors[0].centroid.x
    west, south, east, north = shape.bounds
    halves = (shapely.box(west - 1, south - 1, x, north + 1), shapely.box(x, south - 1, east + 1, north + 1))
    parts = [p for half in halves for p in shapely.get_parts(shape.intersection(half)) if p.geom_type == "Polygon"]
    return [ring for part in parts for ring in without_holes(part)]
