"""Times and distances from many origins to all nodes, a block of origins at a time."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from localisation.domain.travel import Mode
from localisation.geography.network.contract import Contracted
from localisation.geography.network.cost import decode, limit_of
from localisation.geography.network.fill import fill
from localisation.geography.network.graph import Graph
from localisation.geography.network.seeds import Seeds, lift

BLOCK_CELLS: Final = 4_000_000
"""A block answers about so many pairs (32 MB with metres): as many origins as fit, at least one."""
CACHED_CELLS: Final = 131_072
"""Inner nodes are filled in for so few origins at a time that the costs (1 MB) stay in the cache of the processor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The rows of the origins from `first` on: seconds and metres, float32, a column a target; inf is unreachable."""

    first: int
    seconds: NDArray[np.float32]
    metres: NDArray[np.float32] | None


def many_to_many(
    contracted: Contracted,
    seeds: Seeds,
    mode: Mode,
    *,
    targets: NDArray[np.integer] | None = None,
    limit_s: float | None = None,
    metres: bool = True,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Block]:
    """Seconds of the fastest way from every origin to every target node, and its metres (the shortest of the fastest).

    `targets` are nodes of the graph, all of them in order when None. With `limit_s`, what is further away is inf and
    not searched. Memory is bounded: a few blocks of `BLOCK_CELLS`, whatever the number of origins. `progress` is told
    how many origins are done, of how many. Dijkstra (1959) from every origin on the core, by scipy.
    """
    columns = contracted.place if targets is None else contracted.place[targets]
    limit = limit_of(limit_s, mode)
    most = max(1, BLOCK_CELLS // max(1, contracted.count))
    for first in range(0, seeds.count, most):
        part = seeds.between(first, min(first + most, seeds.count))
        seconds_out = np.empty((part.count, len(columns)), np.float32)
        metres_out = np.empty((part.count, len(columns)), np.float32) if metres else None
        for row, costs in costs_from(contracted, part, limit):
            rows = slice(row, row + len(costs))
            wanted = np.take(costs, columns, axis=1)
            decode(wanted, mode, seconds_out[rows], None if metres_out is None else metres_out[rows])
        yield Block(first=first, seconds=seconds_out, metres=metres_out)
        if progress:
            progress(first + part.count, seeds.count)


def costs_from(contracted: Contracted, seeds: Seeds, limit: float) -> Iterator[tuple[int, NDArray[np.float64]]]:
    """The cost of getting to every node, in contracted order, inf beyond `limit`: a few origins at a time.

    Yields the first origin and the costs, a row an origin. The next costs are written over the last.
    """
    lifted = lift(seeds, contracted)
    found = _core_costs(contracted, lifted.core, limit)
    most = max(1, CACHED_CELLS // max(1, contracted.count))
    buffer = np.empty((min(most, seeds.count), contracted.count))
    for first in range(0, seeds.count, most):
        last = min(first + most, seeds.count)
        costs = buffer[: last - first]
        costs[:, : contracted.core.count] = found[first:last, : contracted.core.count]
        fill(costs, contracted, lifted.between(first, last))
        costs[costs > limit] = np.inf
        yield first, costs


def _core_costs(contracted: Contracted, seeds: Seeds, limit: float) -> NDArray[np.float64]:
    core = contracted.core
    if not core.count or not seeds.count:
        return np.empty((seeds.count, 0))
    origins = np.arange(core.count, core.count + seeds.count)
    return np.asarray(dijkstra(with_origins(core, seeds), indices=origins, limit=limit))


def with_origins(graph: Graph, seeds: Seeds) -> csr_array:
    """The matrix of the graph with one more node an origin, from which edges lead to its seeds, at their cost."""
    size = graph.count + seeds.count
    seeds_before = np.searchsorted(seeds.origin, np.arange(1, seeds.count + 1))
    first = np.concatenate([graph.first_edges(), graph.edges + seeds_before]).astype(np.int32)
    ends = np.concatenate([graph.end, seeds.node]).astype(np.int32)
    return csr_array((np.concatenate([graph.cost, seeds.cost]), ends, first), shape=(size, size))
