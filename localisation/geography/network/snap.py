"""Points tied to the nearest street that a mode may use."""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from localisation.domain.travel import Mode
from localisation.geography.network.access import Access
from localisation.geography.network.components import components
from localisation.geography.network.network import Network

NO_LINK = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Snaps:
    """Where each point meets the network: `link` (int64, -1 when it is tied to none) and how far along it (0 to 1).

    `straight_m` is the straight line there, inf when there is none; `access_s` and `access_m` are the leg.
    """

    link: NDArray[np.int64]
    fraction: NDArray[np.float64]
    straight_m: NDArray[np.float64]
    access_s: NDArray[np.float64]
    access_m: NDArray[np.float64]

    @property
    def tied(self) -> int:
        """How many points are tied to a street."""
        return int((self.link != NO_LINK).sum())

    def only(self, which: NDArray[np.integer] | slice) -> "Snaps":
        """Some of the points."""
        return Snaps(
            link=self.link[which],
            fraction=self.fraction[which],
            straight_m=self.straight_m[which],
            access_s=self.access_s[which],
            access_m=self.access_m[which],
        )


def snap(network: Network, points: NDArray[np.float64], mode: Mode, access: Access) -> Snaps:
    """Tie points (x and y in metres, a row each) to the nearest street, at the nearest point along its line.

    Only streets are used from which the mode can get away and back: those within a strongly connected part of the
    network that is large enough (see `Access`). So points tied to the same part always reach each other.
    """
    usable = np.flatnonzero(components(network, mode).links_within(access.least_component_m))
    link = np.full(len(points), NO_LINK, np.int64)
    fraction, straight_m = np.zeros(len(points)), np.full(len(points), np.inf)
    at = shapely.points(points)
    lines = network.shapes.lines()
    tree = shapely.STRtree(lines[usable])
    pairs, away = tree.query_nearest(at, max_distance=access.reach_m, return_distance=True, all_matches=True)
    # Of streets equally near, the first in the network, so that the answer is always the same.
    order = np.lexsort((pairs[1], away, pairs[0]))
    tied, first = np.unique(pairs[0][order], return_index=True)
    link[tied] = usable[pairs[1][order][first]]
    straight_m[tied] = away[order][first]
    length = shapely.length(lines[link[tied]])
    along = shapely.line_locate_point(lines[link[tied]], at[tied])
    fraction[tied] = np.where(length > 0, along / np.where(length > 0, length, 1), 0)
    access_s, access_m = access.leg(straight_m)
    return Snaps(link=link, fraction=fraction, straight_m=straight_m, access_s=access_s, access_m=access_m)
