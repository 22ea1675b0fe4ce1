"""Deciding one column after the other where the bound does not close by itself."""

from dataclasses import dataclass

import numpy as np

from localisation.solving.engines.location.ascent import Halted, Pace, ascend
from localisation.solving.engines.location.incumbent import Incumbent
from localisation.solving.engines.location.node import Node

PACE = Pace(rounds=60, step=0.3, patience=6, smallest=0.02)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """What a tree search leaves: the least bound of what it has not settled, and whether that is nothing."""

    bound: float
    settled: bool


def search_tree(node: Node, bound: float, incumbent: Incumbent, nodes: int, halted: Halted) -> Tree:
    """Branch on columns that are often chosen, each child with its own ascent, until all is settled or enough.

    Measured: with few columns to open the children's bounds rise so fast that a hundred nodes settle what takes a MIP
    solver minutes; with many they do not.
    """
    left = [(bound, node)]
    kept = np.inf
    for _ in range(nodes):
        if not left or halted():
            break
        bound, node = left.pop()
        if np.ceil(bound) >= incumbent.limit:
            continue
        if not len(node.columns):
            kept = min(kept, bound)
            continue
        column = int(np.argmax(np.where(node.often < 0.999, node.often, node.often - 1)))
        others = np.arange(len(node.columns)) != column
        children = []
        for child in (node.open(column), node.keep(others)):
            found, rest = ascend(child, incumbent, PACE, halted)
            if found < np.inf:
                children.append((max(bound, found), rest))
        left += sorted(children, key=lambda child: -child[0])
    least = min([kept, *(b for b, _ in left)])
    return Tree(bound=least, settled=not np.ceil(least) < incumbent.limit)
