"""Many parts of a maximal covering problem side by side: what is open and closed in each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from localisation.array_types import Flags, Floats, Whole
from localisation.solving.engines.location.coverage import Coverage, Singles


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part: the columns open in it (by place), those left to decide, and what its climb begins from.

    `bound` is a safe lower bound on all in it, `branch` the column to decide next.
    """

    opened: tuple[int, ...]
    left: Flags
    rows: Singles
    bound: float
    branch: int = -1

    def halves(self) -> "tuple[Part, Part]":
        """With the column that is next open, and closed."""
        left = self.left.copy()
        left[self.branch] = False
        opened = Part(opened=(*self.opened, self.branch), left=left, rows=self.rows, bound=self.bound)
        return opened, Part(opened=self.opened, left=left, rows=self.rows, bound=self.bound)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """b parts as arrays: rows not yet reached are worth something (b x n), with what must and may still be opened."""

    left: Flags
    worth: Floats
    rows: Floats
    paid: Floats
    fewest: Whole
    most: Whole

    @classmethod
    def of(cls, coverage: Coverage, parts: Sequence[Part]) -> "Parts":
        """Side by side."""
        opened = np.array([len(part.opened) for part in parts], dtype=np.int64)
        reached = np.array([coverage.reach[list(part.opened)].any(axis=0) for part in parts])
        worth = np.where(reached, 0, coverage.worth)
        return cls(
            left=np.array([part.left for part in parts]),
            worth=worth,
            rows=np.minimum(np.array([part.rows for part in parts]), worth),
            paid=np.array([coverage.paid + coverage.linear[list(part.opened)].sum() for part in parts]),
            fewest=np.maximum(coverage.fewest - opened, 0),
            most=coverage.most - opened,
        )

    def only(self, at: Whole) -> "Parts":
        """With these columns alone."""
        return replace(self, left=self.left[:, at])
