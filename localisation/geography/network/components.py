"""Which parts of a network hang together, and how much road there is in each."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse.csgraph import connected_components

from localisation.domain.travel import Mode
from localisation.geography.network.graph import graph_of
from localisation.geography.network.network import Network


@dataclass(frozen=True, slots=True, kw_only=True)
class Components:
    """Strongly connected parts: within one, a mode gets from every node to every other.

    `of_link` is the part of every link (int64), -1 for links that are closed to the mode or lead from one part to
    another. `road_m` is the metres of links in each part; `largest` is the one with the most.
    """

    of_link: NDArray[np.int64]
    road_m: NDArray[np.float64]
    largest: int

    def links_within(self, least_m: float) -> NDArray[np.bool_]:
        """The links in parts with at least so many metres of road, and always those in the largest part."""
        kept = self.road_m >= least_m
        if len(kept):
            kept[self.largest] = True
        return np.append(kept, False)[self.of_link]


def components(network: Network, mode: Mode) -> Components:
    """The strongly connected parts of what a mode may use (Tarjan 1972, by scipy)."""
    graph = graph_of(network, mode)
    _, label = connected_components(graph.matrix(), directed=True, connection="strong")
    usable = np.flatnonzero(np.isfinite(network.seconds(mode)))
    of_link = np.full(network.shapes.count, -1, np.int64)
    start = label[network.start[usable]]
    same = start == label[network.end[usable]]
    of_link[network.link[usable][same]] = start[same]
    metres = np.zeros(network.shapes.count)
    metres[network.link] = network.metres
    inside = of_link >= 0
    parts = int(label.max(initial=-1)) + 1
    road_m = np.bincount(of_link[inside], metres[inside], minlength=parts).astype(np.float64)
    return Components(of_link=of_link, road_m=road_m, largest=int(road_m.argmax()) if len(road_m) else -1)
