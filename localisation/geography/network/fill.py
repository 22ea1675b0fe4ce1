"""From the costs at the core to the costs at every node."""

import numpy as np
from numpy.typing import NDArray

from localisation.geography.network.contract import Contracted
from localisation.geography.network.seeds import Lifted


def fill(costs: NDArray[np.float64], contracted: Contracted, lifted: Lifted) -> None:
    """Fill in the columns behind the core, in place. `costs` has a row an origin and a column a node, in order.

    A node inside a chain is reached from one of its ends, or, when the origin is on the same chain, along the chain.
    """
    costs[:, contracted.core.count : contracted.core.count + contracted.lone] = np.inf
    costs[lifted.lone.origin, lifted.lone.node] = lifted.lone.cost
    for level, seeds in zip(contracted.levels, lifted.on_level, strict=True):
        block = np.take(costs[:, : level.begin], level.head, axis=1)
        block += level.from_head
        other = np.take(costs[:, : level.begin], level.tail, axis=1)
        other += level.from_tail
        np.minimum(block, other, out=costs[:, level.begin : level.end])
        for origin, node, cost in zip(seeds.origin, seeds.node, seeds.cost, strict=True):
            chain = level.chain[node - level.begin]
            begin, end = level.first[chain : chain + 2]
            row = costs[origin, level.begin + begin : level.begin + end]
            at = int(node - level.begin - begin)
            along_chain(row, at, float(cost), level.step_on[begin:end], level.step_back[begin:end])


def along_chain(
    row: NDArray[np.float64], at: int, cost: float, step_on: NDArray[np.float64], step_back: NDArray[np.float64]
) -> None:
    """Lower, in place, the costs of the nodes of one chain to those of going there from number `at` of them."""
    row[at] = min(row[at], cost)
    ahead = row[at + 1 :]
    np.minimum(ahead, cost + np.cumsum(step_on[at + 1 :]), out=ahead)
    behind = row[:at][::-1]
    np.minimum(behind, cost + np.cumsum(step_back[1 : at + 1][::-1]), out=behind)
