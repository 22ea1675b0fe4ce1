"""Reads roads from OpenStreetMap (.osm.pbf, and the other formats osmium knows)."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer

from localisation.array_types import Whole
from localisation.reading.problems import Place, Problems
from localisation.reading.roads.osm_tags import Passage
from localisation.reading.roads.osm_ways import OsmWays, osm_ways
from localisation.reading.roads.progress import MOST_STREETS, Progress
from localisation.reading.roads.road_settings import RoadSettings
from localisation.reading.roads.streets import Streets, seconds_at

WGS84 = 4326


def read_osm(
    path: Path, epsg: int, settings: RoadSettings, at: Place, problems: Problems, progress: Progress
) -> Streets | None:
    """The streets of a file, ways cut where they meet; None when it cannot be read, with the reason in `problems`."""
    try:
        ways = osm_ways(path, settings, progress)
    except RuntimeError as error:
        problems.error("roads.osm_broken", at, reason=str(error))
        return None
    if len(ways.passages) > MOST_STREETS:
        problems.error("roads.too_many", at, limit=MOST_STREETS)
        return None
    if not ways.passages:
        problems.error("roads.no_roads", at, seen=ways.seen)
        return None
    streets = _streets(ways, epsg, settings)
    if not len(streets.line):
        problems.error("roads.no_roads", at, seen=ways.seen)
        return None
    _tell(ways, at, problems)
    return streets


def _tell(ways: OsmWays, at: Place, problems: Problems) -> None:
    assumed = sum(p.assumed_speed for p in ways.passages)
    if assumed:
        problems.note("roads.assumed_speed", at, count=assumed, of=len(ways.passages))
    missing = int(np.isnan(np.array(ways.lon, float)).sum())
    if missing:
        problems.warning("roads.nodes_missing", at, count=missing)
    strange = tuple(sorted({p.strange for p in ways.passages if p.strange}))
    if strange:
        problems.warning("roads.oneway_strange", at, count=sum(bool(p.strange) for p in ways.passages), values=strange)
    unstated = sum(p.ferry and p.crossing_s is None for p in ways.passages)
    if unstated:
        problems.note("roads.ferry_unstated", at, count=unstated)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pieces:
    """Pieces of ways between junctions: the way, and the first and last of its nodes' positions."""

    way: Whole
    first: Whole
    last: Whole


def _pieces(nodes: Whole, lengths: Whole, there: NDArray[np.bool_]) -> _Pieces:
    """Ways cut at their ends, at nodes that stand more than once in all ways, and where a node is missing."""
    way = np.repeat(np.arange(len(lengths)), lengths)
    _, number, times = np.unique(nodes, return_inverse=True, return_counts=True)
    stretch = np.flatnonzero((way[:-1] == way[1:]) & there[:-1] & there[1:])
    if not len(stretch):
        return _Pieces(way=stretch, first=stretch, last=stretch)
    begins = np.ones(len(stretch), bool)
    begins[1:] = (np.diff(stretch) > 1) | (times[number[stretch[1:]]] > 1)
    at = np.flatnonzero(begins)
    last = stretch[np.append(at[1:], len(stretch)) - 1] + 1
    return _Pieces(way=way[stretch[at]], first=stretch[at], last=last)


def _streets(ways: OsmWays, epsg: int, settings: RoadSettings) -> Streets:
    nodes, lon, lat = np.array(ways.nodes, np.int64), np.array(ways.lon, float), np.array(ways.lat, float)
    x, y = Transformer.from_crs(WGS84, epsg, always_xy=True).transform(lon, lat)
    pieces = _pieces(nodes, np.array(ways.lengths, np.int64), np.isfinite(x) & np.isfinite(y))
    size = pieces.last - pieces.first + 1
    before = np.concatenate([[0], np.cumsum(size)])[:-1]
    point = np.arange(size.sum()) - np.repeat(before - pieces.first, size)
    lines = shapely.linestrings(x[point], y[point], indices=np.repeat(np.arange(len(size)), size))
    metres = shapely.length(lines)
    said = _said(ways.passages, pieces.way)
    whole = np.bincount(pieces.way, metres, minlength=len(ways.passages))[pieces.way]
    crossing = np.where(
        np.isnan(said["crossing_s"]),
        metres * 3.6 / settings.ferry_kmh,
        said["crossing_s"] * metres / np.where(whole > 0, whole, 1),
    )
    ferry = said["ferry"].astype(bool)
    along, back = said["car_along_kmh"], said["car_back_kmh"]
    return Streets(
        line=np.asarray(lines),
        start=nodes[pieces.first],
        end=nodes[pieces.last],
        metres=metres,
        car_along_s=np.where(ferry & (along > 0), crossing, seconds_at(metres, along)),
        car_back_s=np.where(ferry & (back > 0), crossing, seconds_at(metres, back)),
        bicycle_along=said["bicycle_along"].astype(bool),
        bicycle_back=said["bicycle_back"].astype(bool),
        walk_along=said["walk"].astype(bool),
        walk_back=said["walk"].astype(bool),
        ferry_s=np.where(ferry, crossing, np.nan),
        tunnel=said["tunnel"].astype(bool),
        bridge=said["bridge"].astype(bool),
        row=pieces.way + 1,
    )


FIELDS = (
    "car_along_kmh", "car_back_kmh", "bicycle_along", "bicycle_back", "walk", "ferry", "crossing_s", "tunnel", "bridge",
)  # fmt: skip


def _said(passages: list[Passage], way: Whole) -> dict[str, NDArray[np.float64]]:
    """What is said of each piece's way, as columns of numbers; NaN where nothing is said."""
    said = {}
    for name in FIELDS:
        values = [getattr(p, name) for p in passages]
        said[name] = np.array([np.nan if v is None else v for v in values], float)[way]
    return said
