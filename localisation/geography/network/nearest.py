"""Which of many places each node is nearest to, all nodes and places in one search."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse.csgraph import dijkstra

from localisation.domain.travel import Mode
from localisation.geography.network.contract import Contracted
from localisation.geography.network.cost import decode, limit_of
from localisation.geography.network.fill import along_chains
from localisation.geography.network.many_to_many import with_origins
from localisation.geography.network.seeds import Lifted, Seeds, lift

NONE = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearest:
    """For every node: which origin it is nearest to (int64, -1 when it reaches none), seconds and metres (float32)."""

    origin: NDArray[np.int64]
    seconds: NDArray[np.float32]
    metres: NDArray[np.float32]


def nearest_of_many(contracted: Contracted, seeds: Seeds, mode: Mode, *, limit_s: float | None = None) -> Nearest:
    """The nearest origin of every node, by the fastest way from the origin to the node.

    For the way from the node to the origin, such as from homes to the nearest site, contract the reversed graph. One
    Dijkstra search from all origins at once, so the work does not grow with their number. Of origins equally near, to
    the tick and the decimetre, one is chosen.
    """
    lifted = lift(seeds, contracted)
    core = contracted.core.count
    limit = limit_of(limit_s, mode)
    costs = np.full(contracted.count, np.inf)
    origin = np.full(contracted.count, NONE, np.int64)
    if core and seeds.count:
        indices = np.arange(core, core + seeds.count)
        found, _, source = dijkstra(
            with_origins(contracted.core, lifted.core),
            indices=indices,
            limit=limit,
            min_only=True,
            return_predecessors=True,
        )
        costs[:core] = found[:core]
        origin[:core] = np.where(np.isfinite(found[:core]), source[:core] - core, NONE)
    _fill(costs, origin, contracted, lifted)
    beyond = costs > limit
    costs[beyond], origin[beyond] = np.inf, NONE
    costs, origin = costs[contracted.place], origin[contracted.place]
    seconds, metres = np.empty(len(costs), np.float32), np.empty(len(costs), np.float32)
    decode(costs, mode, seconds, metres)
    return Nearest(origin=origin, seconds=seconds, metres=metres)


def _fill(costs: NDArray[np.float64], origin: NDArray[np.int64], contracted: Contracted, lifted: Lifted) -> None:
    dearest_first = np.argsort(-lifted.lone.cost, kind="stable")  # of several at one node, the last written stays
    costs[lifted.lone.node[dearest_first]] = lifted.lone.cost[dearest_first]
    origin[lifted.lone.node[dearest_first]] = lifted.lone.origin[dearest_first]
    for level, seeds in zip(contracted.levels, lifted.on_level, strict=True):
        block = np.arange(level.begin, level.end)
        _lower(costs, origin, block, costs[level.head] + level.from_head, origin[level.head])
        _lower(costs, origin, block, costs[level.tail] + level.from_tail, origin[level.tail])
        along = along_chains(level, seeds)
        dearest_first = np.argsort(-along.cost, kind="stable")
        inner, offered = along.inner[dearest_first], along.cost[dearest_first]
        best, by = np.full(len(block), np.inf), np.full(len(block), NONE, np.int64)
        best[inner], by[inner] = offered, along.origin[dearest_first]
        _lower(costs, origin, block, best, by)


def _lower(
    costs: NDArray[np.float64],
    origin: NDArray[np.int64],
    nodes: NDArray[np.int64],
    offered: NDArray[np.float64],
    by: NDArray[np.int64],
) -> None:
    """Take what is offered to the nodes, all different, where it is less."""
    less = offered < costs[nodes]
    costs[nodes[less]] = offered[less]
    origin[nodes[less]] = by[less]
