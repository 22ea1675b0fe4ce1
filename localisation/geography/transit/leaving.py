"""Leaving an origin at every wished departure: by which stop, and how long it takes in all."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from localisation.array_types import Whole32
from localisation.geography.transit.boardings import Boardings
from localisation.geography.transit.running_minimum import NEVER
from localisation.geography.transit.settings import TransitSettings
from localisation.geography.transit.walking import Walks


def departures(settings: TransitSettings) -> NDArray[np.int64]:
    """The wished departures of the window, in seconds after midnight."""
    return np.arange(settings.window_start_s, settings.window_end_s, settings.step_s, dtype=np.int64)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Leaving:
    """The walks from origins to stops, in the order of the origins, and what can be boarded there."""

    boardings: Boardings
    settings: TransitSettings
    origin_starts: NDArray[np.int64]
    stop: Whole32
    walk_s: Whole32

    def durations(self, origin: int, best: Whole32, walk_only: Whole32) -> Whole32:
        """Seconds from each wished departure to each destination: departures x destinations.

        `best` is the earliest arrival from each boarding, `walk_only` the walk to each destination; `NEVER` where
        there is no connection, or none within `most_travel_s`.
        """
        leave = departures(self.settings)
        walks = slice(self.origin_starts[origin], self.origin_starts[origin + 1])
        if walks.start == walks.stop:
            return np.tile(walk_only, (len(leave), 1))
        stops = np.repeat(self.stop[walks], len(leave))
        at_stop = (self.walk_s[walks][:, None] + leave).ravel()
        first = self.boardings.first_after(stops, at_stop).reshape(-1, len(leave))
        used = first[(first < self.boardings.never).any(axis=1)]
        arrival = np.full((len(leave), best.shape[1]), NEVER, np.int32)
        for boarded in used:
            np.minimum(arrival, best[boarded], out=arrival)
        takes: Whole32 = arrival - leave.astype(np.int32)[:, None]
        takes[takes > self.settings.most_travel_s] = NEVER
        np.minimum(takes, walk_only, out=takes)
        return takes


def leaving(boardings: Boardings, settings: TransitSettings, walks: Walks, origins: int) -> Leaving:
    """The walks from origins to stops put in order of the origins."""
    order = np.argsort(walks.start, kind="stable")
    return Leaving(
        boardings=boardings,
        settings=settings,
        origin_starts=np.searchsorted(walks.start[order], np.arange(origins + 1)),
        stop=walks.goal[order],
        walk_s=walks.seconds[order],
    )
