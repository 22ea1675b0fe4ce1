"""The graphs the accessibility benchmark is run on: a real one, and generated ones of any size."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from localisation.domain.travel import Mode
from localisation.geography.network.ends import link_costs
from localisation.geography.network.network import Network
from localisation.reading.roads.read_roads import read_roads

SEED = 2025


@dataclass(frozen=True, kw_only=True)
class Arrays:
    """Directed edges between nodes, with seconds (whole milliseconds) and metres, and the nodes' coordinates."""

    start: NDArray[np.int64]
    end: NDArray[np.int64]
    seconds: NDArray[np.float64]
    metres: NDArray[np.float64]
    x: NDArray[np.float64]
    y: NDArray[np.float64]

    def save(self, path: Path, origins: int) -> None:
        """Write the graph, and so many of its nodes drawn as origins, for any program to read."""
        drawn = np.random.default_rng(SEED).choice(len(self.x), min(origins, len(self.x)), replace=False)
        np.savez(path, origins=drawn, **vars(self))


def real(path: Path, epsg: int) -> Arrays:
    """By car on the largest strongly connected part of a file of roads, with every point of every street a node."""
    return largest_part(every_point(read_roads(path, epsg).network))


def every_point(network: Network) -> Arrays:
    """The network by car with the points along the streets as nodes: what a reader that does not cut makes of it."""
    links, shapes = link_costs(network, Mode.CAR), network.shapes
    count = np.diff(shapes.first)
    link = np.repeat(np.arange(shapes.count), count)
    first, last = shapes.first[:-1], shapes.first[1:] - 1
    inner = np.ones(len(link), bool)
    inner[first] = inner[last] = False
    node = np.full(len(link), -1)
    node[inner] = network.nodes + np.arange(inner.sum())
    node[first], node[last] = links.start, links.end
    here = np.flatnonzero(link[:-1] == link[1:])
    length = np.hypot(np.diff(shapes.x_m), np.diff(shapes.y_m))[here]
    whole = np.bincount(link[here], length, minlength=shapes.count)
    share = length / np.maximum(whole, 1e-9)[link[here]]
    of = link[here]
    seconds = np.concatenate([links.along_s[of] * share, links.back_s[of] * share])
    usable = np.isfinite(seconds)
    return Arrays(
        start=np.concatenate([node[here], node[here + 1]])[usable],
        end=np.concatenate([node[here + 1], node[here]])[usable],
        seconds=np.rint(seconds[usable] * 1000) / 1000,
        metres=np.tile(links.metres[of] * share, 2)[usable],
        x=np.concatenate([network.x_m, shapes.x_m[inner]]),
        y=np.concatenate([network.y_m, shapes.y_m[inner]]),
    )


def largest_part(of: Arrays) -> Arrays:
    """The largest strongly connected part, renumbered."""
    matrix = csr_array((np.ones(len(of.start)), (of.start, of.end)), shape=(len(of.x), len(of.x)))
    _, label = connected_components(matrix, connection="strong")
    kept = label == np.bincount(label).argmax()
    number = np.cumsum(kept) - 1
    inside = kept[of.start] & kept[of.end]
    return Arrays(
        start=number[of.start[inside]],
        end=number[of.end[inside]],
        seconds=of.seconds[inside],
        metres=of.metres[inside],
        x=of.x[kept],
        y=of.y[kept],
    )


def generated(nodes: int, per_street: int) -> Arrays:
    """A town of about so many nodes: a square of crossings 100 m apart, with points along each of its streets.

    Without points along the streets there is nothing to contract: the worst case. The nodes are in no order.
    """
    random = np.random.default_rng(SEED)
    side = max(2, round((nodes / (1 + 2 * per_street)) ** 0.5))
    crossing = np.arange(side * side).reshape(side, side)
    a = np.concatenate([crossing[:, :-1].ravel(), crossing[:-1].ravel()])
    b = np.concatenate([crossing[:, 1:].ravel(), crossing[1:].ravel()])
    inner = side * side + np.arange(len(a) * per_street).reshape(len(a), per_street)
    way = np.column_stack([a, inner, b])
    start, end = way[:, :-1].ravel(), way[:, 1:].ravel()
    kmh = np.repeat(random.choice([30, 50, 60, 80], len(a)), per_street + 1)
    metres = np.full(len(start), 100 / (per_street + 1))
    seconds = np.rint(metres / kmh * 3600) / 1000
    total = side * side + inner.size
    shuffled = random.permutation(total)
    share = np.arange(1, per_street + 1) / (per_street + 1)
    at = np.zeros((total, 2))
    at[: side * side] = np.column_stack([crossing.ravel() % side, crossing.ravel() // side]) * 100.0
    at[side * side :] = (at[a][:, None] + (at[b] - at[a])[:, None] * share[:, None]).reshape(-1, 2)
    x, y = np.empty(total), np.empty(total)
    x[shuffled], y[shuffled] = at.T
    return Arrays(
        start=shuffled[np.concatenate([start, end])],
        end=shuffled[np.concatenate([end, start])],
        seconds=np.tile(seconds, 2),
        metres=np.tile(metres, 2),
        x=x,
        y=y,
    )
