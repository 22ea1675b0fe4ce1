"""When an activity ends that starts on a day, given the days it cannot be worked on."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from localisation.domain.relocation.calendar import Calendar
from localisation.domain.relocation.programme import Activity

Days = NDArray[np.int64]
"""Day indexes, or numbers of days, of many cases."""


@dataclass(frozen=True, kw_only=True)
class WorkedDays:
    """An axis of `length` working days with some taken `off`; a pausing activity rests on those, any other avoids them.

    Starts that cannot be end at `length` + 1: outside the axis.
    """

    length: int
    off: frozenset[int]
    pausing: bool

    @cached_property
    def open(self) -> Days:
        """The days that can be worked on, in order."""
        return np.array([d for d in range(self.length) if d not in self.off], dtype=np.int64)

    def place(self, earliest: NDArray[np.int64], days: NDArray[np.int64]) -> tuple[NDArray[np.int64], Days]:
        """The first possible start on or after `earliest`, and its end, for arrays of cases of the same length."""
        rank = np.searchsorted(self.open, earliest)
        nothing = days == 0
        last = rank + np.maximum(days, 1) - 1
        if not self.pausing:
            last = self._unbroken(rank, np.maximum(days, 1))
            rank = last - np.maximum(days, 1) + 1
        outside = (last >= len(self.open)) & ~nothing
        padded = np.append(self.open, self.length)
        start = padded[np.minimum(rank, len(self.open))]
        end = padded[np.minimum(last, len(self.open))] + 1
        beyond = self.length + 1
        start, end = np.where(outside, beyond, start), np.where(outside, beyond, end)
        return np.where(nothing, earliest, start), np.where(nothing, earliest, end)

    def _unbroken(self, rank: Days, days: Days) -> Days:
        """The rank of the last of so many days in a row, the first of them not before `rank`."""
        last = np.full_like(rank, len(self.open))
        for length in np.unique(days):
            chosen = days == length
            firsts = self.open[: max(0, len(self.open) - int(length) + 1)]
            fits = np.flatnonzero(self.open[int(length) - 1 :] - firsts == length - 1)
            found = np.searchsorted(fits, rank[chosen])
            ends = np.append(fits + length - 1, len(self.open) + length)
            last[chosen] = ends[found]
        return last

    def earliest(self, day: int, days: int) -> tuple[int, int]:
        """The first possible start on or after a day, and its end."""
        start, end = self.place(np.array([day], dtype=np.int64), np.array([days], dtype=np.int64))
        return int(start[0]), int(end[0])

    def latest(self, day: int, days: int) -> tuple[int, int] | None:
        """The last possible start that ends on or before a day (half-open), and its end; None when there is none."""
        for start in range(day - days, -1, -1):
            found, end = self.earliest(start, days)
            if found == start and end <= day:
                return start, end
        return None


def worked_days(calendar: Calendar, activity: Activity, also_off: Iterable[int] = ()) -> WorkedDays:
    """The days an activity can be worked on, without its crews' days off and what else is taken out."""
    return WorkedDays(
        length=len(calendar), off=calendar.off_of(activity.demands) | frozenset(also_off), pausing=activity.pausing
    )
