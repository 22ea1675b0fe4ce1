"""Maximal covering as arrays: which rows a column reaches, and what it costs to reach none of those of a row."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from localisation.array_types import Flags, Floats, Whole
from localisation.solving.engines.location.node import Node

Singles = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Open `fewest` to `most` of m columns so that what they cost and the n rows that none reaches come to the least.

    `rows` are the multipliers that the node had, `fine` the grid on which sums of them are exact (see `Node`).
    """

    columns: Whole
    reach: Floats
    """m x n of 0 and 1."""
    quick: Singles
    """The same in single precision, where nothing need be exact."""
    worth: Floats
    linear: Floats
    fewest: int
    most: int
    paid: float
    opened: tuple[int, ...]
    rows: Floats
    fine: float

    @classmethod
    def of(cls, node: Node) -> "Coverage | None":
        """None where a row can be nearer or farther, or more is demanded than a number of columns."""
        far = node.costs == node.otherwise
        if not ((node.costs == 0) | far).all() or len(node.needed) or len(node.fewest) != 1 or not len(node.otherwise):
            return None
        return cls(
            columns=node.columns,
            reach=(~far).astype(np.float64),
            quick=(~far).astype(np.float32),
            worth=node.otherwise,
            linear=node.linear,
            fewest=int(node.fewest[0]),
            most=int(node.most[0]),
            paid=node.paid,
            opened=node.opened,
            rows=node.rows,
            fine=node.fine,
        )

    def only(self, at: Whole) -> "Coverage":
        """With these columns alone."""
        if len(at) == len(self.columns):
            return self
        return replace(
            self, columns=self.columns[at], reach=self.reach[at], quick=self.quick[at], linear=self.linear[at]
        )

    def value(self, chosen: Flags | Whole) -> float:
        """What it comes to with just these columns open, beside those opened before; exact."""
        reached = self.reach[chosen].any(axis=0)
        return float(self.worth[~reached].sum() + self.linear[chosen].sum()) + self.paid

    def improved(self, chosen: Flags) -> Flags:
        """The columns after the best exchanges of one for another, as long as that helps (as in `interchange`)."""
        open_now, value = np.flatnonzero(chosen), self.value(chosen)
        worth, linear = self.worth.astype(np.float32), self.linear.astype(np.float32)
        while len(open_now):
            own = self.quick[open_now]
            times = own.sum(axis=0)
            only = own * np.where(times == 1, worth, 0)
            gained = self.quick @ np.vstack([np.where(times == 0, worth, 0), only]).T
            net = gained[:, :1] + gained[:, 1:] - only.sum(axis=1) - linear[:, None] + linear[open_now]
            net[open_now] = -np.inf
            new, old = divmod(int(net.argmax()), len(open_now))
            exchanged = np.where(np.arange(len(open_now)) == old, new, open_now)
            if (after := self.value(exchanged)) >= value:
                break
            open_now, value = exchanged, after
        better = np.zeros_like(chosen)
        better[open_now] = True
        return better
