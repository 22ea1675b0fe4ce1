"""The rounds of RAPTOR, run backwards from the destinations over every departure at once.

RAPTOR (Delling, Pajor and Werneck: Round-Based Public Transit Routing, ALENEX 2012) lets round k find what can be
reached with k rides by scanning trips, and its range form, rRAPTOR, does so for every departure in a window. Here the
same rounds go the other way: round k finds, for every departure of every vehicle at every stop, how early each
destination can be reached by boarding it and riding at most k vehicles in all. That answers every origin and every
minute of the window at once, and since there are few destinations and many origins, it is the cheaper way round.
Every trip is scanned on its own, so trips that overtake one another need no patterns of their own.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from localisation.array_types import Whole32
from localisation.geography.transit.boardings import Boardings, boardings
from localisation.geography.transit.running_minimum import NEVER, running_minimum
from localisation.geography.transit.timetable import Timetable
from localisation.geography.transit.walking import Walks

_LINKS_AT_ONCE = 200_000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rounds:
    """What the rounds need of a timetable, whatever the destination: made once, used for all.

    `alight` are the calls one can step off at. After call `alight[i]` the next vehicle can be any of the boardings
    `link_to[link_starts[i]:link_starts[i + 1]]`, one a stop one can change to: the first one can catch there.
    """

    timetable: Timetable
    boardings: Boardings
    trip: NDArray[np.int64]
    alight: NDArray[np.int64]
    link_starts: NDArray[np.int64]
    link_to: NDArray[np.int64]

    def arrivals(self, egress_s: Whole32, most_rides: int) -> Whole32:
        """The earliest arrival at each destination from each boarding, at most `most_rides` rides: boardings x
        destinations, seconds after midnight, `NEVER` where there is none; a last row of `NEVER` stands for no boarding.

        `egress_s` is the walk from each stop to each destination, stops x destinations, `NEVER` where there is none.
        """
        at_stop = self.timetable.call_stop[self.alight]
        walked = np.minimum(self.timetable.arrive_s[self.alight][:, None] + egress_s[at_stop], NEVER)
        best = self._ride(walked)
        for _ in range(most_rides - 1):
            further = self._ride(self._change(walked, best))
            if np.array_equal(further, best):
                break
            best = further
        return best

    def _ride(self, alighted: Whole32) -> Whole32:
        """From arrivals by stepping off at each alighting to arrivals by stepping on at each boarding, or any later."""
        aboard = np.full((self.timetable.calls + 1, alighted.shape[1]), NEVER, np.int32)
        aboard[self.alight] = alighted
        aboard[:-1] = running_minimum(aboard[:-1], self.trip)
        boarded = aboard[self.boardings.calls + 1]
        earliest = running_minimum(boarded, self.boardings.stop.astype(np.int64))
        return np.concatenate([earliest, np.full((1, alighted.shape[1]), NEVER, np.int32)])

    def _change(self, walked: Whole32, best: Whole32) -> Whole32:
        """Arrivals by stepping off at each alighting, with one change more than `best` has."""
        found = walked.copy()
        for first, last in self._slices():
            starts = self.link_starts[first:last]
            links = self.link_to[starts[0] : self.link_starts[last]]
            some = np.flatnonzero(np.diff(self.link_starts[first : last + 1]))
            if not len(some):
                continue
            least = np.minimum.reduceat(best[links], starts[some] - starts[0], axis=0)
            found[first + some] = np.minimum(found[first + some], least)
        return found

    def _slices(self) -> Iterator[tuple[int, int]]:
        """Stretches of alightings with about so many links as fit in memory at once."""
        first, count = 0, len(self.alight)
        while first < count:
            last = int(np.searchsorted(self.link_starts, self.link_starts[first] + _LINKS_AT_ONCE, side="right")) - 1
            last = min(max(last, first + 1), count)
            yield first, last
            first = last


def rounds(timetable: Timetable, changes: Walks) -> Rounds:
    """Make ready for searching a timetable where these changes can be made."""
    board = boardings(timetable)
    first = np.zeros(timetable.calls, bool)
    first[timetable.trip_starts[:-1]] = True
    alight = np.flatnonzero(timetable.may_alight & ~first)
    order = np.argsort(changes.start, kind="stable")
    from_stop, to_stop, takes = changes.start[order], changes.goal[order], changes.seconds[order]
    ways = np.searchsorted(from_stop, np.arange(len(timetable.stop_ids) + 1))
    stop = timetable.call_stop[alight]
    count = np.diff(ways)[stop]
    owner = np.repeat(np.arange(len(alight)), count)
    way = np.arange(len(owner)) - np.repeat(np.cumsum(count) - count, count) + ways[stop[owner]]
    caught = board.first_after(to_stop[way], timetable.arrive_s[alight][owner].astype(np.int64) + takes[way])
    kept = caught < board.never
    starts = np.searchsorted(owner[kept], np.arange(len(alight) + 1))
    return Rounds(
        timetable=timetable,
        boardings=board,
        trip=timetable.trip_of_call(),
        alight=alight,
        link_starts=starts,
        link_to=caught[kept],
    )
