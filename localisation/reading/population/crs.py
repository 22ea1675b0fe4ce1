"""Which coordinate system the figures of a table are in: said by the file or by the user, never guessed."""

from functools import cache

import numpy as np
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError

from localisation.array_types import Floats
from localisation.reading.problems import Place, Problems

DEGREES = 4326
_ALIKE = frozenset({4258, DEGREES})
"""ETRS89 and WGS 84."""


def crs_given(epsg: int, at: Place, problems: Problems) -> CRS | None:
    """The coordinate system with this EPSG code; None when there is none, with the reason among the problems."""
    try:
        return CRS.from_epsg(epsg)
    except CRSError:
        problems.error("population.unknown_crs", at, epsg=str(epsg))
        return None


def crs_of(own: CRS | None, epsg: int | None, at: Place, problems: Problems) -> CRS | None:
    """The file's own coordinate system, or the one given; None, with the reason, when neither or they differ."""
    given = crs_given(epsg, at, problems) if epsg is not None else None
    if epsg is not None and given is None:
        return None
    if own is None and given is None:
        problems.error("population.no_crs", at)
        return None
    if own is not None and given is not None and not same(own, given):
        problems.error("population.two_crs", at, own=own.name, given=given.name)
        return None
    return own or given


def same(a: CRS, b: CRS) -> bool:
    """Whether two coordinate systems are one but for the order of the axes and the 1 m between WGS 84 and ETRS89."""
    if a.equals(b, ignore_axis_order=True):
        return True
    if not (a.is_projected and b.is_projected) or a.utm_zone is None or a.utm_zone != b.utm_zone:
        return False  # What is left is a matter of the datum: ED50 is 100 m off.
    return all(c.geodetic_crs is not None and c.geodetic_crs.to_epsg() in _ALIKE for c in (a, b))


def moved(easting: Floats, northing: Floats, own: CRS, target_epsg: int) -> tuple[Floats, Floats]:
    """Coordinates in the coordinate system of the place; infinite where it does not reach."""
    target = CRS.from_epsg(target_epsg)
    if same(own, target):
        return easting, northing
    x, y = _transformer(own.to_wkt(), target_epsg).transform(easting, northing)
    return np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)


@cache
def _transformer(own: str, target_epsg: int) -> Transformer:
    return Transformer.from_crs(CRS.from_wkt(own), target_epsg, always_xy=True)
