"""What can be left out of a search for something better than the best known."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
from ortools.math_opt.python import mathopt
from scipy.sparse import csr_array

from localisation.solving.engines.matrix import Floats, Matrix, matrix_of
from localisation.solving.engines.model import Model, tighten
from localisation.solving.engines.outcome import PROOF_TOLERANCE
from localisation.solving.goal import GOAL_UNITS

MARGIN = PROOF_TOLERANCE / GOAL_UNITS
"""Points by which a bound must pass the best before it rules anything out: floating point may err."""


class Fixing:
    """Reduced-cost fixing (Nemhauser & Wolsey 1988, II.5.2) on the linear relaxation of a model, solved once.

    A variable at its lower bound whose reduced cost alone would lift the relaxation above the best known stays there
    in everything better; likewise at its upper bound.
    """

    def __init__(self, model: Model, seconds: float) -> None:
        self._model = model
        self.bound: float | None = None
        self._reduced: Floats = np.zeros(len(model.variables))
        self._solve(seconds)

    def _solve(self, seconds: float) -> None:
        matrix = matrix_of(self._model)
        lp = mathopt.Model()
        variables = [lp.add_variable(lb=a, ub=b) for a, b in zip(matrix.low, matrix.high, strict=True)]
        rows = []
        for row in range(len(matrix.row_low)):
            ends = slice(matrix.start[row], matrix.start[row + 1])
            terms = zip(matrix.index[ends], matrix.factor[ends], strict=True)
            expression = mathopt.LinearSum(f * variables[v] for v, f in terms)
            rows.append(lp.add_linear_constraint(lb=matrix.row_low[row], ub=matrix.row_high[row], expr=expression))
        lp.minimize(mathopt.LinearSum(c * x for c, x in zip(matrix.cost, variables, strict=True)) + matrix.offset)
        limit = mathopt.SolveParameters(time_limit=timedelta(seconds=seconds))
        found = mathopt.solve(lp, mathopt.SolverType.GLOP, params=limit)
        if found.has_dual_feasible_solution():
            self.bound, self._reduced = _lagrangian(matrix, np.array(found.dual_values(rows)))

    def narrowed(self, best: int) -> Model:
        """The model without what cannot be in any solution of at most `best` goal units; the model itself is kept."""
        narrowed = replace(self._model, variables=[replace(v) for v in self._model.variables])
        if self.bound is None:
            return narrowed
        room = best / GOAL_UNITS - self.bound + MARGIN
        for index in np.flatnonzero(np.abs(self._reduced) > max(room, MARGIN)):
            variable = narrowed.variables[index]
            if self._reduced[index] > 0:
                variable.high = variable.low
            else:
                variable.low = variable.high
        tighten(narrowed)
        return narrowed


def _lagrangian(matrix: Matrix, prices: Floats) -> tuple[float, Floats]:
    """The bound that row prices give, and the reduced costs: safe whatever the prices are (Geoffrion 1974)."""
    prices = np.where(((prices > 0) & np.isinf(matrix.row_low)) | ((prices < 0) & np.isinf(matrix.row_high)), 0, prices)
    shape = (len(matrix.row_low), len(matrix.cost))
    reduced = matrix.cost - csr_array((matrix.factor, matrix.index, matrix.start), shape=shape).T @ prices
    paid = prices * np.where(prices > 0, matrix.row_low, np.where(prices < 0, matrix.row_high, 0))
    left = reduced * np.where(reduced > 0, matrix.low, matrix.high)
    return float(paid.sum() + left.sum() + matrix.offset), reduced
