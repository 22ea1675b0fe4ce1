"""Changes the publisher states itself (transfers.txt)."""

import numpy as np
import pandas as pd

from localisation.geography.transit.timetable import IMPOSSIBLE, StatedChanges
from localisation.reading.problems import Problems
from localisation.reading.transit.feed_files import FeedFiles
from localisation.reading.transit.feed_table import Told, whole_table
from localisation.reading.transit.stops import Stops
from localisation.reading.transit.tables import TRANSFERS

TIMED, TAKES, NEVER, STAY_ABOARD = 1, 2, 3, 4
_NARROWED = ("from_route_id", "to_route_id", "from_trip_id", "to_trip_id")


def stated_changes(files: FeedFiles, stops: Stops, problems: Problems, told: Told) -> StatedChanges:
    """The changes that are stated between stops, those of a station for each pair of its stops.

    A change that is timed takes no time at all, since the vehicle waits; one with a least time takes that; one that is
    not possible is `IMPOSSIBLE`. The other kinds say nothing of time. Numbers are those of all stops of the feed.
    """
    table = whole_table(files, TRANSFERS, problems, told)
    narrowed = table[list(_NARROWED)].notna().any(axis=1)
    if narrowed.any():
        at = files.at(TRANSFERS, int(table.index[narrowed][0]))
        problems.note("transit_feed.change_of_some_lines", at, count=int(narrowed.sum()))
    table = table[~narrowed]
    aboard = (table.transfer_type >= STAY_ABOARD).fillna(False).to_numpy(bool)
    if aboard.any():
        at = files.at(TRANSFERS, int(table.index[aboard][0]), "transfer_type")
        problems.note("transit_feed.stay_aboard", at, count=int(aboard.sum()))
    kind = table.transfer_type.fillna(0).to_numpy(np.int64)
    least = table.min_transfer_time.fillna(-1).to_numpy(np.int64)
    seconds = np.select([kind == TIMED, kind == TAKES, kind == NEVER], [np.maximum(least, 0), least, IMPOSSIBLE], -1)
    unsaid = (kind == TAKES) & (least < 0)
    if unsaid.any():
        at = files.at(TRANSFERS, int(table.index[unsaid][0]), "min_transfer_time")
        problems.warning("transit_feed.change_without_time", at, count=int(unsaid.sum()))
    says = np.isin(kind, (TIMED, TAKES, NEVER)) & ~unsaid
    return _between_stops(files, table[says], seconds[says], stops, problems)


def _between_stops(
    files: FeedFiles, table: pd.DataFrame, seconds: np.ndarray, stops: Stops, problems: Problems
) -> StatedChanges:
    members = _members(stops)
    unknown = ~(table.from_stop_id.isin(members) & table.to_stop_id.isin(members)).to_numpy(bool)
    if unknown.any():
        at = files.at(TRANSFERS, int(table.index[unknown][0]), "from_stop_id")
        problems.warning("transit_feed.change_at_unknown_stop", at, count=int(unknown.sum()))
    rows = []
    for a, b, s in zip(table.from_stop_id[~unknown], table.to_stop_id[~unknown], seconds[~unknown], strict=True):
        starts, goals = members[a], members[b]
        # The narrowest statement comes first, and is the one that counts.
        rows += [(len(starts) + len(goals), p, q, int(s)) for p in starts for q in goals]
    rows.sort(key=lambda row: row[0])
    found = np.array(rows, np.int32).reshape(-1, 4)
    return StatedChanges(from_stop=found[:, 1], to_stop=found[:, 2], seconds=found[:, 3])


def _members(stops: Stops) -> dict[str, list[int]]:
    """The stops that belong to an id: the stop itself, and the platforms of a station."""
    found = {id_: [i] for i, id_ in enumerate(stops.ids)}
    for i, parent in enumerate(stops.parents):
        if parent:
            found.setdefault(parent, []).append(i)
    return found
