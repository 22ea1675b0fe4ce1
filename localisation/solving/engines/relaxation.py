"""The linear relaxation of a model, solved, and what its prices rule out."""

from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_array

from localisation.solving.engines.matrix import Floats, Matrix
from localisation.solving.engines.model import Model, tighten
from localisation.solving.engines.outcome import PROOF_TOLERANCE
from localisation.solving.goal import GOAL_UNITS

MARGIN = PROOF_TOLERANCE / GOAL_UNITS
"""Points by which a bound must pass the best before it rules anything out: floating point may err."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relaxation:
    """What the variables are when they need not be whole, and the bound and reduced costs that the row prices give.

    `bound` and `reduced` (in points) are safe whatever the prices are (Geoffrion 1974): a poor solution of the
    relaxation makes them weak, never wrong.
    """

    values: Floats
    bound: float
    reduced: Floats

    def narrowed(self, model: Model, best: int) -> Model:
        """The model without what cannot be in any solution of at most `best` goal units; the model itself is kept.

        Reduced-cost fixing (Nemhauser & Wolsey 1988, II.5.2): a variable at its lower bound whose reduced cost alone
        would lift the bound above the best known stays there in everything better; likewise at its upper bound.
        """
        narrowed = replace(model, variables=[replace(v) for v in model.variables])
        room = best / GOAL_UNITS - self.bound + MARGIN
        for index in np.flatnonzero(np.abs(self.reduced) > max(room, MARGIN)):
            variable = narrowed.variables[index]
            if self.reduced[index] > 0:
                variable.high = variable.low
            else:
                variable.low = variable.high
        tighten(narrowed)
        return narrowed


def relaxation(matrix: Matrix, values: Floats, prices: Floats) -> Relaxation:
    """What an engine's values, and prices by row, come to."""
    wrong = ((prices > 0) & np.isinf(matrix.row_low)) | ((prices < 0) & np.isinf(matrix.row_high))
    prices = np.where(wrong, 0, prices)
    shape = (len(matrix.row_low), len(matrix.cost))
    reduced = matrix.cost - csr_array((matrix.factor, matrix.index, matrix.start), shape=shape).T @ prices
    paid = np.where(prices > 0, matrix.row_low, np.where(prices < 0, matrix.row_high, 0))
    left = reduced * np.where(reduced > 0, matrix.low, matrix.high)
    bound = float((prices * paid).sum() + left.sum() + matrix.offset)
    return Relaxation(values=values, bound=bound / matrix.scale, reduced=reduced / matrix.scale)
