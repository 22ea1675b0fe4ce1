"""Whether there is a coordinate system with a code."""

from pyproj import CRS
from pyproj.exceptions import CRSError


def known_system(epsg: int) -> bool:
    """Whether EPSG has a coordinate system with this code, in metres or degrees."""
    try:
        CRS.from_epsg(epsg)
    except CRSError:
        return False
    return True
