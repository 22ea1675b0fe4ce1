"""Door-to-door times by public transport between points, over a window of departures."""

from collections.abc import Callable, Mapping

import numpy as np

from localisation.array_types import Whole32
from localisation.domain.travel_table import ABSENT, TravelTable
from localisation.geography.point import Point
from localisation.geography.transit.changes import changes
from localisation.geography.transit.cut import cut
from localisation.geography.transit.leaving import Leaving, departures, leaving
from localisation.geography.transit.rank import nearest_rank
from localisation.geography.transit.rounds import Rounds, rounds
from localisation.geography.transit.running_minimum import NEVER
from localisation.geography.transit.settings import TransitSettings
from localisation.geography.transit.times import TransitTimes
from localisation.geography.transit.timetable import Metres, Timetable
from localisation.geography.transit.useful import useful
from localisation.geography.transit.walking import Walking, Walks, straight_line_walking

Progress = Callable[[int, int], None]
"""(done, of how many)."""
_CELLS_AT_ONCE = 8_000_000


def transit_times(
    timetable: Timetable,
    origins: Mapping[str, Point],
    destinations: Mapping[str, Point],
    settings: TransitSettings,
    *,
    walking: Walking | None = None,
    progress: Progress | None = None,
) -> TransitTimes:
    """Median and percentile of the time from every origin to every destination, over a window of departures.

    A journey is a walk to a stop, at most `most_changes + 1` rides with a walk between two of them, and a walk to the
    destination; or a walk all the way where that is faster. Points are (easting, northing) in metres, in the
    coordinate system of the timetable. `walking` gives the walks (`StreetWalking`: along streets), in straight lines if
    none is given. Pairs without
    a connection are absent. Seconds are whole; the timetable's are, and walks are rounded before they are added.
    """
    walk = walking or straight_line_walking(settings)
    from_xy, to_xy, stops = _points(origins), _points(destinations), timetable.stop_xy_m
    access = walk(from_xy, stops, settings.to_stop_limit_s)
    egress = _dense(walk(stops, to_xy, settings.to_stop_limit_s), (len(stops), len(destinations)))
    search = _search(timetable, settings, changes(timetable, settings, walk), access, egress)
    leave = leaving(search.boardings, settings, access, len(origins))
    walk_only = _dense(walk(from_xy, to_xy, settings.walk_only_limit_s), (len(origins), len(destinations)))
    found = np.zeros((3, len(origins), len(destinations)), np.int32)
    at_once = max(1, min(len(destinations), _CELLS_AT_ONCE // max(1, search.timetable.calls)))
    for first in range(0, len(destinations), at_once):
        some = slice(first, first + at_once)
        best = search.arrivals(egress[:, some], settings.most_changes + 1)
        for origin in range(len(origins)):
            found[:, origin, some] = _summary(leave, origin, best, walk_only[origin, some])
            if progress and origin % 100 == 99:
                progress(first * len(origins) + (origin + 1) * best.shape[1], walk_only.size)
    if progress:
        progress(walk_only.size, walk_only.size)
    names = tuple(origins), tuple(destinations)
    near = np.diff(leave.origin_starts) > 0
    return TransitTimes(
        service_date=timetable.service_date,
        percentile=settings.percentile,
        departures=len(departures(settings)),
        median_s=TravelTable(*names, np.where(found[0] < NEVER, found[0], ABSENT)),
        percentile_s=TravelTable(*names, np.where(found[1] < NEVER, found[1], ABSENT)),
        connected=TravelTable(*names, np.where(found[2] < NEVER, found[2], ABSENT)),
        far_from_stops=tuple(o for o, is_near in zip(origins, near, strict=True) if not is_near),
    )


def _search(timetable: Timetable, settings: TransitSettings, changing: Walks, access: Walks, egress: Whole32) -> Rounds:
    """The timetable made ready, without the trips that no journey from any origin to any destination can use."""
    ready_s = np.full(len(timetable.stop_ids), NEVER, np.int32)
    np.minimum.at(ready_s, access.goal, access.seconds + settings.window_start_s)
    last_s = settings.window_end_s + settings.most_travel_s
    latest_s = np.maximum(last_s - egress.min(axis=1, initial=NEVER), -NEVER).astype(np.int32)
    latest_s[latest_s < 0] = -NEVER
    kept = useful(timetable, changing, ready_s, latest_s, settings.most_changes + 1)
    return rounds(cut(timetable, kept), changing)


def _summary(leave: Leaving, origin: int, best: Whole32, walk_only: Whole32) -> Whole32:
    """Median, percentile and number of departures with a connection, from one origin to some destinations."""
    takes = leave.durations(origin, best, walk_only)
    ranked = [nearest_rank(takes, percent) for percent in (50, leave.settings.percentile)]
    return np.stack([*ranked, (takes < NEVER).sum(axis=0, dtype=np.int32)])


def _points(points: Mapping[str, Point]) -> Metres:
    return np.array(list(points.values()), np.float64).reshape(-1, 2)


def _dense(walks: Walks, shape: tuple[int, int]) -> Whole32:
    table = np.full(shape, NEVER, np.int32)
    table[walks.start, walks.goal] = walks.seconds
    return table
