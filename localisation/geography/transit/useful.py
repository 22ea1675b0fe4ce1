"""The trips that can be part of a journey, found before any pair is searched.

Leaving every origin as early as can be, and being at every destination as late as can be, bound what any journey can
use: a trip that cannot be boarded after the one and left before the other is of no use to any pair. Of a national
feed and the zones of one municipality, little is left.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from localisation.array_types import Flags, Whole32
from localisation.geography.transit.running_minimum import NEVER
from localisation.geography.transit.timetable import Timetable
from localisation.geography.transit.walking import Walks


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Sweep:
    """A timetable swept once a ride, for all origins or all destinations together."""

    timetable: Timetable
    changes: Walks
    trip: NDArray[np.int64]
    most_rides: int

    def first_boarded(self, ready_s: Whole32) -> NDArray[np.int64]:
        """The first call of each trip one can board; past all calls where there is none. `ready_s` is a stop's."""
        table, calls = self.timetable, np.arange(self.timetable.calls)
        for ride in range(self.most_rides):
            boards = table.may_board & (table.depart_s >= ready_s[table.call_stop])
            first = np.minimum.reduceat(np.where(boards, calls, table.calls), table.trip_starts[:-1])
            if ride == self.most_rides - 1:
                break
            off = table.may_alight & (calls > first[self.trip])
            earliest = np.full(len(ready_s), NEVER, np.int32)
            np.minimum.at(earliest, table.call_stop[off], table.arrive_s[off])
            changed = np.minimum(earliest[self.changes.start] + self.changes.seconds, NEVER)
            before, ready_s = ready_s, ready_s.copy()
            np.minimum.at(ready_s, self.changes.goal, changed)
            if np.array_equal(before, ready_s):
                break
        return first

    def last_left(self, latest_s: Whole32) -> NDArray[np.int64]:
        """The last call of each trip where one can still step off in time; -1 where there is none."""
        table, calls = self.timetable, np.arange(self.timetable.calls)
        for ride in range(self.most_rides):
            leaves = table.may_alight & (table.arrive_s <= latest_s[table.call_stop])
            last = np.maximum.reduceat(np.where(leaves, calls, -1), table.trip_starts[:-1])
            if ride == self.most_rides - 1:
                break
            on = table.may_board & (calls < last[self.trip])
            boarded = np.full(len(latest_s), -NEVER, np.int32)
            np.maximum.at(boarded, table.call_stop[on], table.depart_s[on])
            changed = np.maximum(boarded[self.changes.goal] - self.changes.seconds, -NEVER)
            before, latest_s = latest_s, latest_s.copy()
            np.maximum.at(latest_s, self.changes.start, changed)
            if np.array_equal(before, latest_s):
                break
        return last


def useful(timetable: Timetable, changes: Walks, ready_s: Whole32, latest_s: Whole32, most_rides: int) -> Flags:
    """Which trips some journey of at most so many rides can use.

    `ready_s` is when the first of all travellers can stand at each stop, `latest_s` when the last of them must have
    stepped off at each stop to be at some destination in time; `NEVER` and `-NEVER` where no one comes or goes.
    """
    if not timetable.trips:
        return np.zeros(0, bool)
    sweep = _Sweep(timetable=timetable, changes=changes, trip=timetable.trip_of_call(), most_rides=most_rides)
    found: Flags = sweep.first_boarded(ready_s) < sweep.last_left(latest_s)
    return found
