"""Costs between points along streets: the search between their streets' ends, and the way along one street."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from localisation.domain.travel import Mode
from localisation.geography.network.contract import contract
from localisation.geography.network.ends import LinkCosts, along_link, arrivals, departures, link_costs
from localisation.geography.network.graph import graph_of
from localisation.geography.network.many_to_many import BLOCK_CELLS, costs_at
from localisation.geography.network.network import Network
from localisation.geography.network.snap import NO_LINK, Snaps


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Costs from some of the points searched from (numbers from `first` on) to all the others; inf: unreachable."""

    first: int
    costs: NDArray[np.float64]


def point_costs(
    network: Network, mode: Mode, origins: Snaps, destinations: Snaps, limit: float, *, turned: bool
) -> Iterator[Rows]:
    """The costs from all origins to all destinations, an origin a row; or `turned`, a destination a row.

    Turned, the search runs backwards from the destinations, which is quicker when they are the fewer. The costs are
    exactly the same.
    """
    graph = graph_of(network, mode)
    contracted = contract(graph.reversed() if turned else graph)
    links = link_costs(network, mode)
    leave, arrive = departures(links, origins, mode), arrivals(links, destinations, mode)
    seeds, ends = (arrive, leave) if turned else (leave, arrive)
    near = _SameLink(links, origins, destinations, mode, turned)
    wanted, column = np.unique(contracted.place[ends.node], return_inverse=True)
    has_end, firsts = np.unique(ends.origin, return_index=True)
    most = max(1, BLOCK_CELLS // max(1, contracted.count, ends.count))
    for begin in range(0, seeds.count, most):
        part = seeds.between(begin, min(begin + most, seeds.count))
        costs = np.full((part.count, ends.count), np.inf)
        at = np.empty((len(wanted), part.count))
        for some, found in costs_at(contracted, part, limit, wanted):
            at[some] = found
        if len(firsts):
            reached = at[column] + ends.cost[:, None]
            costs[:, has_end] = np.minimum.reduceat(reached, firsts, axis=0).T
        for row in range(part.count):
            near.lower(costs[row], begin + row)
        costs[costs > limit] = np.inf
        yield Rows(first=begin, costs=costs)


class _SameLink:
    """Pairs on the same street, who need not go by its ends."""

    def __init__(self, links: LinkCosts, origins: Snaps, destinations: Snaps, mode: Mode, turned: bool) -> None:
        self._links, self._mode, self._turned = links, mode, turned
        self._from, self._to = (destinations, origins) if turned else (origins, destinations)
        self._on: dict[int, list[int]] = defaultdict(list)
        for number, link in enumerate(self._to.link):
            if link != NO_LINK:
                self._on[int(link)].append(number)

    def lower(self, row: NDArray[np.float64], number: int) -> None:
        """Lower the costs to those on the same street to that of going along it, where its direction allows."""
        link = int(self._from.link[number])
        others = self._on.get(link) if link != NO_LINK else None
        if not others:
            return
        ahead = self._to.fraction[others] - self._from.fraction[number]
        if self._turned:
            ahead = -ahead
        cost = along_link(self._links, np.full(len(others), link), ahead, self._mode)
        row[others] = np.minimum(row[others], cost)
