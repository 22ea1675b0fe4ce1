"""Too little space in all, today's situation that does not fit, and buildings nobody uses."""

from collections.abc import Iterator

from localisation.domain.errors import Problem
from localisation.domain.instance import Instance
from localisation.domain.vocabulary import SpaceKind
from localisation.reading.suspicions.where import Where


def crowding(instance: Instance, where: Where) -> Iterator[Problem]:
    """Compare needs with spaces: of the whole place at the fewest sites, and of each building as used today."""
    inventory = instance.inventory
    usable = [b for b in inventory.buildings if b.in_project]
    for kind in SpaceKind:
        need = sum(
            100 * n.per_site * u.sites_min + n.per_100_staff * u.staff
            for u in inventory.units
            for n in u.needs
            if n.kind is kind
        )
        space = sum(b.space(kind, {r.id for r in b.refurbishments}) for b in usable)
        if need > 100 * space:
            yield where.warning("space_short", kind=kind, counted=kind.unit, need=-(-need // 100), space=space)
    for building_id, seats in inventory.today.by_building.items():
        building = inventory.building[building_id]
        for kind in SpaceKind:
            need = sum(inventory.unit[u].need_hundredths(kind, staff) for u, staff in seats.items())
            if need > 100 * building.space(kind):
                holes = {"kind": kind, "counted": kind.unit, "need": -(-need // 100), "space": building.space(kind)}
                yield where.warning(
                    "today_too_full", "buildings", building.id, "", building=building.id, name=building.name, **holes
                )
    empty = tuple(f"{b.id} {b.name}" for b in inventory.buildings if not inventory.today.used(b.id))
    if empty:
        yield where.note("buildings_empty_today", buildings=empty, count=len(empty))
