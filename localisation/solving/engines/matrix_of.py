"""A neutral model's arrays."""

import numpy as np

from localisation.array_types import Floats
from localisation.rules.goal import GOAL_UNITS
from localisation.solving.engines.matrix import Matrix
from localisation.solving.engines.model import Model, plain_rows

LEAST_COST, MOST_COST = 1e-3, 1e7
"""Between these the costs of a matrix lie, if they can."""


def matrix_of(model: Model) -> Matrix:
    """The arrays of a model."""
    assert not model.blocks, "a matrix has variables and rows alone: write blocks out first (`expanded`)"
    index: list[int] = []
    factor: list[int] = []
    start, lows, highs = [0], [], []

    for row in plain_rows(model):
        expression = row.expression
        index.extend(expression.terms)
        factor.extend(expression.terms.values())
        start.append(len(index))
        lows.append(-np.inf if row.low is None else row.low - expression.constant)
        highs.append(np.inf if row.high is None else row.high - expression.constant)
    cost = np.zeros(len(model.variables))
    for v, f in model.objective.terms.items():
        cost[v] = f / GOAL_UNITS
    scale = _scale(cost)
    return Matrix(
        cost=cost * scale,
        offset=model.objective.constant / GOAL_UNITS * scale,
        scale=scale,
        low=np.array([v.low for v in model.variables], dtype=np.float64),
        high=np.array([v.high for v in model.variables], dtype=np.float64),
        row_low=np.array(lows, dtype=np.float64),
        row_high=np.array(highs, dtype=np.float64),
        start=np.array(start, dtype=np.int32),
        index=np.array(index, dtype=np.int32),
        factor=np.array(factor, dtype=np.float64),
    )


def _scale(cost: Floats) -> float:
    """The power of two that lifts the least cost well above what an engine in floating point takes for nothing.

    Such an engine holds 1e-7 for 0: what costs less in all seems free to it, be there ever so many of them.
    """
    priced = np.abs(cost[cost != 0])
    if not len(priced):
        return 1.0
    wanted = min(LEAST_COST / priced.min(), MOST_COST / priced.max())
    return float(2.0 ** np.ceil(np.log2(max(1.0, wanted))))
