"""What a Lagrangian leaves of a location problem, as a mixed-integer program for HiGHS."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from localisation.array_types import Floats, Whole
from localisation.solving.engines.location.node import Node

SLACK, SLACK_SHARE = 1e-3, 1e-8
"""HiGHS reckons in floating point: its bound, in whole units of the core, may be too high by this and this share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Survivors:
    """Columns 0/1, and for each set of nearest columns that matters a helper that is 1 when none of them is open."""

    base: float
    helpers: Floats
    """What each helper costs."""
    matrix: sparse.csr_matrix
    least: Floats

    @classmethod
    def of(cls, node: Node, most_helpers: int) -> "Survivors | None":
        """The helpers a node needs; None when they are more than allowed."""
        columns = len(node.columns)
        order = np.argsort(node.costs, axis=0, kind="stable")
        ranked = np.minimum(np.take_along_axis(node.costs, order, axis=0), node.otherwise)
        steps = np.diff(ranked, axis=0, append=node.otherwise[None, :])
        if len(node.fewest) == 1:  # Of so many open columns one is among the nearest.
            steps[columns - int(node.fewest[0]) :] = 0
        marks: NDArray[np.uint64] = np.random.default_rng(0).integers(1, 2**62, (columns,), dtype=np.uint64)
        sets = np.cumsum(marks[order], axis=0)
        row, place = np.nonzero(steps.T)
        found, first, helper = np.unique(sets[place, row], return_index=True, return_inverse=True)
        if len(found) > most_helpers:
            return None
        matrix, least = _chain(order, row, place, first, helper, columns, len(found))
        worth = np.bincount(helper, steps[place, row], minlength=len(found)).astype(np.float64)
        base = float(ranked[0].sum()) if columns else float(node.otherwise.sum())
        return cls(base=base + node.paid, helpers=worth, matrix=matrix, least=least)

    def solve(self, node: Node, seconds: float) -> tuple[float, Whole | None]:
        """A safe bound on the whole node (infinite: nothing is left in it), and the best columns found.

        It cannot be stopped before its time: for what takes longer there is `solve_survivors_apart`.
        """
        # A quarter of a second that only a location problem should pay.
        from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415

        columns, helpers = len(node.columns), len(self.helpers)
        cost = np.concatenate([node.linear, self.helpers])
        parts = [LinearConstraint(self.matrix, self.least, np.inf)] if helpers else []
        groups = sparse.csr_matrix(
            (np.ones(columns), (node.group, np.arange(columns))), shape=(len(node.fewest), columns + helpers)
        )
        parts.append(LinearConstraint(groups, node.fewest, node.most))
        if len(node.needed):
            covers = sparse.hstack([sparse.csr_matrix(node.covers), sparse.csr_matrix((len(node.needed), helpers))])
            parts.append(LinearConstraint(covers.tocsr(), node.needed, np.inf))
        whole = np.concatenate([np.ones(columns), np.zeros(helpers)])
        options = {"time_limit": max(0.1, seconds), "mip_rel_gap": 0.0}
        found = milp(cost, integrality=whole, bounds=Bounds(0, 1), constraints=parts, options=options)
        if found.status == 2:
            return np.inf, None
        dual = found.mip_dual_bound
        bound = -np.inf if dual is None or not np.isfinite(dual) else self.base + dual
        bound = lowered(bound)
        chosen = None if found.x is None else node.columns[found.x[:columns] > 0.5]
        return bound, chosen


def lowered(bound: float) -> float:
    """A bound of HiGHS without what floating point may have added."""
    return bound - SLACK - SLACK_SHARE * abs(bound) if np.isfinite(bound) else bound


def _chain(
    order: Whole, row: Whole, place: Whole, first: Whole, helper: Whole, columns: int, count: int
) -> tuple[sparse.csr_matrix, Floats]:
    """For each helper z >= the helper before it in its row - the columns between, the first of a row >= 1 - them."""
    same_row = np.concatenate(([False], row[1:] == row[:-1]))
    start = np.where(same_row, np.concatenate(([0], place[:-1])) + 1, 0)
    before = np.where(same_row, np.concatenate(([-1], helper[:-1])), -1)
    at, data, index = [], [], []
    for h, f in enumerate(first.tolist()):
        between = order[start[f] : place[f] + 1, row[f]]
        index += [columns + h, *between.tolist()]
        data += [1.0] * (len(between) + 1)
        at += [h] * (len(between) + 1)
        if before[f] >= 0:
            index.append(columns + int(before[f]))
            data.append(-1.0)
            at.append(h)
    matrix = sparse.csr_matrix((data, (at, index)), shape=(count, columns + count))
    return matrix, np.where(before[first] >= 0, 0.0, 1.0)
