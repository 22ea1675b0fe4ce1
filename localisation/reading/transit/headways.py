"""Trips given by how often they run (frequencies.txt), as runs with times."""

import numpy as np
import pandas as pd

from localisation.reading.problems import Problems
from localisation.reading.transit.calls import Calls
from localisation.reading.transit.clock import seconds
from localisation.reading.transit.feed_files import FeedFiles
from localisation.reading.transit.feed_table import Told, whole_table
from localisation.reading.transit.runs import Runs
from localisation.reading.transit.tables import FREQUENCIES


def with_headways(
    files: FeedFiles, runs: Runs, calls: Calls, trips: pd.DataFrame, problems: Problems, told: Told
) -> Runs:
    """Runs where a trip that is only a pattern is replaced by one run every headway, from its start up to its end.

    Where the feed says that times are not exact (`exact_times` is not 1) the first run is taken to leave at the start;
    that is told, for the true waits may be shorter or longer by up to a headway.
    """
    table = whole_table(files, FREQUENCIES, problems, told)
    if not len(table):
        return runs
    place = pd.Series(np.arange(len(trips)), index=pd.Index(trips.trip_id))
    trip = place.index.get_indexer(pd.Index(table.trip_id)).astype(np.int64)
    start, end = seconds(table.start_time), seconds(table.end_time)
    headway = table.headway_secs.to_numpy(np.int64)
    for code, where, column in (
        ("transit_feed.headway_of_unknown_trip", trip < 0, "trip_id"),
        ("transit_feed.headway_not_positive", headway <= 0, "headway_secs"),
        ("transit_feed.headway_bad_times", (start < 0) | (end < 0) | (end < start), "start_time"),
    ):
        if where.any():
            first = int(np.argmax(where))
            at = files.at(FREQUENCIES, int(table.index[first]), column)
            problems.error(code, at, trip=str(table.trip_id.iloc[first]), count=int(where.sum()))
            return runs
    loose = (table.exact_times if "exact_times" in table else pd.Series()).fillna(0) != 1
    if loose.any():
        at = files.at(FREQUENCIES, int(table.index[loose][0]))
        problems.note("transit_feed.headway_not_exact", at, count=int(loose.sum()))
    return _expanded(runs, calls, trip, start, end, headway)


def _expanded(
    runs: Runs, calls: Calls, trip: np.ndarray, start: np.ndarray, end: np.ndarray, headway: np.ndarray
) -> Runs:
    kept = ~np.isin(runs.trip, trip)
    found, later = [runs.trip[kept]], [runs.later_s[kept]]
    first_call = np.searchsorted(calls.trip, trip)
    for i, t in enumerate(trip):
        if first_call[i] == len(calls.trip) or calls.trip[first_call[i]] != t:
            continue
        leaves = np.arange(start[i], end[i], headway[i]) - calls.depart_s[first_call[i]]
        for days in runs.later_s[runs.trip == t]:
            found.append(np.full(len(leaves), t, np.int64))
            later.append(leaves + days)
    return Runs(trip=np.concatenate(found), later_s=np.concatenate(later))
