"""A neutral model's bounds and rows as arrays, for what must look at all of them at once."""

from typing import cast

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from localisation.solving.engines.model import Model

Floats = NDArray[np.float64]
PASSES = 30
EXACT = 2**53
"""Whole numbers below this are exact in floating point."""


class Arrays:
    """Bounds and rows of a model; rows that may be switched off, and those without variables, are left out."""

    def __init__(self, model: Model) -> None:
        rows = [row for row in model.rows if row.broken is None and any(row.expression.terms.values())]
        terms = [[(v, f) for v, f in row.expression.terms.items() if f] for row in rows]
        self.low = np.array([v.low for v in model.variables], dtype=np.float64)
        self.high = np.array([v.high for v in model.variables], dtype=np.float64)
        sizes = np.array([len(some) for some in terms], dtype=np.int64)
        self.starts = np.concatenate(([0], np.cumsum(sizes)))
        self.row = np.repeat(np.arange(len(rows)), sizes)
        self.column = np.array([v for some in terms for v, _ in some], dtype=np.int64)
        self.factor = np.array([f for some in terms for _, f in some], dtype=np.float64)
        self.least = np.array([-np.inf if r.low is None else r.low - r.expression.constant for r in rows])
        self.most = np.array([np.inf if r.high is None else r.high - r.expression.constant for r in rows])
        shape = (len(rows), len(model.variables))
        self._positive = sparse.csr_matrix((np.maximum(self.factor, 0), self.column, self.starts), shape=shape)
        self._negative = sparse.csr_matrix((np.minimum(self.factor, 0), self.column, self.starts), shape=shape)
        self._up = self.factor > 0

    @property
    def exact(self) -> bool:
        """Whether no sum of a row can be so large that floating point would round it."""
        largest = np.maximum(np.abs(self.low), np.abs(self.high))
        return bool((self._positive @ largest - self._negative @ largest < EXACT).all() and (largest < EXACT).all())

    def reach(self, low: Floats, high: Floats) -> tuple[Floats, Floats]:
        """The least and the most that each row's sum can be within bounds."""
        return self._positive @ low + self._negative @ high, self._positive @ high + self._negative @ low

    def sums(self, values: Floats) -> Floats:
        """What each row's terms come to."""
        return cast(Floats, self._positive @ values + self._negative @ values)

    def propagate(self, low: Floats, high: Floats) -> bool:
        """Narrow the bounds, in place, by what every row implies; False when something cannot be."""
        for _ in range(PASSES):
            least, most = self.reach(low, high)
            if (least > self.most).any() or (most < self.least).any():
                return False
            own_least = self.factor * np.where(self._up, low[self.column], high[self.column])
            own_most = self.factor * np.where(self._up, high[self.column], low[self.column])
            above = (self.most[self.row] - (least[self.row] - own_least)) / self.factor
            below = (self.least[self.row] - (most[self.row] - own_most)) / self.factor
            new_low, new_high = low.copy(), high.copy()
            np.minimum.at(new_high, self.column, np.floor(np.where(self._up, above, below) + 1e-9))
            np.maximum.at(new_low, self.column, np.ceil(np.where(self._up, below, above) - 1e-9))
            if (new_low > new_high).any():
                return False
            if (new_low == low).all() and (new_high == high).all():
                return True
            low[:], high[:] = new_low, new_high
        return True

    def repaired(self, values: Floats, low: Floats, high: Floats) -> Floats:
        """The values with each row that fails helped as far as bounds allow, in order; others may fail for it."""
        values = values.copy()
        sums = self.sums(values)
        for row in np.flatnonzero((sums < self.least) | (sums > self.most)).tolist():
            ends = slice(self.starts[row], self.starts[row + 1])
            columns, factors = self.column[ends], self.factor[ends]
            now = float(factors @ values[columns])
            missing = max(0.0, self.least[row] - now) - max(0.0, now - self.most[row])
            rises = (factors > 0) == (missing > 0)
            room = np.where(rises, high[columns] - values[columns], values[columns] - low[columns])
            before = np.cumsum(room * np.abs(factors)) - room * np.abs(factors)
            step = np.clip(np.ceil((abs(missing) - before) / np.abs(factors)), 0, room)
            values[columns] += np.where(rises, step, -step)
        return values

    def holds(self, values: Floats) -> bool:
        """Whether every row holds."""
        sums = self.sums(values)
        return bool((sums >= self.least).all() and (sums <= self.most).all())

    def within(self, values: Floats) -> bool:
        """Whether every variable is within its bounds."""
        return bool((values >= self.low).all() and (values <= self.high).all())
