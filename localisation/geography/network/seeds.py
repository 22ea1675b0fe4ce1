"""Where journeys begin: nodes of a graph, and what it costs to get to them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from localisation.geography.network.contract import Contracted, Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeds:
    """Each origin's first nodes. `origin` (0 up to `count`, in order), `node` and `cost` have the same length.

    An origin may have several seeds, such as both ends of its street, or none: then it reaches nothing.
    """

    count: int
    origin: NDArray[np.int64]
    node: NDArray[np.int64]
    cost: NDArray[np.float64]

    def __post_init__(self) -> None:
        """Refuse origins out of order: ValueError."""
        if np.any(np.diff(self.origin) < 0):
            raise ValueError("the seeds are not in the order of their origins")

    @classmethod
    def at(cls, nodes: NDArray[np.integer]) -> "Seeds":
        """One origin a node, at no cost."""
        return cls(
            count=len(nodes),
            origin=np.arange(len(nodes)),
            node=np.asarray(nodes, np.int64),
            cost=np.zeros(len(nodes)),
        )

    def between(self, first: int, last: int) -> "Seeds":
        """The seeds of the origins from `first` up to `last`, renumbered from 0."""
        mine = (self.origin >= first) & (self.origin < last)
        return Seeds(count=last - first, origin=self.origin[mine] - first, node=self.node[mine], cost=self.cost[mine])

    def only(self, origins: NDArray[np.int64]) -> "Seeds":
        """The seeds of some origins, renumbered from 0 in that order."""
        first = np.searchsorted(self.origin, origins, side="left")
        count = np.searchsorted(self.origin, origins, side="right") - first
        new = np.repeat(np.arange(len(origins)), count)
        at = np.arange(len(new)) - np.repeat(np.cumsum(count) - count, count) + first[new]
        return Seeds(count=len(origins), origin=new, node=self.node[at], cost=self.cost[at])


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifted:
    """Seeds on a contracted graph: on the core, on lone nodes and on each level; nodes by their place in the order."""

    core: Seeds
    lone: Seeds
    on_level: tuple[Seeds, ...]


def lift(seeds: Seeds, contracted: Contracted) -> Lifted:
    """The seeds carried from the inner nodes of chains to the ends of the chains, level by level, up to the core."""
    current = tidy(seeds.count, seeds.origin, contracted.place[seeds.node], seeds.cost)
    met: list[Seeds] = []
    for level in reversed(contracted.levels):
        inner = current.node >= level.begin
        on_level = _part(current, inner)
        met.append(on_level)
        current = _joined(_part(current, ~inner), on_level, level)
    lone = current.node >= contracted.core.count
    return Lifted(core=_part(current, ~lone), lone=_part(current, lone), on_level=tuple(reversed(met)))


def _joined(rest: Seeds, on_level: Seeds, level: Level) -> Seeds:
    at = on_level.node - level.begin
    return tidy(
        rest.count,
        np.concatenate([rest.origin, on_level.origin, on_level.origin]),
        np.concatenate([rest.node, level.head[at], level.tail[at]]),
        np.concatenate([rest.cost, on_level.cost + level.to_head[at], on_level.cost + level.to_tail[at]]),
    )


def _part(seeds: Seeds, which: NDArray[np.bool_] | NDArray[np.int64]) -> Seeds:
    return Seeds(count=seeds.count, origin=seeds.origin[which], node=seeds.node[which], cost=seeds.cost[which])


def tidy(count: int, origin: NDArray[np.int64], node: NDArray[np.int64], cost: NDArray[np.float64]) -> Seeds:
    """Seeds in order of origin and node, of several at one node the cheapest; those of cost inf are left out."""
    order = np.lexsort((cost, node, origin))
    order = order[np.isfinite(cost[order])]
    first = np.ones(len(order), bool)
    first[1:] = (np.diff(origin[order]) != 0) | (np.diff(node[order]) != 0)
    order = order[first]
    return Seeds(count=count, origin=origin[order], node=node[order], cost=cost[order])
