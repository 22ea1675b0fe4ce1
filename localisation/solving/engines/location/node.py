"""What is left of a location problem when some columns are open or ruled out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import floor, log2

import numpy as np

from localisation.array_types import Flags, Floats, Whole
from localisation.solving.engines.location.core import Core


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """The core with fewer columns: those ruled out are gone, those opened are in `otherwise` and `opened`.

    `rows` and `sets` are the multipliers of rows (what each is willing to pay) and of covers, on a grid of 1/`fine`,
    so that sums of them and of costs are exact. `often` is how often each column was chosen lately, from 0 to 1.
    """

    columns: Whole
    costs: Floats
    linear: Floats
    group: Whole
    fewest: Whole
    most: Whole
    covers: Floats
    needed: Floats
    otherwise: Floats
    paid: float
    opened: tuple[int, ...]
    rows: Floats
    sets: Floats
    often: Floats
    fine: float

    def keep(self, flags: Flags) -> Node:
        """Without the other columns."""
        return replace(
            self,
            columns=self.columns[flags],
            costs=self.costs[flags],
            linear=self.linear[flags],
            group=self.group[flags],
            covers=self.covers[:, flags],
            often=self.often[flags],
        )

    def open(self, column: int) -> Node:
        """With a column (by its place here) open for good."""
        flags = np.ones(len(self.columns), dtype=bool)
        flags[column] = False
        counts = np.zeros(len(self.fewest), dtype=np.int64)
        counts[self.group[column]] = 1
        otherwise = np.minimum(self.otherwise, self.costs[column])
        node = replace(
            self,
            fewest=np.maximum(self.fewest - counts, 0),
            most=self.most - counts,
            needed=np.maximum(self.needed - self.covers[:, column], 0),
            otherwise=otherwise,
            paid=self.paid + float(self.linear[column]),
            opened=(*self.opened, int(self.columns[column])),
            rows=np.minimum(self.rows, otherwise),
        )
        return node.keep(flags)

    def at(self, rows: Floats, sets: Floats) -> Node:
        """With other multipliers, within what makes sense and rounded to the grid."""
        rows = np.minimum(np.round(np.maximum(rows, 0) * self.fine) / self.fine, self.otherwise)
        return replace(self, rows=rows, sets=np.round(sets * self.fine) / self.fine)

    @property
    def possible(self) -> bool:
        """Whether groups and covers can still get what they need."""
        sizes = np.bincount(self.group, minlength=len(self.fewest))
        enough = (sizes >= self.fewest).all() and (self.most >= self.fewest).all()
        return bool(enough and (self.covers.sum(axis=1) >= self.needed).all())


def root(core: Core) -> Node:
    """Nothing decided. Rows start by paying what a column costs that is as near as open ones will be."""
    columns, count = core.costs.shape
    weight = core.otherwise.sum() + np.abs(core.linear).sum() + 1
    fine = 2.0 ** max(0, min(10, floor(52 - log2(weight * max(1, min(columns, int(core.most.sum())))))))
    place = min(columns - 1, round(0.8 * columns / max(1, int(core.most.sum()))))
    rows = np.partition(core.costs, place, axis=0)[place] if columns and count else core.otherwise
    return Node(
        columns=np.arange(columns),
        costs=core.costs,
        linear=core.linear,
        group=core.group,
        fewest=core.fewest,
        most=core.most,
        covers=core.covers.astype(np.float64),
        needed=core.needed.astype(np.float64),
        otherwise=core.otherwise,
        paid=0.0,
        opened=(),
        rows=np.minimum(rows, core.otherwise),
        sets=np.zeros(len(core.needed)),
        often=np.zeros(columns),
        fine=fine,
    )
