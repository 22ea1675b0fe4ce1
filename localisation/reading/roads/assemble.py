"""Streets joined at their ends: the edge table."""

from typing import Final

import numpy as np
import shapely

from localisation.array_types import Flags, Floats, Whole
from localisation.domain.travel import Mode
from localisation.geography.network.links import Links
from localisation.geography.network.shapes import Shapes
from localisation.reading.problems import Place, Problems
from localisation.reading.roads.road_settings import RoadSettings
from localisation.reading.roads.streets import Streets, seconds_at

NODE_SPREAD_M: Final = 10.0
"""Ends of streets at one node lie no further apart than this, or it is told."""

LONGEST_M: Final = 500_000
"""No street is longer; coordinates or lengths are then wrong."""


def assemble(streets: Streets, settings: RoadSettings, at: Place, problems: Problems) -> Links:
    """The links between the nodes of the streets, with seconds each way for every mode.

    Bicycles and walkers keep their one speed. A ferry takes its time for everyone, and the wait once, where it is
    boarded: on the edges that leave a node where a road ends too.
    """
    long = np.flatnonzero(~(streets.metres <= LONGEST_M))
    if len(long):
        problems.error("roads.too_long", at, count=len(long), rows=some(streets.row[long]), km=LONGEST_M // 1000)
    start, end, x_m, y_m = _nodes(streets, settings, at, problems)
    ferry = np.isfinite(streets.ferry_s)
    on_land = np.zeros(len(x_m), bool)
    on_land[start[~ferry]] = on_land[end[~ferry]] = True
    wait_along = np.where(ferry & on_land[start], settings.ferry_wait_s, 0)
    wait_back = np.where(ferry & on_land[end], settings.ferry_wait_s, 0)
    along: dict[Mode, Floats] = {Mode.CAR: streets.car_along_s}
    back: dict[Mode, Floats] = {Mode.CAR: streets.car_back_s}
    along[Mode.BICYCLE] = _own_speed(streets, streets.bicycle_along, settings.bicycle_kmh)
    back[Mode.BICYCLE] = _own_speed(streets, streets.bicycle_back, settings.bicycle_kmh)
    along[Mode.WALK] = _own_speed(streets, streets.walk_along, settings.walk_kmh)
    back[Mode.WALK] = _own_speed(streets, streets.walk_back, settings.walk_kmh)
    return Links(
        x_m=x_m,
        y_m=y_m,
        start=start.astype(np.int32),
        end=end.astype(np.int32),
        metres=streets.metres.astype(np.float32),
        along_s={m: (s + wait_along).astype(np.float32) for m, s in along.items()},
        back_s={m: (s + wait_back).astype(np.float32) for m, s in back.items()},
        ferry=ferry,
        tunnel=streets.tunnel,
        bridge=streets.bridge,
        shapes=Shapes.of(streets.line),
    )


def _own_speed(streets: Streets, may: Flags, kmh: float) -> Floats:
    seconds = seconds_at(streets.metres, np.full(len(may), kmh))
    seconds = np.where(np.isfinite(streets.ferry_s), streets.ferry_s, seconds)
    return np.asarray(np.where(may, seconds, np.inf))


def _nodes(
    streets: Streets, settings: RoadSettings, at: Place, problems: Problems
) -> tuple[Whole, Whole, Floats, Floats]:
    """Node numbers at both ends of every street, and the nodes' coordinates: where the first of their streets ends."""
    count = len(streets.line)
    ends = np.concatenate([shapely.get_point(streets.line, 0), shapely.get_point(streets.line, -1)])
    xy = shapely.get_coordinates(ends)
    if streets.start is not None and streets.end is not None:
        keys = np.concatenate([streets.start, streets.end])
    else:
        square = np.rint(xy * 10 / settings.join_dm).astype(np.int64)
        keys = square[:, 0] * 2**31 + square[:, 1]
    _, first, number = np.unique(keys, return_index=True, return_inverse=True)
    away = np.hypot(*(xy - xy[first[number]]).T)
    apart = np.flatnonzero(away > NODE_SPREAD_M)
    if len(apart):
        rows = np.unique(streets.row[apart % count])
        problems.warning(
            "roads.node_apart",
            at,
            count=len(rows),
            rows=some(rows),
            metres=round(float(away.max())),
        )
    return number[:count], number[count:], xy[first, 0], xy[first, 1]


def some(rows: Whole, most: int = 5) -> tuple[str, ...]:
    """The first few row numbers, as they are told."""
    return tuple(str(r) for r in rows[:most]) + (("…",) if len(rows) > most else ())
