"""Who is next to whom in a directed graph, whichever way the edge goes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from localisation.geography.network.graph import Graph


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """The distinct neighbours of each node: those of node i stand at `first[i]` up to `first[i + 1]`.

    `out` and `back` are the costs of going to the neighbour and of coming from it; inf where there is no such edge.
    """

    first: NDArray[np.int64]
    other: NDArray[np.int64]
    out: NDArray[np.float64]
    back: NDArray[np.float64]


def neighbours(graph: Graph) -> Neighbours:
    """The neighbours of every node of a graph.

    The sum of a matrix of edge numbers and its transpose holds both edges of a pair in one whole number; adding sparse
    matrices is far quicker than sorting the pairs.
    """
    base = graph.edges + 1
    number = np.arange(1, base, dtype=np.int64)
    shape = (graph.count, graph.count)
    forth = csr_array((number, graph.end, graph.first_edges()), shape=shape)
    back = csr_array((number * base, graph.end, graph.first_edges()), shape=shape).T.tocsr()
    both = forth + back
    costs = np.concatenate([[np.inf], graph.cost])
    return Neighbours(
        first=both.indptr.astype(np.int64),
        other=both.indices.astype(np.int64),
        out=costs[both.data % base],
        back=costs[both.data // base],
    )
