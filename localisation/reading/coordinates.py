"""Positions in the coordinate system of the place, from degrees or metres."""

from decimal import Decimal
from functools import cache

from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError

from localisation.reading.cells import rounded
from localisation.reading.records import Record

Point = tuple[int, int]
"""Easting and northing in metres."""


@cache
def coordinate_system(epsg: int) -> CRS | None:
    """The coordinate system with this EPSG code, if it exists and counts in metres."""
    try:
        system = CRS.from_epsg(epsg)
    except CRSError:
        return None
    metric = system.is_projected and all(axis.unit_name == "metre" for axis in system.axis_info)
    return system if metric else None


@cache
def _from_degrees(epsg: int) -> Transformer:
    return Transformer.from_crs(4326, epsg, always_xy=True)


@cache
def _to_degrees(epsg: int) -> Transformer:
    return Transformer.from_crs(epsg, 4326, always_xy=True)


def metres(lat: float, lon: float, epsg: int) -> Point | None:
    """Degrees (WGS 84) as whole metres; None where the coordinate system does not reach."""
    easting, northing = _from_degrees(epsg).transform(lon, lat)
    if not (abs(easting) < 1e9 and abs(northing) < 1e9):
        return None
    return rounded(Decimal(easting)), rounded(Decimal(northing))


def degrees(point: Point, epsg: int) -> tuple[float, float]:
    """Metres as (latitude, longitude) in degrees (WGS 84)."""
    lon, lat = _to_degrees(epsg).transform(*point)
    return float(lat), float(lon)


def point_of(record: Record, epsg: int) -> Point | None:
    """The position of a row: its metres if given, else its degrees; None when it has neither."""
    easting, northing = record.number("easting_m"), record.number("northing_m")
    if easting is not None and northing is not None:
        return easting, northing
    lat, lon = record.decimal("lat"), record.decimal("lon")
    return None if lat is None or lon is None else metres(lat, lon, epsg)
