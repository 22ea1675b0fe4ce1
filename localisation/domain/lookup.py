"""Looking up a journey that is to be added to others, so that it can never be missing."""

from collections.abc import Mapping, Sequence
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from localisation.domain.travel import Row

UNREACHABLE_EXTRA_S = 3600
UNREACHABLE_EXTRA_M = 60_000


class Lookup:
    """Seconds or metres between two places, for sums where a missing figure must not count as nothing.

    A pair that cannot be travelled counts as the longest one in the table that can, and an hour (or 60 km) more:
    worse than everything reachable, and finite. Rules with a time limit do not use it; there, unreachable is too far.
    """

    def __init__(self, table: Mapping[str, Row], unreachable_extra: int = UNREACHABLE_EXTRA_S) -> None:
        self._table = table
        self._nearest: dict[frozenset[str], dict[str, int]] = {}
        self.unreachable = max((max(row.values(), default=0) for row in table.values()), default=0) + unreachable_extra

    def __call__(self, origin: str, building: str) -> int:
        """The figure from a zone, centre or building to a building."""
        return self._table.get(origin, {}).get(building, self.unreachable)

    def table(self, origins: Sequence[str], buildings: Sequence[str]) -> NDArray[np.int64]:
        """The figures from many origins (rows) to many buildings (columns) at once."""
        return rows_of(self._table, origins, buildings, self.unreachable)

    def nearest(self, origin: str, buildings: frozenset[str]) -> int:
        """The least figure from the origin to any of the buildings; unreachable if there are none."""
        known = self._nearest.get(buildings)
        if known is None:
            known = self._nearest[buildings] = {
                o: min((row[b] for b in buildings if b in row), default=self.unreachable)
                for o, row in self._table.items()
            }
        return known.get(origin, self.unreachable)


def rows_of(
    table: Mapping[str, Row], origins: Sequence[str], buildings: Sequence[str], missing: int
) -> NDArray[np.int64]:
    """A table's figures as a matrix of origins x buildings, with `missing` for pairs that are not in it."""
    if len(buildings) > 1:
        every = itemgetter(*buildings)
        found = np.empty((len(origins), len(buildings)), dtype=np.int64)
        for i, origin in enumerate(origins):
            row = table.get(origin, {})
            try:
                found[i] = np.fromiter(every(row), np.int64, len(buildings))
            except KeyError:
                found[i] = [row.get(b, missing) for b in buildings]
        return found
    cells = [[table.get(origin, {}).get(b, missing) for b in buildings] for origin in origins]
    return np.array(cells, dtype=np.int64).reshape(len(origins), len(buildings))
