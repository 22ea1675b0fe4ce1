"""Times between two stops that have them."""

from dataclasses import replace

import numpy as np
import pandas as pd

from localisation.reading.problems import Problems
from localisation.reading.transit.calls import Calls
from localisation.reading.transit.clock import NO_TIME
from localisation.reading.transit.feed_files import FeedFiles
from localisation.reading.transit.stops import Stops
from localisation.reading.transit.tables import STOP_TIMES


def fill_missing_times(files: FeedFiles, calls: Calls, trips: pd.DataFrame, stops: Stops, problems: Problems) -> Calls:
    """Calls without a time get one in proportion to the way between the timed calls around them, which is told.

    The way is along straight lines from stop to stop; where that is nothing, calls are spread evenly. Every trip has a
    time at both ends. Seconds are rounded half up; one stops for no time at such a call.
    """
    missing = calls.arrive_s == NO_TIME
    if not missing.any():
        return calls
    first = int(np.argmax(missing))
    at = files.at(STOP_TIMES, int(calls.row[first]), "arrival_time")
    trip = str(trips.trip_id.iloc[calls.trip[first]])
    problems.note("transit_feed.times_filled", at, trip=trip, count=int(missing.sum()))
    xy = stops.xy_m[calls.stop]
    legs = np.concatenate([[0.0], np.hypot(*np.diff(xy, axis=0).T)])
    places = np.arange(len(missing))
    before = np.maximum.accumulate(np.where(missing, 0, places))
    after = np.minimum.accumulate(np.where(missing, len(missing), places)[::-1])[::-1]
    way = np.cumsum(legs)
    whole, done = way[after] - way[before], way - way[before]
    share = np.where(whole > 0, done / np.where(whole > 0, whole, 1), (places - before) / np.maximum(after - before, 1))
    left, reached = calls.depart_s[before], calls.arrive_s[after]
    between = np.floor(left + share * (reached - left) + 0.5).astype(np.int64)
    return replace(
        calls,
        arrive_s=np.where(missing, between, calls.arrive_s),
        depart_s=np.where(missing, between, calls.depart_s),
    )
