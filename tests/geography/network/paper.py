"""Networks small enough to draw on paper, and random ones, each with its answer from another program."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
import shapely
from hypothesis import strategies as st

from localisation.domain.travel import Mode
from localisation.geography.network.graph import Graph
from localisation.geography.network.links import Links, network_of
from localisation.geography.network.network import Network
from localisation.geography.network.on_roads import ON_ROADS
from localisation.geography.network.shapes import Shapes

INF = float("inf")


@dataclass(frozen=True, kw_only=True)
class Street:
    """A straight street between two nodes: seconds along and back (inf: closed); as long as it is drawn, or as told."""

    start: int
    end: int
    along_s: float
    back_s: float = INF
    metres: float | None = None
    via: tuple[tuple[float, float], ...] = ()


def two_way(start: int, end: int, seconds: float, metres: float | None = None) -> Street:
    return Street(start=start, end=end, along_s=seconds, back_s=seconds, metres=metres)


def one_way(start: int, end: int, seconds: float, metres: float | None = None) -> Street:
    return Street(start=start, end=end, along_s=seconds, metres=metres)


def network(places: Sequence[tuple[float, float]], streets: Iterable[Street], mode: Mode = Mode.CAR) -> Network:
    """The network of the streets, open to one mode only."""
    streets = list(streets)
    lines = np.array([shapely.LineString([places[s.start], *s.via, places[s.end]]) for s in streets], object)
    drawn = shapely.length(lines)
    metres = [d if s.metres is None else s.metres for s, d in zip(streets, drawn, strict=True)]
    none = np.zeros(len(streets), bool)
    closed = np.full(len(streets), INF, np.float32)
    along = np.array([s.along_s for s in streets], np.float32)
    back = np.array([s.back_s for s in streets], np.float32)
    links = Links(
        x_m=np.array([x for x, _ in places], float),
        y_m=np.array([y for _, y in places], float),
        start=np.array([s.start for s in streets], np.int32),
        end=np.array([s.end for s in streets], np.int32),
        metres=np.array(metres, np.float32),
        along_s={m: along if m == mode else closed for m in ON_ROADS},
        back_s={m: back if m == mode else closed for m in ON_ROADS},
        ferry=none,
        tunnel=none,
        bridge=none,
        shapes=Shapes.of(lines),
    )
    return network_of(links, 32632)


Edge = tuple[int, int, int]


@st.composite
def random_edges(draw: st.DrawFn, most_nodes: int = 14) -> tuple[int, list[Edge]]:
    """A number of nodes, and directed edges with whole costs: parallel ones, loops, free ones and chains among them."""
    count = draw(st.integers(1, most_nodes))
    node = st.integers(0, count - 1)
    edges: list[Edge] = draw(st.lists(st.tuples(node, node, st.integers(0, 9)), max_size=2 * count))
    if draw(st.booleans()):
        # A long stretch without a choice, with a one-way street here and there.
        for a in range(count - 1):
            cost, back = draw(st.integers(0, 9)), draw(st.none() | st.integers(0, 9))
            edges.append((a, a + 1, cost))
            if back is not None:
                edges.append((a + 1, a, back))
    return count, edges


def graph(count: int, edges: Sequence[Edge]) -> Graph:
    start, end, cost = (np.array([e[i] for e in edges], int) for i in range(3))
    return Graph.of(count, start, end, cost.astype(float))


def by_networkx(count: int, edges: Iterable[tuple[int, int, float]]) -> np.ndarray:
    """The least cost from every node to every node, by networkx; inf where there is no way."""
    other: nx.MultiDiGraph[int] = nx.MultiDiGraph()
    other.add_nodes_from(range(count))
    other.add_weighted_edges_from(edges)
    table = np.full((count, count), INF)
    for start, row in nx.all_pairs_dijkstra_path_length(other):
        for end, cost in row.items():
            table[start, end] = cost
    return table
