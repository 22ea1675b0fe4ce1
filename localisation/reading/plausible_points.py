"""Recognises positions that cannot be right: degrees swapped, another coordinate system, a slip of the pen."""

from dataclasses import dataclass
from statistics import median

from localisation.reading.coordinates import Point, coordinate_system, degrees, metres, point_of
from localisation.reading.folder import Tables
from localisation.reading.problems import Place, Problems
from localisation.reading.records import Record

FAR_M = 150_000
"""No two points of one place are farther apart than about this."""
_LONGITUDE_MARGIN, _LATITUDE_MARGIN = 15.0, 3.0
_WITH_POINTS = ("centres", "buildings", "zones", "road_nodes", "background")
_TOLD_PER_TABLE = 5
_COMMON_SYSTEMS: tuple[int, ...] = (*range(25831, 25836), 32632, 32633, 3857)


@dataclass(frozen=True, slots=True)
class _Spot:
    row: Record
    point: Point


def check_points(tables: Tables, epsg: int, place_file: str, problems: Problems) -> None:
    """Compare every position with the others and with where the coordinate system is meant to be used."""
    spots = {key: _spots(tables.whole(key), epsg, problems) for key in _WITH_POINTS}
    middles = [_middle(found) for found in spots.values() if found]
    if not middles:
        return
    centre = _middle(spots["centres"]) if spots["centres"] and len(middles) < 3 else _median(middles)
    if not _in_use(centre, epsg):
        system = coordinate_system(epsg)
        name = f"EPSG:{epsg} ({system.name if system else ''})"
        problems.error("crs_not_here", Place(file=place_file, column="crs"), crs=name)
        return
    for found in spots.values():
        far = [s for s in found if _distance(s.point, centre) > FAR_M]
        for spot in far[:_TOLD_PER_TABLE]:
            _tell(spot, centre, epsg, problems)
        if len(far) > _TOLD_PER_TABLE:
            problems.error("more_points_far", far[_TOLD_PER_TABLE].row.at(), count=len(far) - _TOLD_PER_TABLE)


def _spots(rows: list[Record], epsg: int, problems: Problems) -> list[_Spot]:
    found = []
    for row in rows:
        point = point_of(row, epsg)
        if point is None:
            problems.error("position_out_of_reach", row.at("lat"), lat=row.text("lat"), lon=row.text("lon"))
        else:
            found.append(_Spot(row, point))
    return found


def _tell(spot: _Spot, centre: Point, epsg: int, problems: Problems) -> None:
    row, km = spot.row, round(_distance(spot.point, centre) / 1000)
    in_metres = row.number("easting_m") is not None and row.number("northing_m") is not None
    column = "easting_m" if in_metres else "lat"
    if in_metres:
        easting, northing = spot.point
        swapped: Point | None = (northing, easting)
    else:
        easting, northing = 0, 0
        swapped = metres(row.decimal("lon") or 0, row.decimal("lat") or 0, epsg)
    holes = {"name": row.name, "km": km}
    if swapped and _distance(swapped, centre) <= FAR_M:
        problems.error("position_swapped", row.at(column), **holes)
    elif in_metres and abs(easting) <= 180 and abs(northing) <= 180:
        problems.error("position_in_degrees", row.at(column), **holes)
    elif in_metres and (other := _other_system(spot.point, centre, epsg)):
        problems.error("position_other_crs", row.at(column), other=f"EPSG:{other}", crs=f"EPSG:{epsg}", **holes)
    else:
        problems.error("position_far", row.at(column), **holes)


def _other_system(point: Point, centre: Point, epsg: int) -> int:
    """The common coordinate system in which the point would lie where it should, or 0."""
    for other in _COMMON_SYSTEMS:
        if other != epsg:
            moved = metres(*degrees(point, other), epsg)
            if moved and _distance(moved, centre) <= FAR_M:
                return other
    return 0


def _in_use(point: Point, epsg: int) -> bool:
    """Whether a point lies in, or within a zone or two of, the area the coordinate system is made for."""
    system = coordinate_system(epsg)
    area = system.area_of_use if system else None
    if area is None:
        return True
    lat, lon = degrees(point, epsg)
    return (
        area.west - _LONGITUDE_MARGIN <= lon <= area.east + _LONGITUDE_MARGIN
        and area.south - _LATITUDE_MARGIN <= lat <= area.north + _LATITUDE_MARGIN
    )


def _middle(spots: list[_Spot]) -> Point:
    return _median([s.point for s in spots])


def _median(points: list[Point]) -> Point:
    return round(median(p[0] for p in points)), round(median(p[1] for p in points))


def _distance(a: Point, b: Point) -> float:
    return float(((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5)
