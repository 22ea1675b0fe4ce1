"""The timetable of one service date, as arrays."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from localisation.array_types import Flags, Whole32

Metres = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StatedChanges:
    """Changes the publisher states itself (GTFS transfers.txt): from stop, to stop, seconds; all of one length.

    Seconds are what the change takes in all, margin included; `IMPOSSIBLE` says that it cannot be made.
    """

    from_stop: Whole32
    to_stop: Whole32
    seconds: Whole32


IMPOSSIBLE = -1
"""In the place of the seconds of a stated change that cannot be made."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Timetable:
    """Every run of every vehicle on one service date, and the stops they call at.

    Stops have one entry each: `stop_ids`, `stop_names`, `stop_xy_m` (n x 2, metres in the place's coordinate
    system) and `stop_station`, equal for stops of one station and unlike for all others.
    Trips have one entry each: `trip_ids` and `trip_starts`, where trip i has the calls from `trip_starts[i]` up to
    `trip_starts[i + 1]`. Calls have one entry each, in the order of travel within a trip: `call_stop`, `arrive_s`
    and `depart_s` in seconds after midnight of the date (below 0 for what left the day before, above 86,400 for
    what comes after the next midnight), and whether one may board and alight there. Midnight is twelve hours before
    noon, as GTFS has it: on the two days a year when the clock is moved, times in the small hours are an hour off it.
    """

    service_date: date
    stop_ids: tuple[str, ...]
    stop_names: tuple[str, ...]
    stop_xy_m: Metres
    stop_station: Whole32
    trip_ids: tuple[str, ...]
    trip_starts: NDArray[np.int64]
    call_stop: Whole32
    arrive_s: Whole32
    depart_s: Whole32
    may_board: Flags
    may_alight: Flags
    stated: StatedChanges

    @property
    def trips(self) -> int:
        """How many runs there are."""
        return len(self.trip_ids)

    @property
    def calls(self) -> int:
        """How many calls at stops there are in all."""
        return len(self.call_stop)

    def trip_of_call(self) -> NDArray[np.int64]:
        """The trip each call belongs to."""
        return np.repeat(np.arange(self.trips), np.diff(self.trip_starts))
