"""From the costs at the core to the costs at every node."""

import numpy as np
from numpy.typing import NDArray

from localisation.geography.network.contract import Contracted, Level
from localisation.geography.network.seeds import Seeds


def fill(costs: NDArray[np.float64], contracted: Contracted, on_level: tuple[Seeds, ...]) -> None:
    """Fill in the columns behind the core, in place. `costs` has a row an origin and a column a node, in order.

    A node inside a chain is reached from one of its ends, or, when the origin is on the same chain, along the chain.
    """
    for level, seeds in zip(contracted.levels, on_level, strict=True):
        block = costs[:, level.begin : level.end]
        np.take(costs, level.head, axis=1, out=block)
        block += level.from_head
        other = np.take(costs, level.tail, axis=1)
        other += level.from_tail
        np.minimum(block, other, out=block)
        for origin, node, cost in zip(seeds.origin, seeds.node, seeds.cost, strict=True):
            along_chain(block[origin], int(node) - level.begin, float(cost), level)


def along_chain(row: NDArray[np.float64], at: int, cost: float, level: Level) -> None:
    """Lower, in place, the costs of the nodes on one chain to those of going there from the node `at` on it."""
    chain = level.chain[at]
    begin, end = level.first[chain], level.first[chain + 1]
    row[at] = min(row[at], cost)
    ahead = row[at + 1 : end]
    np.minimum(ahead, cost + np.cumsum(level.step_on[at + 1 : end]), out=ahead)
    behind = row[begin:at][::-1]
    np.minimum(behind, cost + np.cumsum(level.step_back[begin + 1 : at + 1][::-1]), out=behind)
