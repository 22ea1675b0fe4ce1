"""Looking up a journey that is to be added to others, so that it can never be missing."""

from collections.abc import Mapping

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

    def nearest(self, origin: str, buildings: frozenset[str]) -> int:
        """The least figure from the origin to any of the buildings; unreachable if there are none."""
        known = self._nearest.get(buildings)
        if known is None:
            known = self._nearest[buildings] = {
                o: min((row[b] for b in buildings if b in row), default=self.unreachable)
                for o, row in self._table.items()
            }
        return known.get(origin, self.unreachable)
