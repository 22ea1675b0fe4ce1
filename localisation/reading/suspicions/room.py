"""Units that no building can take, and buildings that no unit can use."""

from collections.abc import Iterator

from localisation.domain.building import Building
from localisation.domain.errors import Problem
from localisation.domain.instance import Instance
from localisation.domain.unit import Unit
from localisation.domain.vocabulary import SpaceKind
from localisation.reading.suspicions.where import Where


def room(instance: Instance, where: Where) -> Iterator[Problem]:
    """Count what every building can become: all its refurbishments done, nobody else in it."""
    buildings = instance.inventory.buildings
    for unit in instance.inventory.units:
        if not unit.needs:
            yield where.warning("unit_without_needs", "units", unit.id, "staff", unit=unit.id, name=unit.name)
        lacking = _facilities_nowhere(unit, buildings)
        for facility in lacking:
            yield where.warning(
                "facility_nowhere", "units", unit.id, "facilities", unit=unit.id, name=unit.name, facility=facility
            )
        if not lacking and not _fits(unit, buildings, tuple(SpaceKind)):
            alone = tuple(n.kind for n in unit.needs if not _fits(unit, buildings, (n.kind,)))
            kinds = alone or tuple(n.kind for n in unit.needs)
            yield where.warning(
                "unit_fits_nowhere", "units", unit.id, "staff", unit=unit.id, name=unit.name, kinds=kinds
            )
    for building in buildings:
        takers = [u for u in instance.inventory.units if largest_part(u, building, tuple(SpaceKind)) >= smallest(u)]
        if building.in_project and not takers:
            yield where.warning(
                "building_for_nobody", "buildings", building.id, "area_m2", building=building.id, name=building.name
            )


def smallest(unit: Unit) -> int:
    """The fewest of the unit's staff that can sit together: all of them for a single-site unit."""
    return unit.staff if unit.sites_max == 1 else unit.smallest_part


def largest_part(unit: Unit, building: Building, kinds: tuple[SpaceKind, ...]) -> int:
    """The most of the unit's staff that the building could take, by these kinds of space; 0 for none."""
    if not unit.facilities <= _offered(building):
        return 0
    done = {r.id for r in building.refurbishments}
    most = unit.staff
    for need in unit.needs:
        if need.kind in kinds:
            left = 100 * (building.space(need.kind, done) - need.per_site)
            if left < 0:
                return 0
            most = min(most, left // need.per_100_staff if need.per_100_staff else unit.staff)
    return most


def _fits(unit: Unit, buildings: tuple[Building, ...], kinds: tuple[SpaceKind, ...]) -> bool:
    parts = sorted((largest_part(unit, b, kinds) for b in buildings), reverse=True)
    return sum(p for p in parts[: unit.sites_max] if p >= smallest(unit)) >= unit.staff


def _facilities_nowhere(unit: Unit, buildings: tuple[Building, ...]) -> list[str]:
    return sorted(f for f in unit.facilities if not any(f in _offered(b) for b in buildings))


def _offered(building: Building) -> frozenset[str]:
    added = frozenset(f for r in building.refurbishments for f in r.adds_facilities)
    return building.facilities | added | (frozenset({"step_free"}) if building.step_free else frozenset())
