"""Where journeys begin: nodes of a graph, and what it costs to get to them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from localisation.geography.network.contract import Contracted, Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeds:
    """Each origin's first nodes. `origin` (0 up to `count`), `node` and `cost` are arrays of the same length.

    An origin may have several seeds, such as both ends of its street, or none: then it reaches nothing.
    """

    count: int
    origin: NDArray[np.int64]
    node: NDArray[np.int64]
    cost: NDArray[np.float64]

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifted:
    """Seeds on a contracted graph: on the core, on lone nodes, and on each level (nodes by their place in the order)."""

    core: Seeds
    lone: Seeds
    on_level: tuple[Seeds, ...]


def lift(seeds: Seeds, contracted: Contracted) -> Lifted:
    """The seeds carried from the inner nodes of chains to the ends of the chains, level by level, up to the core."""
    current = _tidy(Seeds(count=seeds.count, origin=seeds.origin, node=contracted.place[seeds.node], cost=seeds.cost))
    met: list[Seeds] = []
    for level in reversed(contracted.levels):
        inner = current.node >= level.begin
        on_level = _part(current, inner)
        met.append(on_level)
        current = _tidy(_joined(_part(current, ~inner), on_level, level))
    lone = current.node >= contracted.core.count
    return Lifted(core=_part(current, ~lone), lone=_part(current, lone), on_level=tuple(reversed(met)))


def _joined(rest: Seeds, on_level: Seeds, level: Level) -> Seeds:
    at = on_level.node - level.begin
    return Seeds(
        count=rest.count,
        origin=np.concatenate([rest.origin, on_level.origin, on_level.origin]),
        node=np.concatenate([rest.node, level.head[at], level.tail[at]]),
        cost=np.concatenate([rest.cost, on_level.cost + level.to_head[at], on_level.cost + level.to_tail[at]]),
    )


def _part(seeds: Seeds, which: NDArray[np.bool_] | NDArray[np.int64]) -> Seeds:
    return Seeds(count=seeds.count, origin=seeds.origin[which], node=seeds.node[which], cost=seeds.cost[which])


def _tidy(seeds: Seeds) -> Seeds:
    """Sorted by origin and node, of several at one node the cheapest; those of cost inf are left out."""
    order = np.lexsort((seeds.cost, seeds.node, seeds.origin))
    order = order[np.isfinite(seeds.cost[order])]
    origin, node = seeds.origin[order], seeds.node[order]
    first = np.ones(len(order), bool)
    first[1:] = (np.diff(origin) != 0) | (np.diff(node) != 0)
    return _part(seeds, order[first])
