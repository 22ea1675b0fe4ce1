"""Pairs of points near each other along streets, however many points there are."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.sparse.csgraph import dijkstra

from localisation.array_types import Floats, Whole
from localisation.domain.travel import Mode
from localisation.geography.network.ends import LinkCosts, along_link, arrivals, departures, link_costs
from localisation.geography.network.graph import Graph, graph_of
from localisation.geography.network.many_to_many import BLOCK_CELLS, with_origins
from localisation.geography.network.network import Network
from localisation.geography.network.seeds import Seeds
from localisation.geography.network.snap import NO_LINK, Snaps

TOGETHER: Final = 256
"""So many points are searched from together."""
SQUARE_M: Final = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Streets:
    """What one mode may use of a network, made ready: its graph, its links, and where the nodes are (nodes x 2)."""

    mode: Mode
    graph: Graph
    links: LinkCosts
    xy: Floats

    @classmethod
    def of(cls, network: Network, mode: Mode) -> "Streets":
        """The streets of a network as the mode sees them."""
        xy = np.column_stack([network.x_m, network.y_m])
        return cls(mode=mode, graph=graph_of(network, mode), links=link_costs(network, mode), xy=xy)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Pairs of points by their numbers, each once, and what it costs to get from the one to the other along streets."""

    start: Whole
    goal: Whole
    cost: Floats


def near_pairs(streets: Streets, starts: Snaps, goals: Snaps, limit: float) -> Pairs:
    """All pairs within a cost, without the legs beside the streets.

    Points are taken some at a time, square by square of the map. One search from all of them at once
    (Dijkstra 1959) finds every node that any of them can reach within the limit; the searches from each of them then
    need that part of the graph alone, so the work grows with what is near, not with points times nodes. Searches go
    backwards where there are fewer goals than starts.
    """
    leave = departures(streets.links, starts, streets.mode)
    arrive = arrivals(streets.links, goals, streets.mode)
    turned = goals.tied < starts.tied
    seeds, ends = (arrive, leave) if turned else (leave, arrive)
    found = list(_found(streets, seeds, ends, limit, turned))
    one, other, cost = (np.concatenate([f[i] for f in found]) if found else np.empty(0) for i in range(3))
    own = _on_one_link(streets, starts, goals)
    start = np.concatenate([other if turned else one, own.start]).astype(np.int64)
    goal = np.concatenate([one if turned else other, own.goal]).astype(np.int64)
    cost = np.concatenate([cost, own.cost])
    order = np.lexsort((cost, goal, start))
    order = order[cost[order] <= limit]
    first = np.ones(len(order), bool)
    first[1:] = (np.diff(start[order]) != 0) | (np.diff(goal[order]) != 0)
    order = order[first]
    return Pairs(start=start[order], goal=goal[order], cost=cost[order])


def _found(
    streets: Streets, seeds: Seeds, ends: Seeds, limit: float, turned: bool
) -> Iterator[tuple[Whole, Whole, Floats]]:
    """(searched from, found, cost) along streets, some points at a time."""
    graph = streets.graph.reversed() if turned else streets.graph
    seeding, first = np.unique(seeds.origin, return_index=True)
    square = np.floor(streets.xy[seeds.node[first]] / SQUARE_M)
    seeding = seeding[np.lexsort((square[:, 1], square[:, 0]))]
    local = np.full(graph.count, -1, np.int64)
    for begin in range(0, len(seeding), TOGETHER):
        some = seeding[begin : begin + TOGETHER]
        mine = seeds.only(some)
        reached = np.flatnonzero(np.isfinite(_least(graph, mine, limit)))
        local[reached] = np.arange(len(reached))
        near = graph.among(reached, local)
        at_end = np.flatnonzero(local[ends.node] >= 0)
        column, owner, cost = local[ends.node[at_end]], ends.origin[at_end], ends.cost[at_end]
        inside = Seeds(count=mine.count, origin=mine.origin, node=local[mine.node], cost=mine.cost)
        local[reached] = -1
        owners, firsts = np.unique(owner, return_index=True)
        at_once = max(1, BLOCK_CELLS // max(1, len(reached), len(at_end)))
        for row in range(0, len(some) if len(owners) else 0, at_once):
            part = inside.between(row, min(row + at_once, len(some)))
            indices = np.arange(near.count, near.count + part.count)
            costs = dijkstra(with_origins(near, part), indices=indices, limit=limit)[:, column] + cost
            table = np.minimum.reduceat(costs, firsts, axis=1)
            one, other = np.nonzero(table <= limit)
            yield some[row + one], owners[other], table[one, other]


def _least(graph: Graph, seeds: Seeds, limit: float) -> Floats:
    """The cost of getting to every node from the nearest of the origins; inf beyond the limit."""
    indices = np.arange(graph.count, graph.count + seeds.count)
    return np.asarray(dijkstra(with_origins(graph, seeds), indices=indices, limit=limit, min_only=True)[: graph.count])


def _on_one_link(streets: Streets, starts: Snaps, goals: Snaps) -> Pairs:
    """Pairs on the same street, who need not go by its ends."""
    order = np.argsort(goals.link, kind="stable")
    order = order[goals.link[order] != NO_LINK]
    low, high = (np.searchsorted(goals.link[order], starts.link, side=side) for side in ("left", "right"))
    count = np.where(starts.link == NO_LINK, 0, high - low)
    start = np.repeat(np.arange(len(count)), count)
    goal = order[np.arange(len(start)) - np.repeat(np.cumsum(count) - count, count) + low[start]]
    ahead = goals.fraction[goal] - starts.fraction[start]
    return Pairs(start=start, goal=goal, cost=along_link(streets.links, starts.link[start], ahead, streets.mode))
