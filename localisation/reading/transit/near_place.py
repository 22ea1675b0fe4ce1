"""Whether a feed has anything to do with the place."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from localisation.geography.transit.timetable import Timetable
from localisation.reading.coordinates import Point, degrees, metres
from localisation.reading.problems import Problems
from localisation.reading.transit.feed_files import FeedFiles
from localisation.reading.transit.tables import STOPS

FAR_M = 25_000
"""A feed is not of the place when every stop is farther than this from every point of it."""
_TRIED = 200


def near_place(files: FeedFiles, timetable: Timetable, epsg: int, near: Sequence[Point], problems: Problems) -> None:
    """Tell, as an error, that no stop in use is near the place, and whether swapped degrees are the cause."""
    if not near or not len(timetable.stop_ids):
        return
    place = cKDTree(np.array(near, np.float64))
    away = float(place.query(timetable.stop_xy_m)[0].min())
    if away <= FAR_M:
        return
    swapped = _swapped(timetable.stop_xy_m[:_TRIED], epsg)
    if len(swapped) and float(place.query(swapped)[0].min()) <= FAR_M:
        problems.error("transit_feed.degrees_swapped", files.at(STOPS, column="stop_lat"))
    else:
        problems.error("transit_feed.far_from_place", files.at(STOPS), km=round(away / 1000))


def _swapped(xy: NDArray[np.float64], epsg: int) -> NDArray[np.float64]:
    """The same stops with latitude and longitude exchanged."""
    found = []
    for x, y in xy:
        lat, lon = degrees((round(x), round(y)), epsg)
        if abs(lon) <= 90 and (point := metres(lon, lat, epsg)):
            found.append(point)
    return np.array(found, np.float64).reshape(-1, 2)
