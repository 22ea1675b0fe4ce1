"""The location part of a model: which columns to open, what rows pay for the nearest, and how many may be open."""

from dataclasses import dataclass

import numpy as np

from localisation.array_types import Flags, Floats, Whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """Minimise constant + grid * (sum over rows of the least cost of what is open + what opening itself costs).

    m columns, n rows. All costs are whole numbers in units of `grid` goal units, held as floats. It is a relaxation of
    the model it was taken from: whatever else the model demands is left out.
    """

    openings: Whole
    """The model's variable of each column (m)."""
    costs: Floats
    """m x n, never above `otherwise`."""
    otherwise: Floats
    """What a row costs when nothing near is open (n)."""
    linear: Floats
    """What it costs to open a column (m)."""
    group: Whole
    """Which group each column is in (m); of each at least `fewest` and at most `most` are open."""
    fewest: Whole
    most: Whole
    covers: Flags
    """k x m; of each set at least `needed` columns (k) are open."""
    needed: Whole
    constant: int
    grid: int

    def value(self, chosen: Flags) -> float:
        """The exact sum, in grid units, when the flagged columns are open."""
        nearest = self.costs[chosen].min(axis=0, initial=np.inf)
        return float(np.minimum(nearest, self.otherwise).sum() + self.linear[chosen].sum())

    def lawful(self, chosen: Flags) -> bool:
        """Whether as many are open as groups and covers ask for."""
        counts = np.bincount(self.group[chosen], minlength=len(self.fewest))
        inside = (counts >= self.fewest).all() and (counts <= self.most).all()
        return bool(inside and (self.covers @ chosen.astype(np.int64) >= self.needed).all())
