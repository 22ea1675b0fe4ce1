"""The part of a shape that lies within a box.

Done here and not by the drawing program: a clip path for every line makes printing a map many times slower.
"""

from collections.abc import Sequence

from shapely.geometry import LineString, Polygon
from shapely.geometry import box as rectangle

from localisation.pictures.box import Box

Spot = tuple[float, float]


def clip_polygon(outline: Sequence[Spot], box: Box) -> list[list[Spot]]:
    """The outlines of what is left; as it was when all of it is inside."""
    if all(box.holds(*spot) for spot in outline):
        return [list(outline)]
    if len(outline) < 3:
        return []
    left = Polygon(outline).buffer(0).intersection(rectangle(box.left, box.top, box.right, box.bottom))
    return [list(part.exterior.coords)[:-1] for part in _parts(left) if part.geom_type == "Polygon"]


def clip_line(path: Sequence[Spot], box: Box) -> list[list[Spot]]:
    """The pieces of the line that are left."""
    if all(box.holds(*spot) for spot in path):
        return [list(path)]
    left = LineString(path).intersection(rectangle(box.left, box.top, box.right, box.bottom))
    return [list(part.coords) for part in _parts(left) if part.geom_type == "LineString" and not part.is_empty]


def _parts(shape: Polygon | LineString) -> list[Polygon]:
    return list(getattr(shape, "geoms", [shape]))
