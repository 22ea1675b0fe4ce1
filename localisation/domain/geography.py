"""Places on the map: centres, population zones, the road sketch and the background."""

from pydantic import Field

from localisation.domain.frozen import Frozen


class Centre(Frozen):
    """A local centre; `district` is the former municipality (or any part) it belongs to.

    Coordinates are metres in the coordinate system of the place.
    """

    id: str
    name: str
    district: str
    easting_m: int
    northing_m: int


class Zone(Frozen):
    """Where people live: a grid cell or a small area, seen from its population-weighted centre."""

    id: str
    area: str
    district: str
    population: int = Field(ge=0)
    easting_m: int
    northing_m: int


class RoadNode(Frozen):
    """A junction or a centre on the road sketch."""

    id: str
    name: str
    easting_m: int
    northing_m: int


class Road(Frozen):
    """A stretch of road that can be driven both ways."""

    start: str
    end: str
    name: str
    metres: int = Field(gt=0)
    seconds: int = Field(gt=0)
    """By car."""
    cars_only: bool = False
    """A motorway or a tunnel that is closed to bicycles and walkers."""


class LineStop(Frozen):
    """A stop of a public transport line: where it is, and minutes after the line's first stop.

    Runs leave the first stop every `headway_min` minutes the whole day, and the last one as often the other way.
    """

    line: str
    line_name: str = ""
    stop: str
    easting_m: int
    northing_m: int
    minutes: int = Field(ge=0)
    headway_min: int = Field(ge=1)


class TransitFact(Frozen):
    """Something known about public transport in the place; shown, not computed with."""

    service: str
    detail: str


class Polygon(Frozen):
    """One ring of the background: land of a municipality. Points are (easting, northing) in metres."""

    municipality: str
    points: tuple[tuple[int, int], ...]
