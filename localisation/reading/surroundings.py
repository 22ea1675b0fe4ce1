"""Population zones, roads, background and transit facts, from records."""

from collections import defaultdict
from decimal import Decimal
from itertools import pairwise

from localisation.domain.geography import LineStop, Polygon, Road, RoadNode, TransitFact, Zone
from localisation.reading.cells import rounded
from localisation.reading.coordinates import Point, point_of
from localisation.reading.folder import Tables
from localisation.reading.problems import Problems
from localisation.reading.records import Record


def zones(tables: Tables, epsg: int) -> tuple[Zone, ...]:
    """Where people live."""
    found = []
    for row in tables.whole("zones"):
        point = point_of(row, epsg)
        if point:
            found.append(
                Zone(
                    id=row.text("id"),
                    area=row.text("area"),
                    district=row.text("district"),
                    population=row.number("population") or 0,
                    easting_m=point[0],
                    northing_m=point[1],
                )
            )
    return tuple(found)


def road_nodes(tables: Tables, epsg: int) -> tuple[RoadNode, ...]:
    """The junctions of the road sketch."""
    points = [(row, point_of(row, epsg)) for row in tables.whole("road_nodes")]
    return tuple(
        RoadNode(id=row.text("id"), name=row.text("name"), easting_m=point[0], northing_m=point[1])
        for row, point in points
        if point
    )


def roads(tables: Tables, nodes: tuple[RoadNode, ...], problems: Problems) -> tuple[Road, ...]:
    """The stretches of road; one shorter than the straight line between its ends is remarked upon."""
    where = {node.id: node for node in nodes}
    found = []
    for row in tables.whole("roads"):
        start, end = row.text("start"), row.text("end")
        length, speed = Decimal(str(row.values["length_km"])), Decimal(str(row.values["speed_kmh"]))
        metres = max(1, rounded(length * 1000))
        if start == end:
            problems.error("road_to_itself", row.at("end"), node=start)
        elif start in where and end in where:
            a, b = where[start], where[end]
            crow = ((a.easting_m - b.easting_m) ** 2 + (a.northing_m - b.northing_m) ** 2) ** 0.5
            if metres < 0.98 * crow:
                problems.warning(
                    "road_too_short", row.at("length_km"), start=a.name, end=b.name, km=metres / 1000, crow=crow / 1000
                )
        seconds = max(1, rounded(length * 3600 / speed))
        found.append(
            Road(
                start=start,
                end=end,
                name=row.text("name"),
                metres=metres,
                seconds=seconds,
                cars_only=row.yes("cars_only"),
            )
        )
    return tuple(found)


def background(tables: Tables, problems: Problems) -> tuple[Polygon, ...]:
    """The rings of land, their points in the order told."""
    rings: dict[str, list[tuple[int, Point]]] = defaultdict(list)
    owner: dict[str, str] = {}
    first: dict[str, Record] = {}
    for row in tables.whole("background"):
        key = row.text("polygon")
        rings[key].append((row.number("order") or 0, (row.number("easting_m") or 0, row.number("northing_m") or 0)))
        owner.setdefault(key, row.text("municipality"))
        first.setdefault(key, row)
    found = []
    for key, points in rings.items():
        if len(points) < 3:
            problems.error("ring_too_short", first[key].at("polygon"), polygon=key, points=len(points))
        else:
            found.append(Polygon(municipality=owner[key], points=tuple(p for _, p in sorted(points))))
    return tuple(found)


def transit(tables: Tables) -> tuple[TransitFact, ...]:
    """What is known about public transport."""
    return tuple(TransitFact(service=r.text("service"), detail=r.text("detail")) for r in tables.whole("transit"))


def transit_lines(tables: Tables, epsg: int, problems: Problems) -> tuple[LineStop, ...]:
    """The stops of every line in the order of travel; minutes must grow from the first, and the headway be one."""
    by_line: dict[str, list[Record]] = defaultdict(list)
    for row in tables.whole("transit_lines"):
        by_line[row.text("line")].append(row)
    found = []
    for line, rows in by_line.items():
        rows.sort(key=lambda row: row.number("order") or 0)
        if len(rows) < 2:
            problems.error("line_too_short", rows[0].at("line"), line=line)
        for before, row in pairwise(rows):
            if (row.number("minutes") or 0) <= (before.number("minutes") or 0):
                problems.error("line_backwards", row.at("minutes"), line=line, stop=row.text("stop"))
            if row.number("headway_min") != before.number("headway_min"):
                problems.error("line_headways", row.at("headway_min"), line=line)
        for row in rows:
            if point := point_of(row, epsg):
                found.append(
                    LineStop(
                        line=line,
                        line_name=row.text("line_name"),
                        stop=row.text("stop"),
                        easting_m=point[0],
                        northing_m=point[1],
                        minutes=(row.number("minutes") or 0) - (rows[0].number("minutes") or 0),
                        headway_min=row.number("headway_min") or 1,
                    )
                )
    return tuple(found)


def names(tables: Tables) -> dict[str, dict[str, str]]:
    """The names that are shown for ids; the Norwegian name stands in where the English is absent."""
    return {
        r.text("id"): {"nb": r.text("name"), "en": r.text("name_en") or r.text("name")} for r in tables.whole("names")
    }
