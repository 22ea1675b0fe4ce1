"""What can be left out of a search for something better than the best known."""

from dataclasses import replace

import numpy as np
from ortools.math_opt.python import mathopt

from localisation.solving.engines.matrix import Floats, matrix_of
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

    def __init__(self, model: Model) -> None:
        self._model = model
        self.bound: float | None = None
        self._reduced: Floats = np.zeros(len(model.variables))
        self._solve()

    def _solve(self) -> None:
        matrix = matrix_of(self._model)
        lp = mathopt.Model()
        variables = [lp.add_variable(lb=a, ub=b) for a, b in zip(matrix.low, matrix.high, strict=True)]
        for row in range(len(matrix.row_low)):
            ends = slice(matrix.start[row], matrix.start[row + 1])
            terms = zip(matrix.index[ends], matrix.factor[ends], strict=True)
            expression = mathopt.LinearSum(f * variables[v] for v, f in terms)
            lp.add_linear_constraint(lb=matrix.row_low[row], ub=matrix.row_high[row], expr=expression)
        lp.minimize(mathopt.LinearSum(c * x for c, x in zip(matrix.cost, variables, strict=True)) + matrix.offset)
        found = mathopt.solve(lp, mathopt.SolverType.GLOP)
        if found.termination.reason is mathopt.TerminationReason.OPTIMAL and found.has_dual_feasible_solution():
            self.bound = found.objective_value()
            self._reduced = np.array(found.reduced_costs(variables))

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
