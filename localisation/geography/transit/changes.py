"""Changes between vehicles: from which stop to which, and what they take."""

import numpy as np

from localisation.geography.transit.settings import TransitSettings
from localisation.geography.transit.timetable import IMPOSSIBLE, Timetable
from localisation.geography.transit.walking import Walking, Walks


def changes(timetable: Timetable, settings: TransitSettings, walking: Walking) -> Walks:
    """Every change that can be made, with its seconds from stepping off to being ready to step on.

    One walks at most once between two rides, so the pairs need not be closed transitively: seconds are the walk and
    `change_s`. Stops of one station are always joined, however far apart the walk between them is within
    `to_stop_limit_s`. A change the publisher states replaces ours, or takes it away.
    """
    xy, count = timetable.stop_xy_m, len(timetable.stop_ids)
    near = walking(xy, xy, settings.change_walk_limit_s)
    start, goal, seconds = near.start, near.goal, near.seconds
    if settings.to_stop_limit_s > settings.change_walk_limit_s:
        far = walking(xy, xy, settings.to_stop_limit_s)
        within = timetable.stop_station[far.start] == timetable.stop_station[far.goal]
        start, goal, seconds = (
            np.concatenate([a, b[within]]) for a, b in ((start, far.start), (goal, far.goal), (seconds, far.seconds))
        )
    same, stated = np.arange(count, dtype=np.int32), timetable.stated
    # The first of a pair is kept: what is stated, then staying at the stop, then walking.
    starts = np.concatenate([stated.from_stop, same, start]).astype(np.int64)
    goals = np.concatenate([stated.to_stop, same, goal])
    takes = np.concatenate([stated.seconds, np.full(count, settings.change_s), seconds + settings.change_s])
    _, first = np.unique(starts * count + goals, return_index=True)
    first = first[takes[first] != IMPOSSIBLE]
    return Walks(
        start=starts[first].astype(np.int32),
        goal=goals[first].astype(np.int32),
        seconds=takes[first].astype(np.int32),
    )
