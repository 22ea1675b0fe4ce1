"""The map: people and buildings far from any road, centres without anything to use."""

from collections.abc import Iterator

import numpy as np

from localisation.domain.errors import Problem
from localisation.domain.instance import Instance
from localisation.domain.inventory import Inventory
from localisation.domain.travel import Mode
from localisation.domain.vocabulary import SpaceKind
from localisation.geography.network.snap import snap
from localisation.geography.point import Point
from localisation.geography.sketch_network import sketch_network
from localisation.geography.travel_times import sketch_access
from localisation.reading.suspicions.where import Where

FAR_FROM_ROAD_M = 5_000
SKETCH = "road_sketch"
_PEOPLE_SPACES = (SpaceKind.WORKPLACE, SpaceKind.PUBLIC_FRONT)


def ground(instance: Instance, where: Where) -> Iterator[Problem]:
    """Zones and buildings against the road sketch, centres against the buildings.

    Where driving rests on a network, its reader tells what lies far from its streets; the sketch then says nothing.
    """
    inventory = instance.inventory
    if instance.rests_on.get(Mode.CAR, SKETCH) == SKETCH:
        yield from _far_from_sketch(inventory, where)
    for centre in inventory.centres:
        here = [b for b in inventory.buildings if b.centre == centre.id and b.in_project]
        if not any(b.space(k, {r.id for r in b.refurbishments}) for b in here for k in _PEOPLE_SPACES):
            yield where.warning("centre_without_space", "centres", centre.id, "", centre=centre.id, name=centre.name)


def _far_from_sketch(inventory: Inventory, where: Where) -> Iterator[Problem]:
    zones = _to_road({z.id: (z.easting_m, z.northing_m) for z in inventory.zones}, inventory)
    for zone in inventory.zones:
        away = zones[zone.id]
        if zone.population and away > FAR_FROM_ROAD_M:
            yield where.warning(
                "zone_far_from_road", "zones", zone.id, "easting_m", zone=zone.id, area=zone.area, km=away / 1000
            )
    buildings = _to_road({b.id: (b.easting_m, b.northing_m) for b in inventory.buildings}, inventory)
    for building in inventory.buildings:
        away = buildings[building.id]
        if away > FAR_FROM_ROAD_M:
            yield where.warning(
                "building_far_from_road", "buildings", building.id, "", name=building.name, km=away / 1000
            )


def _to_road(points: dict[str, Point], inventory: Inventory) -> dict[str, float]:
    """Straight metres from each point to the nearest road of the sketch."""
    access = sketch_access(inventory.norms, Mode.CAR)
    found = snap(sketch_network(inventory), np.array(list(points.values()), float).reshape(-1, 2), Mode.CAR, access)
    return dict(zip(points, found.straight_m.tolist(), strict=True))
