"""How soon a car from the nearest of some sites gets to every road of a place."""

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
import shapely
from numpy.typing import NDArray

from localisation.domain.road_times import RoadTimes
from localisation.domain.travel import Mode
from localisation.geography.network.access import Access
from localisation.geography.network.contract import Contracted, contract
from localisation.geography.network.cost import cost_of
from localisation.geography.network.ends import LinkCosts, departures, link_costs
from localisation.geography.network.graph import graph_of
from localisation.geography.network.nearest import nearest_of_many
from localisation.geography.network.network import Network
from localisation.geography.network.seeds import Seeds
from localisation.geography.network.snap import Snaps, snap
from localisation.geography.network.stretches import stretches
from localisation.geography.point import Point

NEAR_M = 2_000
"""A road that is nowhere nearer than this to anyone who lives in the place is not a road of the place."""


class RoadsFromSites:
    """A network with points that may be sites, made ready at the first question and asked for any of them.

    Roads are the streets that cars may drive at least one way, ferries not; with `around` (places where people live)
    only those within `NEAR_M` of one. Times are multiplied by the peak factor, as in `mode_times`.
    """

    def __init__(
        self,
        network: Network,
        points: Mapping[str, Point],
        access: Access,
        *,
        peak_percent: float = 100,
        around: Sequence[Point] | None = None,
    ) -> None:
        self._network, self._access, self._peak = network, access, peak_percent / 100
        self._points, self._around = dict(points), around

    def __call__(self, sites: Sequence[str], limit_s: float) -> RoadTimes:
        """Every road once, cut where a site meets it; KeyError for a site that is none of the points.

        One Dijkstra search from all sites at once, no further than the limit: what lies beyond it is infinite.
        """
        number = {name: i for i, name in enumerate(self._points)}
        of = np.array([number[site] for site in dict.fromkeys(sites)], np.int64)
        snaps = self._snaps.only(of)
        seeds = departures(self._links, snaps, Mode.CAR)
        legs = cost_of(snaps.access_s[seeds.origin], snaps.access_m[seeds.origin], Mode.CAR)
        seeds = Seeds(count=seeds.count, origin=seeds.origin, node=seeds.node, cost=seeds.cost + legs)
        found = nearest_of_many(self._contracted, seeds, Mode.CAR, limit_s=limit_s / self._peak)
        return stretches(self._links, self._roads, found.seconds.astype(np.float64), snaps, self._peak)

    @cached_property
    def _snaps(self) -> Snaps:
        xy = np.array(list(self._points.values()), np.float64).reshape(-1, 2)
        return snap(self._network, xy, Mode.CAR, self._access)

    @cached_property
    def _links(self) -> LinkCosts:
        return link_costs(self._network, Mode.CAR)

    @cached_property
    def _contracted(self) -> Contracted:
        return contract(graph_of(self._network, Mode.CAR))

    @cached_property
    def _roads(self) -> NDArray[np.int64]:
        links, network = self._links, self._network
        wanted = np.isfinite(links.along_s) | np.isfinite(links.back_s)
        wanted[network.link[network.ferry]] = False
        roads = np.flatnonzero(wanted)
        if self._around is None or not len(roads):
            return roads
        tree = shapely.STRtree(shapely.points(np.array(self._around, np.float64).reshape(-1, 2)))
        near = tree.query_nearest(network.shapes.lines()[roads], max_distance=NEAR_M, all_matches=False)[0]
        return np.asarray(roads[np.unique(near)])
