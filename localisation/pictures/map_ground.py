"""What lies under the proposal: sea, land, people and roads."""

from collections import Counter

from shapely import STRtree, points
from shapely.geometry import Polygon as Shape
from shapely.geometry import box as rectangle

from localisation.domain.inventory import Inventory
from localisation.pictures.frame import Frame
from localisation.pictures.layers import Row, Spec, lines, polygons, switched
from localisation.pictures.layers import points as dots
from localisation.pictures.palette import LAND, NEIGHBOUR, PEOPLE, ROAD, ROAD_CASING, SHORE

_WHOLE_BACKGROUND_KM = 4.0
"""A window narrower than this is drawn as plain land: shoreline, people and road sketch are too coarse for it."""
POPULATION = "show_population"
ROADS = "show_roads"


def ground(inventory: Inventory, frame: Frame, own: str) -> list[Spec]:
    """The layers from the bottom up; roads and people can be switched off."""
    marks: list[Spec] = []
    close_up = frame.width * frame.km_per_px < _WHOLE_BACKGROUND_KM
    if not close_up:
        rings = [(p.municipality == own, [frame.pixels(*q) for q in p.points]) for p in inventory.background]
        others = [r for is_own, r in rings if not is_own]
        mine = [r for is_own, r in rings if is_own]
        if others:
            marks.append(polygons(frame, others, fill=NEIGHBOUR, stroke=SHORE, strokeWidth=0.5))
        if mine:
            marks.append(polygons(frame, mine, fill=LAND, stroke=SHORE, strokeWidth=1.1))
    people = population_rows(inventory, frame)
    if people and not close_up:
        layer = dots(frame, people, fill=PEOPLE, stroke=None, fillOpacity=0.34)
        marks.append(switched(layer, POPULATION))
    nodes = {n.id: frame.pixels(n.easting_m, n.northing_m) for n in inventory.road_nodes}
    paths = [[nodes[r.start], nodes[r.end]] for r in inventory.roads if r.start in nodes and r.end in nodes]
    if paths and not close_up:
        casing = {"stroke": ROAD_CASING, "strokeWidth": 2.6}
        marks.append(switched(lines(frame, paths, casing, {"stroke": ROAD, "strokeWidth": 1.2}), ROADS))
    return marks


def population_rows(inventory: Inventory, frame: Frame) -> list[Row]:
    """One dot a zone within the frame, its area by inhabitants."""
    found = []
    for zone in inventory.zones:
        x, y = frame.pixels(zone.easting_m, zone.northing_m)
        if frame.box.holds(x, y) and zone.population:
            found.append({"x": x, "y": y, "size": round(people_px2(zone.population), 1)})
    return found


def people_px2(population: int) -> float:
    """The size of a population dot (square pixels) on the main map."""
    return 0.11 * population + 1.5


def own_municipality(inventory: Inventory) -> str:
    """The municipality of the background in which most inhabitants live; "" without background or people."""
    shapes = [Shape(p.points) for p in inventory.background if len(p.points) > 3]
    names = [p.municipality for p in inventory.background if len(p.points) > 3]
    if not shapes or not inventory.zones:
        return ""
    spots = points([(z.easting_m, z.northing_m) for z in inventory.zones])
    at, inside = STRtree(shapes).query(spots, predicate="within")
    count: Counter[str] = Counter()
    for zone, shape in zip(at, inside, strict=True):
        count[names[shape]] += inventory.zones[zone].population
    return max(sorted(count), key=lambda name: count[name], default="")


def neighbour_names(inventory: Inventory, frame: Frame, own: str) -> list[Row]:
    """Where the names of the neighbours may stand: in the largest part of each that shows, if it is large enough."""
    found = []
    window = rectangle(8, 8, frame.width - 8, frame.height - 8)
    for name in sorted({p.municipality for p in inventory.background} - {own}):
        rings = [p.points for p in inventory.background if p.municipality == name and len(p.points) > 3]
        parts = [Shape([frame.pixels(*q) for q in ring]).buffer(0).intersection(window) for ring in rings]
        largest = max(parts, key=lambda part: part.area)
        if largest.area > 2500:
            spot = largest.representative_point()
            found.append({"x": spot.x, "y": spot.y, "text": name})
    return found
