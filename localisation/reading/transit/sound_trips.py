"""Trips that cannot be travelled as they stand are left out, and told."""

from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from localisation.reading.problems import Problems
from localisation.reading.transit.call_faults import alone, at_an_end, back_in_time, repeats_all, repeats_sequence
from localisation.reading.transit.calls import UNKNOWN_STOP, Calls
from localisation.reading.transit.clock import BAD_TIME, NEGATIVE_TIME, NO_TIME
from localisation.reading.transit.feed_files import FeedFiles
from localisation.reading.transit.stops import Stops
from localisation.reading.transit.tables import STOP_TIMES, TRIPS

MOST_LEFT_OUT_PERCENT = 10
"""With more of the trips left out than this, the timetable is refused."""


def sound_trips(
    files: FeedFiles, calls: Calls, running: NDArray[np.int64], trips: pd.DataFrame, stops: Stops, problems: Problems
) -> Calls:
    """The calls of the running trips that are sound: stops and times known, times at both ends, never back in time.

    A trip with a fault is left out whole, and the first of each kind is told with how many there are. It is an error
    when more than `MOST_LEFT_OUT_PERCENT` of the trips are left out. Times in between may still be missing.
    """
    calls = _both_times(_once(files, calls, problems))
    unknown = calls.stop == UNKNOWN_STOP
    positions = np.append(stops.xy_m[:, 0], 0.0)
    out = _without_calls(files, calls, running, trips, problems)
    for code, where, column in (
        ("transit_feed.unknown_stop", unknown, "stop_id"),
        ("transit_feed.stop_nowhere", np.isnan(positions[calls.stop]), "stop_id"),
        ("transit_feed.negative_time", np.minimum(calls.arrive_s, calls.depart_s) == NEGATIVE_TIME, "arrival_time"),
        ("transit_feed.bad_time", np.minimum(calls.arrive_s, calls.depart_s) == BAD_TIME, "arrival_time"),
        ("transit_feed.no_time_at_end", at_an_end(calls) & (calls.arrive_s == NO_TIME), "arrival_time"),
        ("transit_feed.lone_call", alone(calls), "trip_id"),
        ("transit_feed.sequence_twice", repeats_sequence(calls), "stop_sequence"),
        ("transit_feed.back_in_time", back_in_time(calls), "arrival_time"),
    ):
        new = where & ~out[calls.trip]
        if not new.any():
            continue
        first = int(np.argmax(new))
        at = files.at(STOP_TIMES, int(calls.row[first]), column)
        count, trip = len(np.unique(calls.trip[new])), str(trips.trip_id.iloc[calls.trip[first]])
        problems.warning(code, at, trip=trip, count=count)
        out[calls.trip[new]] = True
    if 100 * int(out.sum()) > MOST_LEFT_OUT_PERCENT * len(running):
        problems.error("transit_feed.too_many_left_out", files.at(STOP_TIMES), count=int(out.sum()), trips=len(running))
    return calls.keep(~out[calls.trip])


def _without_calls(
    files: FeedFiles, calls: Calls, running: NDArray[np.int64], trips: pd.DataFrame, problems: Problems
) -> NDArray[np.bool_]:
    """Which trips run, but call nowhere."""
    out = np.zeros(len(trips), bool)
    out[running] = True
    out[calls.trip] = False
    if out.any():
        first = int(np.argmax(out))
        at = files.at(TRIPS, int(trips.index[first]), "trip_id")
        problems.warning("transit_feed.no_calls", at, trip=str(trips.trip_id.iloc[first]), count=int(out.sum()))
    return out


def _once(files: FeedFiles, calls: Calls, problems: Problems) -> Calls:
    """Without the rows that repeat another in full."""
    again = repeats_all(calls)
    if again.any():
        at = files.at(STOP_TIMES, int(calls.row[np.argmax(again)]))
        problems.warning("transit_feed.call_repeated", at, count=int(again.sum()))
    return calls.keep(~again)


def _both_times(calls: Calls) -> Calls:
    """A call with one of its two times has it for both."""
    arrive, depart = calls.arrive_s, calls.depart_s
    return replace(
        calls,
        arrive_s=np.where(arrive == NO_TIME, depart, arrive),
        depart_s=np.where(depart == NO_TIME, arrive, depart),
    )
