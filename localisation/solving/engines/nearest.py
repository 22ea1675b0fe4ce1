"""To the nearest of what is open, for many at once: what a neutral model knows beyond variables and rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np
from numpy.typing import NDArray

Costs = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Nearest:
    """The variable `total` is at least the sum over rows of the least cost among the columns that are open.

    A column is open when any of its 0/1 variables (`choices`) is 1. `costs` is rows x columns; `otherwise` is what a
    row costs at most, also when nothing is open. Written out as linear rows it needs about one helper for each cell.
    """

    total: int
    choices: tuple[tuple[int, ...], ...]
    costs: Costs
    otherwise: Costs

    @property
    def least(self) -> int:
        """The sum with everything open."""
        return int(np.minimum(self.costs.min(axis=1, initial=_most(self.otherwise)), self.otherwise).sum())

    @property
    def most(self) -> int:
        """The sum with nothing open."""
        return int(self.otherwise.sum())

    def amount(self, values: Sequence[int]) -> int:
        """The exact sum for a solution's values by variable index."""
        columns = [k for k, choice in enumerate(self.choices) if any(values[v] for v in choice)]
        if not columns:
            return self.most
        return int(np.minimum(self.costs[:, columns].min(axis=1), self.otherwise).sum())


def _most(otherwise: Costs) -> int:
    return cast(int, otherwise.max(initial=0))
