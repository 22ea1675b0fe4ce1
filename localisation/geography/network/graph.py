"""What one mode may use of a network, as a graph to search."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from localisation.domain.travel import Mode
from localisation.geography.network.cost import cost_of
from localisation.geography.network.network import Network


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """Directed edges between `count` nodes, sorted by start and end, no two alike, none from a node to itself.

    `start` and `end` are int32, `cost` is float64: time and distance as in `cost_of`.
    """

    count: int
    start: NDArray[np.int32]
    end: NDArray[np.int32]
    cost: NDArray[np.float64]

    @classmethod
    def of(cls, count: int, start: NDArray[np.integer], end: NDArray[np.integer], cost: NDArray[np.float64]) -> "Graph":
        """The graph of the edges, of parallel ones the cheapest; edges that cost inf or lead nowhere are left out."""
        useful = np.isfinite(cost) & (start != end)
        start, end, cost = start[useful], end[useful], cost[useful]
        key = start.astype(np.int64) * count + end
        order = np.argsort(key, kind="stable")
        key, cost = key[order], cost[order]
        first = np.flatnonzero(np.diff(key, prepend=-1))
        least = np.minimum.reduceat(cost, first) if len(first) else cost
        key = key[first]
        return cls(
            count=count,
            start=(key // max(count, 1)).astype(np.int32),
            end=(key % max(count, 1)).astype(np.int32),
            cost=least,
        )

    @property
    def edges(self) -> int:
        """How many directed edges there are."""
        return len(self.start)

    def first_edges(self) -> NDArray[np.int32]:
        """Where the edges of each node begin, and at last their number (int32, count + 1)."""
        return np.searchsorted(self.start, np.arange(self.count + 1)).astype(np.int32)

    def matrix(self) -> csr_array:
        """The costs as a sparse matrix, in the order of the edges."""
        return csr_array((self.cost, self.end, self.first_edges()), shape=(self.count, self.count))

    def among(self, nodes: NDArray[np.int64], number: NDArray[np.int64]) -> "Graph":
        """The edges between some nodes, in rising order; `number[i]` is the new number of node i, -1 for the others."""
        first = np.searchsorted(self.start, nodes)
        count = np.searchsorted(self.start, nodes, side="right") - first
        start = np.repeat(np.arange(len(nodes)), count)
        edge = np.arange(len(start)) - np.repeat(np.cumsum(count) - count, count) + first[start]
        end = number[self.end[edge]]
        kept = end >= 0
        return Graph(
            count=len(nodes),
            start=start[kept].astype(np.int32),
            end=end[kept].astype(np.int32),
            cost=self.cost[edge[kept]],
        )

    def reversed(self) -> "Graph":
        """The graph with every edge turned round: what can reach, in place of what can be reached."""
        return Graph.of(self.count, self.end, self.start, self.cost)


def graph_of(network: Network, mode: Mode) -> Graph:
    """The edges a mode may use, with their costs."""
    seconds = network.seconds(mode)
    usable = np.flatnonzero(np.isfinite(seconds))
    cost = cost_of(seconds[usable], network.metres[usable], mode)
    return Graph.of(network.nodes, network.start[usable], network.end[usable], cost)
