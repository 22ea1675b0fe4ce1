"""The Lagrangian subproblem: the best columns by their prices alone, and what any other choice would cost."""

import numpy as np

from localisation.array_types import Flags, Floats
from localisation.solving.engines.location.node import Node


def choose(node: Node, prices: Floats) -> tuple[Flags, Floats]:
    """The columns with the least sum of prices that groups allow, and for each column what changing it costs.

    The change is to leave out a chosen column or to take one that is not, with the best answer of its group:
    0 or more, infinite where it cannot be. Each group by sorting.
    """
    chosen = np.zeros(len(prices), dtype=bool)
    change = np.zeros(len(prices))
    for g in range(len(node.fewest)):
        members = np.flatnonzero(node.group == g) if len(node.fewest) > 1 else np.arange(len(prices))
        own = prices[members]
        order = np.argsort(own, kind="stable")
        fewest, most = int(node.fewest[g]), min(int(node.most[g]), len(members))
        count = min(max(int((own < 0).sum()), fewest), most)
        taken, left = order[:count], order[count:]
        best_left = own[left[0]] if len(left) else np.inf
        worst = own[taken[-1]] if count else -np.inf
        chosen[members[taken]] = True
        change[members[taken]] = (min(0.0, best_left) if count > fewest else best_left) - own[taken]
        change[members[left]] = own[left] - (worst if count == most else max(0.0, worst))
    return chosen, change
