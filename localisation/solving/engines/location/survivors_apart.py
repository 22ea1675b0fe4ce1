"""What a Lagrangian leaves, given to HiGHS in a process of its own, where it hears when to stop."""

import numpy as np

from localisation.array_types import Whole
from localisation.domain.vocabulary import Status
from localisation.rules.goal import GOAL_UNITS
from localisation.rules.linear import Linear
from localisation.solving.engines.apart import solve_mip_apart
from localisation.solving.engines.location.as_stop import AsStop
from localisation.solving.engines.location.ascent import Halted
from localisation.solving.engines.location.node import Node
from localisation.solving.engines.location.survivors import Survivors, lowered
from localisation.solving.engines.model import Model, Row


def solve_survivors_apart(
    survivors: Survivors, node: Node, seconds: float, seed: int, halted: Halted
) -> tuple[float, Whole | None]:
    """As `Survivors.solve`; when halted, what it has told so far."""
    outcome = solve_mip_apart(_stated(survivors, node), seconds=seconds, seed=seed, stop=AsStop(halted))
    if outcome.status is Status.INFEASIBLE:
        return np.inf, None
    bound = -np.inf if outcome.bound is None else lowered(survivors.base + outcome.bound / GOAL_UNITS)
    if outcome.values is None:
        return bound, None
    return bound, node.columns[np.array(outcome.values[: len(node.columns)]) > 0]


def _stated(survivors: Survivors, node: Node) -> Model:
    """The program in variables and rows; a unit of the core is a point, far above what rounding may do."""
    model, columns = Model(), len(node.columns)
    for _ in range(columns + len(survivors.helpers)):
        model.new("", 0, 1)
    matrix = survivors.matrix
    for row, least in enumerate(survivors.least.tolist()):
        ends = slice(matrix.indptr[row], matrix.indptr[row + 1])
        factors = matrix.data[ends].astype(np.int64).tolist()
        model.rows.append(Row(Linear(dict(zip(matrix.indices[ends].tolist(), factors, strict=True))), int(least), None))
    for g, (fewest, most) in enumerate(zip(node.fewest.tolist(), node.most.tolist(), strict=True)):
        members = np.flatnonzero(node.group == g).tolist()
        model.rows.append(Row(Linear(dict.fromkeys(members, 1)), fewest, most))
    for members, needed in zip(node.covers, node.needed.tolist(), strict=True):
        model.rows.append(Row(Linear(dict.fromkeys(np.flatnonzero(members).tolist(), 1)), int(needed), None))
    prices = np.concatenate([node.linear, survivors.helpers]).astype(np.int64).tolist()
    model.objective = Linear({v: price * GOAL_UNITS for v, price in enumerate(prices) if price})
    return model
