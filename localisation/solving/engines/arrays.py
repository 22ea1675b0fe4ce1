"""A neutral model's bounds and rows as arrays, for what must look at all of them at once."""

from functools import cached_property
from itertools import chain
from typing import cast

import numpy as np
from scipy import sparse

from localisation.array_types import Floats, Whole
from localisation.solving.engines.model import Model

PASSES = 30
EXACT = 2**53
"""Whole numbers below this are exact in floating point."""


class Arrays:
    """Bounds and rows of a model; rows that may be switched off, and those without variables, are left out."""

    def __init__(self, model: Model) -> None:
        rows = [row for row in model.rows if row.broken is None and any(row.expression.terms.values())]
        terms = [row.expression.terms for row in rows]
        self.low = np.array([v.low for v in model.variables], dtype=np.float64)
        self.high = np.array([v.high for v in model.variables], dtype=np.float64)
        column = np.fromiter(chain.from_iterable(terms), dtype=np.int64)
        factor = np.fromiter(chain.from_iterable(some.values() for some in terms), dtype=np.float64)
        row = np.repeat(np.arange(len(rows)), [len(some) for some in terms])
        said = factor != 0
        self.row, self.column, self.factor = row[said], column[said], factor[said]
        self.starts = np.concatenate(([0], np.cumsum(np.bincount(self.row, minlength=len(rows)))))
        self.least = np.array([-np.inf if r.low is None else r.low - r.expression.constant for r in rows])
        self.most = np.array([np.inf if r.high is None else r.high - r.expression.constant for r in rows])
        shape = (len(rows), len(model.variables))
        self._positive = sparse.csr_matrix((np.maximum(self.factor, 0), self.column, self.starts), shape=shape)
        self._negative = sparse.csr_matrix((np.minimum(self.factor, 0), self.column, self.starts), shape=shape)

    @property
    def exact(self) -> bool:
        """Whether no sum of a row can be so large that floating point would round it."""
        largest = np.maximum(np.abs(self.low), np.abs(self.high))
        return bool((self._positive @ largest - self._negative @ largest < EXACT).all() and (largest < EXACT).all())

    def sums(self, values: Floats) -> Floats:
        """What each row's terms come to."""
        return cast(Floats, self._positive @ values + self._negative @ values)

    def propagate(self, low: Floats, high: Floats) -> bool:
        """Narrow the bounds, in place, by what every row implies; False when something cannot be."""
        if (low > high).any():
            return False
        rows: Whole | None = None
        for _ in range(PASSES):
            at = slice(None) if rows is None else _ranges(self.starts, rows)
            column, factor = self.column[at], self.factor[at]
            sizes = np.diff(self.starts) if rows is None else np.diff(self.starts)[rows]
            least, most = (self.least, self.most) if rows is None else (self.least[rows], self.most[rows])
            up = factor > 0
            lows, highs = factor * low[column], factor * high[column]
            own_least, own_most = np.where(up, lows, highs), np.where(up, highs, lows)
            first = np.cumsum(sizes) - sizes
            reached_least, reached_most = np.add.reduceat(own_least, first), np.add.reduceat(own_most, first)
            if (reached_least > most).any() or (reached_most < least).any():
                return False
            above = (np.repeat(most - reached_least, sizes) + own_least) / factor
            below = (np.repeat(least - reached_most, sizes) + own_most) / factor
            old_low, old_high = low.copy(), high.copy()
            np.minimum.at(high, column, np.floor(np.where(up, above, below) + 1e-9))
            np.maximum.at(low, column, np.ceil(np.where(up, below, above) - 1e-9))
            changed = np.flatnonzero((low != old_low) | (high != old_high))
            if (low[changed] > high[changed]).any():
                return False
            if not len(changed):
                return True
            rows = self.rows_of(changed)
        return True

    def rows_of(self, variables: Whole) -> Whole:
        """The rows that any of the variables are in."""
        starts, row = self._by_column
        found = np.zeros(len(self.least), dtype=np.bool_)
        found[row[_ranges(starts, variables)]] = True
        return np.flatnonzero(found)

    def open_rows(self, variables: Whole, low: Floats, high: Floats) -> Whole:
        """The rows of the variables that some values within the bounds break."""
        rows = self.rows_of(variables)
        if not len(rows):
            return rows
        at = _ranges(self.starts, rows)
        lows, highs = self.factor[at] * low[self.column[at]], self.factor[at] * high[self.column[at]]
        first = np.cumsum(np.diff(self.starts)[rows]) - np.diff(self.starts)[rows]
        least, most = np.add.reduceat(np.minimum(lows, highs), first), np.add.reduceat(np.maximum(lows, highs), first)
        return rows[(least < self.least[rows]) | (most > self.most[rows])]

    @cached_property
    def _by_column(self) -> tuple[Whole, Whole]:
        """Where each variable's rows start, and the rows, variable by variable."""
        count = np.bincount(self.column, minlength=len(self.low))
        return np.concatenate(([0], np.cumsum(count))), self.row[np.argsort(self.column, kind="stable")]

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


def _ranges(starts: Whole, which: Whole) -> Whole:
    """The places from `starts[k]` to `starts[k + 1]` of each k in `which`, one after the other."""
    sizes = starts[which + 1] - starts[which]
    ends = np.cumsum(sizes)
    places: Whole = np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts[which] - ends + sizes, sizes)
    return places
