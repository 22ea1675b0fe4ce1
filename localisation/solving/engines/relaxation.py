"""The linear relaxation of a model, solved."""

from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_array

from localisation.array_types import Floats, Whole32
from localisation.solving.engines.matrix import Matrix

NEARLY = 1e-6
"""By how much the point that HiGHS tells may be beside a row or a bound that it means to be on."""
CutRow = tuple[float, Whole32, Floats]
"""low <= sum of factors * variables, as (low, variables, factors): true of every solution, not of every point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relaxation:
    """What the variables are when they need not be whole, and the bound and reduced costs that the row prices give.

    `bound` and `reduced` (in points) are safe whatever the prices are (Geoffrion 1974): a poor solution of the
    relaxation makes them weak, never wrong. Each of `reduced` holds by itself: those of other relaxations than linear
    ones do not add up. `cuts` are the cover cuts that it just satisfies, in whole numbers: worth having as rows.
    `plain`: no cover cut had been added when it was solved.
    """

    values: Floats
    bound: float
    reduced: Floats
    cuts: tuple[CutRow, ...] = ()
    plain: bool = True


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


def stronger(found: Relaxation | None, given: Relaxation | None) -> Relaxation | None:
    """The one with the higher bound, with the cuts that were found."""
    if found is None or given is None:
        return found or given
    return found if found.bound >= given.bound else replace(given, cuts=found.cuts)
