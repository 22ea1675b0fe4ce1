"""Seconds or metres from many origins to every building, as one array that reads as rows by name."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import numpy as np

from localisation.array_types import Whole

Row = Mapping[str, int]
ABSENT = -1
"""Stands for a pair that cannot be travelled, in the array alone: among the rows such a pair is not there."""


class TravelTable(Mapping[str, Row]):
    """Whole numbers by origin and building; `figures` is origins x buildings, with `ABSENT` where there is no way.

    It is never changed: the array is a copy that cannot be written to. Raises ValueError when names and figures do not
    match, a name comes twice or a figure is below 0 and not `ABSENT`.
    """

    def __init__(self, origins: Sequence[str], buildings: Sequence[str], figures: Whole) -> None:
        self.origins, self.buildings, self.figures = tuple(origins), tuple(buildings), figures.astype(np.int64)
        self.figures.setflags(write=False)
        self._row = {origin: i for i, origin in enumerate(self.origins)}
        self._column = {building: k for k, building in enumerate(self.buildings)}
        if self.figures.shape != (len(self._row), len(self._column)):
            raise ValueError(
                f"{self.figures.shape} figures for {len(self._row)} origins and {len(self._column)} buildings"
            )
        if self.figures.min(initial=0) < ABSENT:
            raise ValueError("a journey takes no less than nothing")

    @classmethod
    def of(cls, rows: Mapping[str, Row]) -> "TravelTable":
        """The rows as a table; a table is itself."""
        if isinstance(rows, cls):
            return rows
        buildings = tuple(dict.fromkeys(b for row in rows.values() for b in row))
        column = {building: k for k, building in enumerate(buildings)}
        figures = np.full((len(rows), len(buildings)), ABSENT, dtype=np.int64)
        for found, row in zip(figures, rows.values(), strict=True):
            found[[column[b] for b in row]] = list(row.values())
        return cls(tuple(rows), buildings, figures)

    def between(self, origins: Sequence[str], buildings: Sequence[str], missing: int = ABSENT) -> Whole:
        """The figures from some origins (rows) to some buildings (columns), with `missing` for pairs without one."""
        rows = np.array([self._row.get(o, ABSENT) for o in origins], dtype=np.int64)
        columns = np.array([self._column.get(b, ABSENT) for b in buildings], dtype=np.int64)
        found = np.full((len(rows), len(columns)), missing, dtype=np.int64)
        if self.figures.size:
            figures = self.figures[np.ix_(rows, columns)]
            there = (figures != ABSENT) & (rows != ABSENT)[:, None] & (columns != ABSENT)
            np.copyto(found, figures, where=there)
        return found

    @cached_property
    def rows(self) -> dict[str, dict[str, int]]:
        """Figure by building by origin, without pairs that cannot be travelled."""
        return {
            origin: {b: n for b, n in zip(self.buildings, row, strict=True) if n != ABSENT}
            for origin, row in zip(self.origins, self.figures.tolist(), strict=True)
        }

    def __getitem__(self, origin: str) -> Row:
        """The row of one origin."""
        return self.rows[origin]

    def __iter__(self) -> Iterator[str]:
        """The origins."""
        return iter(self.origins)

    def __len__(self) -> int:
        """How many origins there are."""
        return len(self.origins)

    def __repr__(self) -> str:
        """The rows."""
        return f"TravelTable({self.rows})"
