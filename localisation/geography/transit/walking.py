"""Walking between points: from where to where, in how many seconds."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from localisation.array_types import Whole32
from localisation.geography.transit.settings import TransitSettings
from localisation.geography.transit.timetable import Metres


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Walks:
    """The pairs of points that can be walked, by their places in the two lists: `start`, `goal` and `seconds`.

    A pair that is not there cannot be walked within the limit; a pair comes once.
    """

    start: Whole32
    goal: Whole32
    seconds: Whole32


Walking = Callable[[Metres, Metres, int], Walks]
"""(starts n x 2, goals m x 2, limit in seconds) -> walks. A road network's walking times fit in here."""


def straight_line_walking(settings: TransitSettings) -> Walking:
    """Walking along the straight line, lengthened by the detour, at walking speed; seconds rounded half up."""
    metres_per_s = settings.walking_m_per_min / 60 * 100 / settings.detour_percent

    def walking(starts: Metres, goals: Metres, limit_s: int) -> Walks:
        if not len(starts) or not len(goals):
            none = np.zeros(0, np.int32)
            return Walks(start=none, goal=none, seconds=none)
        reach_m = (limit_s + 0.5) * metres_per_s
        found = cKDTree(starts).sparse_distance_matrix(cKDTree(goals), reach_m, output_type="ndarray")
        seconds = np.floor(found["v"] / metres_per_s + 0.5).astype(np.int32)
        near = seconds <= limit_s
        return Walks(
            start=found["i"][near].astype(np.int32), goal=found["j"][near].astype(np.int32), seconds=seconds[near]
        )

    return walking
