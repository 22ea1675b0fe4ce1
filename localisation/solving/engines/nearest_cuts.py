"""What a block of nearest costs says of a point of the linear relaxation, one row at a time."""

from itertools import chain

import numpy as np
from scipy.sparse import csr_array

from localisation.array_types import Floats
from localisation.solving.engines.nearest import Nearest
from localisation.solving.engines.relaxation import NEARLY, CutRow


class NearestCuts:
    """Makes rows that hold for a block's total and choices in every solution.

    Let x be how far each column is open, and c* of a row the cost at which the nearest columns together are open
    once. Then total >= sum over rows of c* - sum over columns nearer than c* of (c* - cost) x: the Benders cut of the
    p-median problem (Duran-Mateluna, Ales & Elloumi 2023). With all of them the relaxation is that of the block written
    out (`expanded`), and a small part of them is enough.
    """

    def __init__(self, block: Nearest, variables: int) -> None:
        self._block = block
        self._order = np.argsort(block.costs, axis=1, kind="stable")
        columns = np.repeat(np.arange(len(block.choices)), [len(choice) for choice in block.choices])
        opening = np.fromiter(chain(*block.choices), dtype=np.int32, count=len(columns))
        self._sums = csr_array((np.ones(len(columns)), (columns, opening)), shape=(len(block.choices), variables))

    def violated(self, x: Floats) -> CutRow | None:
        """The row (low, variables, factors) that the point breaks most, or None when it breaks none."""
        block = self._block
        if not block.choices:
            return None
        opened = np.minimum(1, self._sums @ x)
        together = np.cumsum(opened[self._order], axis=1)
        critical = (together < 1 - NEARLY).sum(axis=1)
        nearest = np.take_along_axis(
            block.costs, np.take_along_axis(self._order, np.minimum(critical, len(opened) - 1)[:, None], axis=1), axis=1
        )[:, 0]
        star = np.where(critical < len(opened), np.minimum(nearest, block.otherwise), block.otherwise)
        saved = np.maximum(0, star[:, None] - block.costs).sum(axis=0).astype(np.float64)
        low = float(star.sum())
        if low - saved @ opened <= x[block.total] + NEARLY * max(1.0, abs(low)):
            return None
        factors = self._sums.T @ saved
        index = np.flatnonzero(factors)
        return low, np.append(index, block.total).astype(np.int32), np.append(factors[index], 1.0)
