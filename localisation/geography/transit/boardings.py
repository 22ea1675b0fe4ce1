"""The departures one can board, stop by stop, in order of time."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from localisation.array_types import Whole32
from localisation.geography.transit.timetable import Timetable

_SPAN_S = 1 << 24
"""More than any time in a timetable, so that (stop, time) is one number to search among."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Boardings:
    """The calls one can board, by stop and then by departure; `calls` are their places in the timetable."""

    calls: NDArray[np.int64]
    keys: NDArray[np.int64]
    stop: Whole32
    starts: NDArray[np.int64]
    """Where the boardings of each stop begin, and one more for the end."""

    @property
    def never(self) -> int:
        """What `first_after` gives where nothing leaves any more."""
        return len(self.calls)

    def first_after(self, stop: Whole32, time_s: NDArray[np.int64]) -> NDArray[np.int64]:
        """The first boarding at each stop at or after each time, or `never`."""
        found = np.searchsorted(self.keys, stop.astype(np.int64) * _SPAN_S + time_s)
        return np.where(found < self.starts[stop + 1], found, self.never)


def boardings(timetable: Timetable) -> Boardings:
    """The boardings of a timetable; the last call of a trip is none."""
    last = np.zeros(timetable.calls, bool)
    last[timetable.trip_starts[1:] - 1] = True
    calls = np.flatnonzero(timetable.may_board & ~last)
    keys = timetable.call_stop[calls].astype(np.int64) * _SPAN_S + timetable.depart_s[calls]
    order = np.argsort(keys, kind="stable")
    stop = timetable.call_stop[calls[order]]
    starts = np.searchsorted(stop, np.arange(len(timetable.stop_ids) + 1))
    return Boardings(calls=calls[order], keys=keys[order], stop=stop, starts=starts)
