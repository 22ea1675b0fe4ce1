"""The stops of a feed, where they are and which station they belong to."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pyproj import Transformer

from localisation.reading.problems import Problems
from localisation.reading.transit.feed_files import FeedFiles
from localisation.reading.transit.feed_table import Told, whole_table
from localisation.reading.transit.tables import STOPS

_FAR_M = 1e9
_STATION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Stops:
    """Stops by id: `place` is the stop's number; `xy_m` is n x 2 and NaN where there is no position.

    `parents` are the ids of the stations they belong to, "" for none; `station` is a number for each station, and for
    each stop that is none's.
    """

    ids: tuple[str, ...]
    names: tuple[str, ...]
    parents: tuple[str, ...]
    xy_m: NDArray[np.float64]
    station: NDArray[np.int64]
    place: pd.Series


def read_stops(files: FeedFiles, epsg: int, problems: Problems, told: Told) -> Stops:
    """Every stop of the feed, its position projected; faults among the problems."""
    frame = _once(files, whole_table(files, STOPS, problems, told), problems)
    outside = (frame.stop_lat.abs() > 90) | (frame.stop_lon.abs() > 180)
    for row in frame.index[outside]:
        at = files.at(STOPS, int(row), "stop_lat")
        problems.error(
            "transit_feed.not_on_earth",
            at,
            stop=frame.stop_id[row],
            lat=_decimal(frame.stop_lat[row]),
            lon=_decimal(frame.stop_lon[row]),
        )
    # 0, 0 lies in the Gulf of Guinea: it is how some programs write that they do not know.
    nowhere = outside | ((frame.stop_lat == 0) & (frame.stop_lon == 0))
    lat, lon = (frame[column].mask(nowhere).to_numpy(np.float64) for column in ("stop_lat", "stop_lon"))
    place = pd.Series(np.arange(len(frame)), index=pd.Index(frame.stop_id))
    frame = _of_stations(files, frame, problems)
    parent = place.reindex(frame.parent_station).to_numpy(np.float64)
    lat, lon = _from_station(lat, parent), _from_station(lon, parent)
    easting, northing = Transformer.from_crs(4326, epsg, always_xy=True).transform(lon, lat)
    xy = np.stack([easting, northing], axis=1)
    xy[~(np.abs(xy) < _FAR_M).all(axis=1)] = np.nan
    station = pd.factorize(frame.parent_station.fillna(frame.stop_id))[0]
    return Stops(
        ids=tuple(frame.stop_id),
        names=tuple(frame.stop_name.fillna(frame.stop_id)),
        parents=tuple(frame.parent_station.fillna("")),
        xy_m=xy,
        station=station.astype(np.int64),
        place=place,
    )


def _once(files: FeedFiles, frame: pd.DataFrame, problems: Problems) -> pd.DataFrame:
    """Each stop once: a row repeated in full is told and left out, one that says otherwise is an error."""
    again = frame.duplicated("stop_id")
    same = frame.duplicated()
    for row in frame.index[again & ~same]:
        problems.error("transit_feed.stop_differs", files.at(STOPS, int(row), "stop_id"), id=frame.stop_id[row])
    if same.any():
        row = int(frame.index[same][0])
        at = files.at(STOPS, row, "stop_id")
        problems.warning("transit_feed.stop_repeated", at, id=frame.stop_id[row], count=int(same.sum()))
    return frame[~again]


def _of_stations(files: FeedFiles, frame: pd.DataFrame, problems: Problems) -> pd.DataFrame:
    """Stops whose parent is a station; that of others, which is a stop like themselves, is told and not used.

    A parent that is not listed may be a station: what belongs to it belongs together.
    """
    stations = set(frame.stop_id[frame.location_type == _STATION])
    wrong = frame.parent_station.isin(set(frame.stop_id) - stations) & frame.location_type.fillna(0).eq(0)
    if not wrong.any():
        return frame
    row = int(frame.index[wrong][0])
    at = files.at(STOPS, row, "parent_station")
    problems.warning("transit_feed.parent_no_station", at, id=frame.stop_id[row], count=int(wrong.sum()))
    return frame.assign(parent_station=frame.parent_station.mask(wrong))


def _from_station(degrees: NDArray[np.float64], parent: NDArray[np.float64]) -> NDArray[np.float64]:
    """The degrees of each stop, or of its station where it has none itself."""
    known = np.where(np.isnan(parent), 0, parent).astype(np.int64)
    inherited = np.where(np.isnan(parent), np.nan, degrees[known]) if len(degrees) else degrees
    return np.where(np.isnan(degrees), inherited, degrees)


def _decimal(degrees: float) -> str:
    return f"{degrees:.5f}"
