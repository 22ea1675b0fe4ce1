"""The classes of roads and what is assumed of each where the data does not say."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadClass:
    """A class of road: the speed of a car where no limit is stated, and who may use it where nothing is stated."""

    car_kmh: int
    car: bool = True
    bicycle: bool = True
    walk: bool = True


def _path(*, bicycle: bool) -> RoadClass:
    return RoadClass(car_kmh=10, car=False, bicycle=bicycle)


ROAD_CLASSES: Final[dict[str, RoadClass]] = {
    "motorway": RoadClass(car_kmh=100, bicycle=False, walk=False),
    "motorway_link": RoadClass(car_kmh=60, bicycle=False, walk=False),
    "trunk": RoadClass(car_kmh=70),
    "trunk_link": RoadClass(car_kmh=50),
    "primary": RoadClass(car_kmh=60),
    "primary_link": RoadClass(car_kmh=50),
    "secondary": RoadClass(car_kmh=60),
    "secondary_link": RoadClass(car_kmh=50),
    "tertiary": RoadClass(car_kmh=50),
    "tertiary_link": RoadClass(car_kmh=50),
    "unclassified": RoadClass(car_kmh=50),
    "residential": RoadClass(car_kmh=30),
    "road": RoadClass(car_kmh=30),
    "service": RoadClass(car_kmh=20),
    "track": RoadClass(car_kmh=20),
    "living_street": RoadClass(car_kmh=10),
    "pedestrian": _path(bicycle=True),
    "cycleway": _path(bicycle=True),
    "footway": _path(bicycle=True),
    "path": _path(bicycle=True),
    "bridleway": _path(bicycle=True),
    "steps": _path(bicycle=False),
    "corridor": _path(bicycle=False),
}
"""Names as in OpenStreetMap's highway=*. Speeds are estimates at or below the general limits of the Norwegian Road
Traffic Act (vegtrafikkloven) section 6: 50 km/h in built-up areas and 80 km/h elsewhere, motorways apart; a
living_street (gatetun) is driven at little more than walking pace (trafikkreglene section 13). Bicycles may use
pavements and footways when few walk there (trafikkreglene section 18). How many streets rest
on an assumed speed is told."""
