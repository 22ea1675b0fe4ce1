"""Better columns by exchanging one for another, as long as that helps."""

import numpy as np

from localisation.array_types import Floats, Whole

WORTH = 1e-9


def interchange(costs: Floats, otherwise: Floats, linear: Floats, group: Whole, chosen: Whole) -> Whole:
    """The columns after the best exchanges within groups; `costs` is columns x rows.

    All exchanges are valued at once: what closing r and opening c gains is what c gains alone, less what r loses
    alone, plus what c saves of that loss (Teitz & Bart 1968; Resende & Werneck 2007). Several are made at once where
    that is better than the best one.
    """
    chosen = chosen.copy()
    while len(chosen):
        nearest, which, second = _two_nearest(costs[chosen], otherwise)
        order = np.argsort(which, kind="stable")
        served = which[order]
        firsts = np.flatnonzero(np.concatenate(([True], served[1:] != served[:-1])))
        at = costs[:, order]
        with_both = np.minimum(at, nearest[order])
        gain = nearest.sum() - with_both.sum(axis=1)
        lost = np.minimum(at, second[order]) - with_both
        net = np.zeros((len(costs), len(chosen)))
        net[:, served[firsts]] = np.add.reduceat(lost, firsts, axis=1)
        net += (linear - gain)[:, None] - linear[chosen][None, :]
        net[chosen] = np.inf
        net[group[:, None] != group[chosen][None, :]] = np.inf
        new, old = divmod(int(net.argmin()), len(chosen))
        if net[new, old] > -WORTH:
            break
        now = nearest.sum() + linear[chosen].sum()
        several = _several(net, chosen)
        if _value(costs, otherwise, linear, several) < now + net[new, old]:
            chosen = several
        else:
            chosen[old] = new
    return chosen


def _several(net: Floats, chosen: Whole) -> Whole:
    """The best exchange of each of the best quarter of the columns that can be bettered, all at once."""
    best = net.argmin(axis=0)
    worth = net[best, np.arange(len(chosen))]
    order = np.argsort(worth, kind="stable")[: 1 + int((worth < -WORTH).sum()) // 4]
    found = chosen.copy()
    _, first = np.unique(best[order], return_index=True)
    found[order[first]] = best[order[first]]
    return found


def _value(costs: Floats, otherwise: Floats, linear: Floats, chosen: Whole) -> float:
    return float(np.minimum(costs[chosen].min(axis=0), otherwise).sum() + linear[chosen].sum())


def _two_nearest(costs: Floats, otherwise: Floats) -> tuple[Floats, Whole, Floats]:
    """Of each row the least cost, which column has it, and the cost without that column; none above `otherwise`."""
    rows = np.arange(costs.shape[1])
    if len(costs) == 1:
        return np.minimum(costs[0], otherwise), np.zeros(len(rows), dtype=np.int64), otherwise
    places = np.argpartition(costs, 1, axis=0)[:2]
    first, second = costs[places[0], rows], costs[places[1], rows]
    which = np.where(first <= second, places[0], places[1])
    return np.minimum(np.minimum(first, second), otherwise), which, np.minimum(np.maximum(first, second), otherwise)
