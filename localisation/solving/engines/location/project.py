"""Taking the location part out of a neutral model."""

from math import gcd

import numpy as np

from localisation.array_types import Flags, Floats, Whole
from localisation.solving.engines.arrays import Arrays
from localisation.solving.engines.location.core import Core
from localisation.solving.engines.location.counts import Counts, counts_of
from localisation.solving.engines.location.links import Links
from localisation.solving.engines.model import Model
from localisation.solving.engines.nearest import Nearest

EXACT = 2**52
"""Costs, counted for each column that may be open, must add up to less: then floating point holds every sum exactly."""


def project(model: Model, arrays: Arrays) -> Core | None:
    """The location part, None where there is none or it is beyond exact reckoning.

    The objective's other variables count as the least they can be, through a row that ties them to one opening where
    there is one (a fixed cost of a site in use); rows about others are projected the same way, or left out.
    `arrays` has bounds narrowed already.
    """
    openings = np.array(
        sorted({v for block in model.blocks for c in block.choices for v in c if arrays.low[v] < arrays.high[v]}),
        dtype=np.int64,
    )
    if not model.blocks:
        return None
    column = np.full(len(model.variables), -1)
    column[openings] = np.arange(len(openings))
    links = Links(arrays, column)
    totals = {block.total: block for block in model.blocks}
    linear, constant = [0] * len(openings), model.objective.constant
    paid: list[tuple[int, Nearest]] = []
    for v, factor in model.objective.terms.items():
        if v in totals and factor > 0:
            paid.append((factor, totals[v]))
        elif column[v] >= 0:
            linear[column[v]] += factor
        elif factor > 0 and arrays.low[v] == 0 and links.below[v] >= 0:
            linear[links.below[v]] += factor * int(links.at_least[v])
        else:
            constant += factor * int(arrays.low[v] if factor > 0 else arrays.high[v])
    grid = _grid(linear, paid)
    parts = [_matrix(block, column, arrays) for _, block in paid]
    scaled = [(c * (f // grid), o * (f // grid)) for (f, _), (c, o) in zip(paid, parts, strict=True)]
    costs = np.hstack([np.zeros((len(openings), 0)), *[c for c, _ in scaled]])
    otherwise = np.concatenate([np.zeros(0), *[o for _, o in scaled]])
    counts = counts_of(arrays, links, column, len(openings))
    counts = _reached(model, arrays, column, counts)
    weight = sum(map(abs, linear)) + sum(f * block.most for f, block in paid)
    if (weight // grid + 1) * max(1, int(counts.most.sum())) >= EXACT:
        return None
    return Core(
        openings=openings,
        costs=costs,
        otherwise=otherwise,
        linear=np.array([cost // grid for cost in linear], dtype=np.float64),
        group=counts.group,
        fewest=counts.fewest,
        most=counts.most,
        covers=counts.covers,
        needed=counts.needed,
        constant=constant,
        grid=grid,
    )


def _grid(linear: list[int], paid: list[tuple[int, Nearest]]) -> int:
    """A whole number that divides every difference in value between two choices."""
    grid = gcd(*linear, *(factor for factor, _ in paid))
    return grid or 1


def _matrix(block: Nearest, column: Whole, arrays: Arrays) -> tuple[Floats, Floats]:
    """Costs by column of the core, and what a row costs at most; both as floats."""
    otherwise = block.otherwise.astype(np.float64)
    costs = np.broadcast_to(otherwise, (int(column.max()) + 1, len(otherwise))).copy()
    for k, choice in enumerate(block.choices):
        for v in choice:
            if arrays.low[v] == 1:
                otherwise = np.minimum(otherwise, block.costs[:, k])
            elif column[v] >= 0:
                np.minimum(costs[column[v]], block.costs[:, k], out=costs[column[v]])
    return np.minimum(costs, otherwise), otherwise


def _reached(model: Model, arrays: Arrays, column: Whole, counts: Counts) -> Counts:
    """With what bounded totals demand: a row that costs more than all may cost beyond their least must be near."""
    found: list[Flags] = []
    for block in model.blocks:
        spare = arrays.high[block.total] - block.least
        if spare >= block.most - block.least:
            continue
        costs, otherwise = _matrix(block, column, arrays)
        least = np.minimum(block.costs.min(axis=1, initial=int(otherwise.max(initial=0))), otherwise)
        far = otherwise - least > spare
        found.append((costs[:, far] - least[far] <= spare).T)
    if not found:
        return counts
    covers = np.vstack([counts.covers, *found])
    needed = np.concatenate([counts.needed, np.ones(len(covers) - len(counts.needed), dtype=np.int64)])
    return Counts(group=counts.group, fewest=counts.fewest, most=counts.most, covers=covers, needed=needed)
