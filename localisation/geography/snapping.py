"""Points that stand beside the road, tied to the nearest stretch of it."""

from collections.abc import Mapping
from dataclasses import dataclass

import shapely

from localisation.domain.geography import Road, RoadNode
from localisation.domain.norms import Norms
from localisation.domain.travel import Mode

Point = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Snap:
    """A point's tie to a road: which one, how far along it (0-1), and the straight-line leg to it."""

    road: int
    fraction: float
    access_m: float
    access_s: float


def speed_m_s(norms: Norms, mode: Mode) -> float:
    """Speed off the road network by car, and everywhere by bicycle and on foot."""
    if mode is Mode.WALK:
        return norms.walk_m_per_min / 60
    return (norms.bicycle_kmh if mode is Mode.BICYCLE else norms.access_speed_kmh) / 3.6


def access_leg(straight_m: float, norms: Norms, mode: Mode = Mode.CAR) -> tuple[float, float]:
    """Metres and seconds of a leg off the road network: the straight line, lengthened, at the mode's speed there."""
    metres = straight_m * norms.access_detour_percent / 100
    return metres, metres / speed_m_s(norms, mode)


def snap(
    points: Mapping[str, Point],
    nodes: Mapping[str, RoadNode],
    roads: tuple[Road, ...],
    norms: Norms,
    mode: Mode = Mode.CAR,
) -> dict[str, Snap]:
    """Tie every point to the nearest road, seen as a straight line between its two nodes."""
    lines = [shapely.LineString([_at(nodes[r.start]), _at(nodes[r.end])]) for r in roads]
    tree = shapely.STRtree(lines)
    snaps = {}
    for key, xy in points.items():
        point = shapely.Point(xy)
        road = int(tree.nearest(point))
        line = lines[road]
        metres, seconds = access_leg(line.distance(point), norms, mode)
        fraction = line.project(point) / line.length if line.length else 0.0
        snaps[key] = Snap(road=road, fraction=fraction, access_m=metres, access_s=seconds)
    return snaps


def _at(node: RoadNode) -> Point:
    return (node.easting_m, node.northing_m)
