"""What the prices and the cuts of a relaxation rule out."""

from dataclasses import replace

import numpy as np

from localisation.rules.goal import GOAL_UNITS
from localisation.rules.linear import Linear
from localisation.solving.engines.model import Model, Row, tighten
from localisation.solving.engines.outcome import PROOF_TOLERANCE
from localisation.solving.engines.relaxation import Relaxation

MARGIN = PROOF_TOLERANCE / GOAL_UNITS
"""Points by which a bound must pass the best before it rules anything out: floating point may err."""


def narrowed(model: Model, relaxed: Relaxation, best: int) -> Model:
    """The model without what cannot be in any solution of at most `best` goal units; the model itself is kept.

    Reduced-cost fixing (Nemhauser & Wolsey 1988, II.5.2): a variable at its lower bound whose reduced cost alone
    would lift the bound above the best known stays there in everything better; likewise at its upper bound.
    """
    rest = replace(model, variables=[replace(v) for v in model.variables])
    room = best / GOAL_UNITS - relaxed.bound + MARGIN
    for index in np.flatnonzero(np.abs(relaxed.reduced) > max(room, MARGIN)):
        variable = rest.variables[index]
        if relaxed.reduced[index] > 0:
            variable.high = variable.low
        else:
            variable.low = variable.high
    tighten(rest)
    return rest


def with_cuts(model: Model, relaxed: Relaxation) -> Model:
    """The model with the relaxation's cover cuts as rows."""
    cuts = (
        Row(Linear(dict(zip(variables.tolist(), np.rint(factors).astype(int).tolist(), strict=True))), round(low), None)
        for low, variables, factors in relaxed.cuts
    )
    return replace(model, rows=[*model.rows, *cuts])
