"""Who sits where."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Placement:
    """A number of a unit's staff in a building; the unit has one site there."""

    unit: str
    building: str
    staff: int


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """All placements and the ids of the refurbishment options that are carried out."""

    placements: tuple[Placement, ...]
    refurbishments: frozenset[str] = frozenset()

    @cached_property
    def by_unit(self) -> dict[str, dict[str, int]]:
        """Unit id -> building id -> staff."""
        table: dict[str, dict[str, int]] = defaultdict(dict)
        for p in self.placements:
            table[p.unit][p.building] = table[p.unit].get(p.building, 0) + p.staff
        return dict(table)

    @cached_property
    def by_building(self) -> dict[str, dict[str, int]]:
        """Building id -> unit id -> staff."""
        table: dict[str, dict[str, int]] = defaultdict(dict)
        for p in self.placements:
            table[p.building][p.unit] = table[p.building].get(p.unit, 0) + p.staff
        return dict(table)

    def sites(self, unit: str) -> dict[str, int]:
        """The unit's buildings with staff in each; empty if it is nowhere."""
        return self.by_unit.get(unit, {})

    def used(self, building: str) -> bool:
        """Whether any unit sits in the building."""
        return building in self.by_building
