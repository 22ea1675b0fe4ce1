"""A model in variables and rows alone, for engines that know nothing else."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from localisation.rules.linear import Linear
from localisation.solving.engines.model import Model, Row
from localisation.solving.engines.nearest import Costs, Nearest


def expanded(model: Model) -> Model:
    """The model with each `Nearest` block written out; the model itself when it has none.

    The variables there were keep their numbers, so that a solution's first values are one of the model. With the
    columns of a row sorted by cost, the helper z_k is 1 when none of the k nearest is open: z_k >= z_(k-1) - what
    opens column k, which is as strong as z_k >= 1 - the sum of them (the COBRA form of Church 2003) with three terms
    instead of k. Rows that share their k nearest share the helper. Columns that bounds rule out are left out.
    """
    if not model.blocks:
        return model
    plain = replace(model, variables=list(model.variables), rows=list(model.rows), blocks=[], hint=dict(model.hint))
    for block in model.blocks:
        _write_out(plain, block)
    return plain


def without_goal(model: Model) -> Model:
    """The model without its objective, and without the blocks that no row asks about, written out."""
    demanded = {v for row in model.rows for v in row.expression.terms}
    blocks = [block for block in model.blocks if block.total in demanded]
    return expanded(replace(model, objective=Linear(), blocks=blocks))


def _write_out(model: Model, block: Nearest) -> None:
    choices, costs, otherwise = _still_open(model, block)
    size, count = costs.shape
    constant = int(np.minimum(costs.min(axis=1), otherwise).sum()) if count else int(otherwise.sum())
    amount: dict[int, int] = {}
    helpers: dict[int, int] = {}
    if count:
        order = np.argsort(costs, axis=1, kind="stable")
        marks: NDArray[np.uint64] = np.random.default_rng(0).integers(1, 2**62, (count,), dtype=np.uint64)
        sets = np.cumsum(marks[order], axis=1)
        sorted_costs = np.minimum(np.take_along_axis(costs, order, axis=1), otherwise[:, None])
        steps = np.diff(sorted_costs, axis=1, append=otherwise[:, None])
        nearest = _nearest(model, choices, order)
        for i in range(size):
            _row(model, choices, order[i], sets[i], steps[i], amount, helpers)
            if nearest is not None:
                places = np.flatnonzero(steps[i])
                model.hint |= {helpers[int(sets[i][k])]: int(k < nearest[i]) for k in places}
    least = Linear({block.total: 1} | {z: -step for z, step in amount.items()})
    model.rows.append(Row(least, constant, None))


def _nearest(model: Model, choices: list[tuple[int, ...]], order: NDArray[np.intp]) -> NDArray[np.intp] | None:
    """The place in each row's order of the first column that the hint opens; None when it leaves a choice open."""
    if any(v not in model.hint for choice in choices for v in choice):
        return None
    opened = np.array([any(model.hint[v] for v in choice) for choice in choices], dtype=np.bool_)[order]
    first: NDArray[np.intp] = opened.argmax(axis=1)
    first[~opened.any(axis=1)] = order.shape[1]
    return first


def _still_open(model: Model, block: Nearest) -> tuple[list[tuple[int, ...]], Costs, Costs]:
    """The choices that bounds leave, their columns, and what a row costs at most beside what is open for certain."""
    variables = model.variables
    sure = [k for k, choice in enumerate(block.choices) if any(variables[v].low for v in choice)]
    otherwise = block.otherwise
    if sure:
        otherwise = np.minimum(otherwise, block.costs[:, sure].min(axis=1))
    left = [tuple(v for v in choice if variables[v].high) for choice in block.choices]
    kept = [k for k, choice in enumerate(left) if choice and k not in set(sure)]
    return [left[k] for k in kept], block.costs[:, kept], otherwise


def _row(
    model: Model,
    choices: list[tuple[int, ...]],
    order: NDArray[np.intp],
    sets: NDArray[np.uint64],
    steps: Costs,
    amount: dict[int, int],
    helpers: dict[int, int],
) -> None:
    """What one row of the block costs beyond its least, in helpers; `helpers` are known by their set of columns."""
    before: int | None = None
    done = 0
    for k in np.flatnonzero(steps):
        key = int(sets[k])
        if key not in helpers:
            helpers[key] = model.new(f"none of {k + 1}", 0, 1)
            terms = {helpers[key]: 1}
            for column in order[done : k + 1]:
                for v in choices[column]:
                    terms[v] = 1
            if before is not None:
                terms[before] = -1
            model.rows.append(Row(Linear(terms), 1 if before is None else 0, None))
        amount[helpers[key]] = amount.get(helpers[key], 0) + int(steps[k])
        before, done = helpers[key], int(k) + 1
