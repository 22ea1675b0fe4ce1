"""Faults of single rows in a table of millions: counted, with the first few named."""

from collections import Counter, defaultdict
from typing import Any

import numpy as np
from numpy.typing import NDArray

NAMED = 5


class Faults:
    """How many rows have each fault, and where the first of them stand."""

    def __init__(self) -> None:
        self.count: Counter[str] = Counter()
        self.rows: dict[str, list[int]] = defaultdict(list)

    def seen(self, code: str, where: NDArray[np.bool_], row: NDArray[Any]) -> None:
        """Note a fault in the rows that are true; `row` are their numbers as the user counts them."""
        found = int(where.sum())
        if found:
            self.count[code] += found
            room = NAMED - len(self.rows[code])
            if room > 0:
                self.rows[code] += [int(r) for r in row[where][:room]]

    def first(self, code: str) -> int:
        """The first row with a fault."""
        return self.rows[code][0]

    def named(self, code: str) -> tuple[str, ...]:
        """The first few rows with a fault, as texts, for numbers of rows are not grouped."""
        return tuple(str(r) for r in self.rows[code])
