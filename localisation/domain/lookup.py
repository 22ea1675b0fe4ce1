"""Looking up a journey that is to be added to others, so that it can never be missing."""

from collections.abc import Mapping, Sequence

from localisation.array_types import Whole
from localisation.domain.travel_table import Row, TravelTable

UNREACHABLE_EXTRA_S = 3600
UNREACHABLE_EXTRA_M = 60_000


class Lookup:
    """Seconds or metres between two places, for sums where a missing figure must not count as nothing.

    A pair that cannot be travelled counts as the longest one in the table that can, and an hour (or 60 km) more:
    worse than everything reachable, and finite. Rules with a time limit do not use it; there, unreachable is too far.
    """

    def __init__(self, table: Mapping[str, Row], unreachable_extra: int = UNREACHABLE_EXTRA_S) -> None:
        self._table = TravelTable.of(table)
        self._nearest: dict[frozenset[str], dict[str, int]] = {}
        self.unreachable = int(self._table.figures.max(initial=0)) + unreachable_extra

    def __call__(self, origin: str, building: str) -> int:
        """The figure from a zone, centre or building to a building."""
        return self._table.rows.get(origin, {}).get(building, self.unreachable)

    def table(self, origins: Sequence[str], buildings: Sequence[str]) -> Whole:
        """The figures from many origins (rows) to many buildings (columns) at once."""
        return self._table.between(origins, buildings, self.unreachable)

    def nearest(self, origin: str, buildings: frozenset[str]) -> int:
        """The least figure from the origin to any of the buildings; unreachable if there are none."""
        known = self._nearest.get(buildings)
        if known is None:
            origins = self._table.origins
            least = self.table(origins, tuple(buildings)).min(axis=1, initial=self.unreachable)
            known = self._nearest[buildings] = dict(zip(origins, least.tolist(), strict=True))
        return known.get(origin, self.unreachable)
