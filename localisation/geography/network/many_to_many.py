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

BLOCK_CELLS: Final = 8_000_000
"""A block answers about so many pairs (64 MB with metres): as many origins as fit, at least one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The rows of the origins from `first` on: seconds and metres, float32, a column a target; inf is unreachable.

    In memory, the origins of one target lie side by side.
    """

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
    order = np.argsort(columns, kind="stable")
    limit = limit_of(limit_s, mode)
    most = max(1, BLOCK_CELLS // max(1, contracted.count))
    for first in range(0, seeds.count, most):
        part = seeds.between(first, min(first + most, seeds.count))
        seconds_out = np.empty((len(columns), part.count), np.float32)
        metres_out = np.empty((len(columns), part.count), np.float32) if metres else None
        for some, costs in costs_at(contracted, part, limit, columns[order]):
            rows = order[some]
            in_s = np.empty(costs.shape, np.float32)
            in_m = np.empty(costs.shape, np.float32) if metres else None
            decode(costs, mode, in_s, in_m)
            seconds_out[rows] = in_s
            if metres_out is not None:
                metres_out[rows] = in_m
        yield Block(first=first, seconds=seconds_out.T, metres=None if metres_out is None else metres_out.T)
        if progress:
            progress(first + part.count, seeds.count)


def costs_at(
    contracted: Contracted, seeds: Seeds, limit: float, wanted: NDArray[np.int64]
) -> Iterator[tuple[slice, NDArray[np.float64]]]:
    """The cost of getting to the nodes wanted (places in the contracted order, rising), inf beyond `limit`.

    Yields a part of `wanted` and its costs: a row a node, a column an origin.
    """
    lifted = lift(seeds, contracted)
    core = _core_costs(contracted, lifted.core, limit)
    for part, costs in fill(core, contracted, lifted, wanted):
        if costs.max(initial=0) > limit:
            costs[costs > limit] = np.inf
        yield part, costs


def _core_costs(contracted: Contracted, seeds: Seeds, limit: float) -> NDArray[np.float64]:
    """Costs at the nodes of the core, a row a node and a column an origin."""
    core = contracted.core
    if not core.count or not seeds.count:
        return np.empty((0, seeds.count))
    origins = np.arange(core.count, core.count + seeds.count)
    return np.asarray(dijkstra(with_origins(core, seeds), indices=origins, limit=limit)[:, : core.count].T)


def with_origins(graph: Graph, seeds: Seeds) -> csr_array:
    """The matrix of the graph with one more node an origin, from which edges lead to its seeds, at their cost."""
    size = graph.count + seeds.count
    seeds_before = np.searchsorted(seeds.origin, np.arange(1, seeds.count + 1))
    first = np.concatenate([graph.first_edges(), graph.edges + seeds_before]).astype(np.int32)
    ends = np.concatenate([graph.end, seeds.node]).astype(np.int32)
    return csr_array((np.concatenate([graph.cost, seeds.cost]), ends, first), shape=(size, size))
