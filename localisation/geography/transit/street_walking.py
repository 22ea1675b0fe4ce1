"""Walking along the streets of a road network."""

import numpy as np
from numpy.typing import NDArray

from localisation.domain.travel import Mode
from localisation.geography.network.access import Access
from localisation.geography.network.cost import decode, limit_of
from localisation.geography.network.near_pairs import Streets, near_pairs
from localisation.geography.network.network import Network
from localisation.geography.network.snap import NO_LINK, Snaps, snap
from localisation.geography.transit.timetable import Metres
from localisation.geography.transit.walking import Walking, Walks


class StreetWalking:
    """Walks as in `mode_times` on foot: the leg to the street, the streets, and the leg from it; rounded half up.

    `straight` gives the walks beside the streets: between points nearer to each other than to their streets where that
    is faster, and between points of which neither is near any street, such as stops of a feed far outside the network.
    Between a point by a street and one by none there is no walk.
    """

    def __init__(self, network: Network, access: Access, straight: Walking) -> None:
        self._network, self._access, self._straight = network, access, straight
        self._streets = Streets.of(network, Mode.WALK)
        self._snapped: dict[bytes, Snaps] = {}

    def __call__(self, starts: Metres, goals: Metres, limit_s: int) -> Walks:
        """The walks within the limit, legs and all."""
        one, other = self._snaps(starts), self._snaps(goals)
        found = near_pairs(self._streets, one, other, limit_of(limit_s + 0.5, Mode.WALK))
        on_street = np.empty(len(found.cost), np.float32)
        decode(found.cost, Mode.WALK, on_street, None)
        takes = np.floor(on_street + one.access_s[found.start] + other.access_s[found.goal] + 0.5)
        beside = self._beside(starts, goals, one, other, limit_s)
        start = np.concatenate([found.start, beside.start]).astype(np.int64)
        goal = np.concatenate([found.goal, beside.goal]).astype(np.int64)
        return _fastest(start, goal, np.concatenate([takes, beside.seconds]), len(goals), limit_s)

    def _snaps(self, points: Metres) -> Snaps:
        """The points tied to streets; the same points are tied once."""
        key = points.tobytes()
        if key not in self._snapped:
            self._snapped[key] = snap(self._network, points, Mode.WALK, self._access)
        return self._snapped[key]

    def _beside(self, starts: Metres, goals: Metres, one: Snaps, other: Snaps, limit_s: int) -> Walks:
        walks = self._straight(starts, goals, limit_s)
        s, g = walks.start, walks.goal
        away = np.hypot(*(starts[s] - goals[g]).T)
        first, second = one.link[s] == NO_LINK, other.link[g] == NO_LINK
        kept = (first & second) | (~first & ~second & (away <= one.straight_m[s] + other.straight_m[g]))
        return Walks(start=s[kept], goal=g[kept], seconds=walks.seconds[kept])


def _fastest(
    start: NDArray[np.int64], goal: NDArray[np.int64], seconds: NDArray[np.float64], goals: int, limit_s: int
) -> Walks:
    """Each pair once, the fastest way, those within the limit."""
    order = np.argsort(seconds, kind="stable")
    order = order[seconds[order] <= limit_s]
    _, first = np.unique(start[order] * max(1, goals) + goal[order], return_index=True)
    order = order[first]
    return Walks(
        start=start[order].astype(np.int32), goal=goal[order].astype(np.int32), seconds=seconds[order].astype(np.int32)
    )
