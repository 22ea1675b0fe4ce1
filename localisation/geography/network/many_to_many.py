"""Times and distances from many origins to all nodes, a block of origins at a time."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from localisation.geography.network.contract import Contracted
from localisation.geography.network.cost import limit_of, metres_of, seconds_of
from localisation.geography.network.fill import fill
from localisation.geography.network.graph import Graph
from localisation.geography.network.modes import Mode
from localisation.geography.network.seeds import Seeds, lift

BLOCK_CELLS: Final = 4_000_000
"""A block holds about so many costs (32 MB): as many origins as fit, at least one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The rows of the origins from `first` on: seconds and metres, float32, a column a target; inf is unreachable."""

    first: int
    seconds: NDArray[np.float32]
    metres: NDArray[np.float32]


def many_to_many(
    contracted: Contracted,
    seeds: Seeds,
    mode: Mode,
    *,
    targets: NDArray[np.integer] | None = None,
    limit_s: float | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Block]:
    """Seconds of the fastest way from every origin to every target node, and its metres (the shortest of the fastest).

    `targets` are nodes of the graph, all of them in order when None. With `limit_s`, what is further away is inf and
    not searched. Memory is bounded: a few blocks of `BLOCK_CELLS`, whatever the number of origins. `progress` is told
    how many origins are done, of how many. Dijkstra (1959) from every origin on the core, by scipy.
    """
    columns = contracted.place if targets is None else contracted.place[targets]
    most = max(1, BLOCK_CELLS // max(1, contracted.count))
    for first in range(0, seeds.count, most):
        part = seeds.between(first, min(first + most, seeds.count))
        found = costs_from(contracted, part, limit_of(limit_s, mode))[:, columns]
        yield Block(first=first, seconds=seconds_of(found, mode), metres=metres_of(found))
        if progress:
            progress(first + part.count, seeds.count)


def costs_from(contracted: Contracted, seeds: Seeds, limit: float) -> NDArray[np.float64]:
    """The cost of getting to every node, a row an origin, a column a node in contracted order; inf beyond `limit`."""
    lifted = lift(seeds, contracted)
    core = contracted.core.count
    costs = np.empty((seeds.count, contracted.count))
    costs[:, core : core + contracted.lone] = np.inf
    costs[lifted.lone.origin, lifted.lone.node] = lifted.lone.cost
    if core:
        matrix = with_origins(contracted.core, lifted.core)
        found = dijkstra(matrix, indices=np.arange(core, core + seeds.count), limit=limit)
        costs[:, :core] = found[:, :core]
    fill(costs, contracted, lifted.on_level)
    costs[costs > limit] = np.inf
    return costs


def with_origins(graph: Graph, seeds: Seeds) -> csr_array:
    """The matrix of the graph with one more node an origin, from which edges lead to its seeds, at their cost."""
    size = graph.count + seeds.count
    seeds_before = np.searchsorted(seeds.origin, np.arange(1, seeds.count + 1))
    first = np.concatenate([graph.first_edges(), graph.edges + seeds_before]).astype(np.int32)
    ends = np.concatenate([graph.end, seeds.node]).astype(np.int32)
    return csr_array((np.concatenate([graph.cost, seeds.cost]), ends, first), shape=(size, size))
