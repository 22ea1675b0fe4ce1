"""Floors that together hold something else than their building."""

from collections.abc import Iterator

from localisation.domain.errors import Problem
from localisation.domain.instance import Instance
from localisation.domain.vocabulary import SpaceKind
from localisation.reading.suspicions.where import Where


def storeys(instance: Instance, where: Where) -> Iterator[Problem]:
    """Hold what the floors tell of each kind of space against what the building has of it."""
    for building in instance.inventory.buildings:
        for kind in SpaceKind:
            told = [f.spaces[kind] for f in building.by_floor if kind in f.spaces]
            if told and sum(told) != building.space(kind):
                yield where.warning(
                    "floors_do_not_add_up",
                    "floors",
                    f"{building.id} {building.by_floor[0].number}",
                    kind.value,
                    building=building.id,
                    name=building.name,
                    kind=kind,
                    counted=kind.unit,
                    floors=sum(told),
                    space=building.space(kind),
                )
