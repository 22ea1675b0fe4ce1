"""Space against need, by centre and kind of space."""

from collections import defaultdict
from dataclasses import dataclass

from localisation.domain.instance import Instance
from localisation.domain.inventory import Inventory
from localisation.domain.vocabulary import SpaceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityRow:
    """One centre ("" is the whole place) and one kind: amounts in the kind's unit, needs rounded up.

    `need` is that of the units where they sit today; `space` is what stands there now, `possible` with all
    refurbishments done.
    """

    centre: str
    kind: SpaceKind
    need: int
    space: int
    possible: int


def capacity_table(instance: Instance) -> tuple[CapacityRow, ...]:
    """Every centre and kind where there is a need or a space, the whole place last."""
    inventory = instance.inventory
    need, space, possible = _sums(inventory)
    return tuple(
        CapacityRow(
            centre=centre,
            kind=kind,
            need=-(-need[centre, kind] // 100),
            space=space[centre, kind],
            possible=possible[centre, kind],
        )
        for centre in (*inventory.centre, "")
        for kind in SpaceKind
        if need[centre, kind] or possible[centre, kind]
    )


_Sums = dict[tuple[str, SpaceKind], int]


def _sums(inventory: Inventory) -> tuple[_Sums, _Sums, _Sums]:
    """Need in hundredths, space, and space with all refurbishments done."""
    need: _Sums = defaultdict(int)
    space: _Sums = defaultdict(int)
    possible: _Sums = defaultdict(int)
    for building in inventory.buildings:
        done = {r.id for r in building.refurbishments}
        for kind in SpaceKind:
            for centre in (building.centre, ""):
                space[centre, kind] += building.space(kind)
                possible[centre, kind] += building.space(kind, done)
    for unit in inventory.units:
        for seat in unit.today:
            for item in unit.needs:
                for centre in (inventory.building[seat.building].centre, ""):
                    need[centre, item.kind] += item.hundredths(seat.staff)
    return need, space, possible
