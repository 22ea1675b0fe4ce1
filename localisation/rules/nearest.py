"""The strong linear form of "to the nearest chosen site"."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from localisation.rules.linear import Linear, total
from localisation.rules.placement.base import PlacementModel

MOST_HELPERS = 1_000
"""Beyond so many helpers the model is told of rows and columns as they are."""
FEW_CELLS, MANY_CELLS = 1_000, 60_000
"""With fewer cells helpers need no counting, with more they are not worth making."""


def charge_nearest(
    model: PlacementModel, sits: Mapping[str, Sequence[Linear]], costs: NDArray[np.int64], single_site: bool
) -> None:
    """Charge, for every row, the least cost among the buildings chosen. `costs` is rows x buildings, 0 or more.

    Columns are in the order of `sits`. A building is chosen when any of its `sits` is 1; with `single_site`, each has
    one, and one of them all is 1.

    With at most one site the sum of choice times cost is exact. Else, with buildings sorted by cost d1 <= d2 <= ...,
    a row costs d1 + sum of (d[k+1] - d[k]) * none_of(the k nearest), whose linear relaxation is that of the p-median
    problem (Cornuejols, Nemhauser & Wolsey 1990; the COBRA form of Church 2003). Rows that share the set of
    their k nearest share the helper. Where there would be very many helpers, the model gets the matrix as it is.
    """
    buildings = list(sits)
    kept = [k for k, b in enumerate(buildings) if not all(choice.never for choice in sits[b])]
    candidates = [buildings[k] for k in kept]
    costs = costs[:, kept]
    if single_site:
        sums = costs.sum(axis=0).tolist()
        model.charge(total(sits[b][0] * cost for b, cost in zip(candidates, sums, strict=True)))
        return
    if costs.size and too_many(costs):
        model.charge(model.nearest([sits[b] for b in candidates], costs, costs.max(axis=1)))
        return
    nearest = 0
    steps: dict[int, int] = defaultdict(int)
    for row in costs.tolist():
        ranked = sorted((cost, i) for i, cost in enumerate(row))
        nearest += ranked[0][0] if ranked else 0
        closer = 0
        for (cost, i), (following, _) in pairwise(ranked):
            closer |= 1 << i
            if following > cost:
                steps[closer] += following - cost
    helpers = [
        model.none_of(s for i, b in enumerate(candidates) if closer >> i & 1 for s in sits[b]) * step
        for closer, step in steps.items()
    ]
    model.charge(total([nearest, *helpers]))


def too_many(costs: NDArray[np.int64]) -> bool:
    """Whether more than `MOST_HELPERS` different sets of nearest columns matter to the rows."""
    if costs.size <= FEW_CELLS or costs.size > MANY_CELLS:
        return costs.size > FEW_CELLS
    order = np.argsort(costs, axis=1, kind="stable")
    marks: NDArray[np.uint64] = np.random.default_rng(0).integers(1, 2**62, costs.shape[1:], dtype=np.uint64)
    sets = np.cumsum(marks[order], axis=1)[:, :-1]
    sets = sets[np.diff(np.take_along_axis(costs, order, axis=1), axis=1) > 0]
    return sets.size > MOST_HELPERS and np.unique(sets).size > MOST_HELPERS
