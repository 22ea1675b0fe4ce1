"""The calls of trips at stops, as they stand in the feed."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from localisation.reading.problems import Problems
from localisation.reading.transit.clock import seconds
from localisation.reading.transit.feed_files import FeedFiles
from localisation.reading.transit.feed_table import Told, feed_table
from localisation.reading.transit.stops import Stops
from localisation.reading.transit.tables import STOP_TIMES

UNKNOWN_STOP = -1
_BARRED = 1


MOST_CALLS = 10_000_000
"""Of the days read, four times what a national feed has; a call takes about 60 bytes while it is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calls:
    """Calls in the order of the trips and of their sequence; one entry a call in every array.

    `row` is the row in the file, `trip` the trip's number, `stop` the stop's number or `UNKNOWN_STOP`; `arrive_s` and
    `depart_s` are seconds after the service day began, or a mark of `clock`.
    """

    row: NDArray[np.int64]
    trip: NDArray[np.int64]
    sequence: NDArray[np.int64]
    stop: NDArray[np.int64]
    arrive_s: NDArray[np.int64]
    depart_s: NDArray[np.int64]
    may_board: NDArray[np.bool_]
    may_alight: NDArray[np.bool_]

    def keep(self, kept: NDArray[np.bool_]) -> "Calls":
        """These calls only."""
        return Calls(**{name: getattr(self, name)[kept] for name in self.__slots__})


def read_calls(
    files: FeedFiles, trips: pd.DataFrame, running: NDArray[np.int64], stops: Stops, problems: Problems, told: Told
) -> Calls:
    """The calls of the running trips, put in order; those of trips that are not in the feed are told.

    `running` holds numbers of trips, rows of `trips` counted from 0.
    """
    place = pd.Series(np.arange(len(trips)), index=pd.Index(trips.trip_id))
    wanted = np.zeros(len(trips) + 1, bool)
    wanted[running] = True
    found, homeless, first_homeless = [], 0, ""
    first_row = total = 0
    for piece in feed_table(files, STOP_TIMES, problems, told):
        trip = place.index.get_indexer(pd.Index(piece.trip_id))
        if (trip < 0).any():
            if not homeless:
                first_row, first_homeless = int(piece.index[trip < 0][0]), str(piece.trip_id[trip < 0].iloc[0])
            homeless += int((trip < 0).sum())
        found.append(_calls(piece[wanted[trip]], trip[wanted[trip]], stops))
        total += len(found[-1].row)
        if total > MOST_CALLS:
            problems.error("transit_feed.too_many_calls", files.at(STOP_TIMES), limit=MOST_CALLS)
            break
    if homeless:
        at = files.at(STOP_TIMES, first_row, "trip_id")
        problems.warning("transit_feed.unknown_trip", at, id=first_homeless, count=homeless)
    if not found:
        found = [
            _calls(
                pd.DataFrame({c: pd.Series(dtype="string") for c in STOP_TIMES.columns}), np.zeros(0, np.int64), stops
            )
        ]
    calls = Calls(**{n: np.concatenate([getattr(part, n) for part in found]) for n in Calls.__slots__})
    return _in_order(files, calls, trips, problems)


def _calls(piece: pd.DataFrame, trip: NDArray[np.int64], stops: Stops) -> Calls:
    arrive, depart = seconds(piece.arrival_time), seconds(piece.departure_time)
    return Calls(
        row=piece.index.to_numpy(np.int64),
        trip=trip.astype(np.int64),
        sequence=piece.stop_sequence.to_numpy(np.int64),
        stop=stops.place.index.get_indexer(pd.Index(piece.stop_id)).astype(np.int64),
        arrive_s=arrive,
        depart_s=depart,
        may_board=(piece.pickup_type.fillna(0) != _BARRED).to_numpy(bool),
        may_alight=(piece.drop_off_type.fillna(0) != _BARRED).to_numpy(bool),
    )


def _in_order(files: FeedFiles, calls: Calls, trips: pd.DataFrame, problems: Problems) -> Calls:
    """Calls by trip and sequence; that rows of a trip stood in another order is told, with the first too early."""
    order = np.lexsort((calls.row, calls.sequence, calls.trip))
    calls = Calls(**{name: getattr(calls, name)[order] for name in Calls.__slots__})
    turned = np.flatnonzero((np.diff(calls.trip) == 0) & (np.diff(calls.row) < 0)) + 1
    if len(turned):
        first = turned[np.argmin(calls.row[turned])]
        at = files.at(STOP_TIMES, int(calls.row[first]), "stop_sequence")
        count, trip = len(np.unique(calls.trip[turned])), str(trips.trip_id.iloc[calls.trip[first]])
        problems.note("transit_feed.put_in_order", at, trip=trip, count=count)
    return calls
