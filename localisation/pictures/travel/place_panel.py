"""A window on the whole place, for maps of travel: ground below, sites and centres above."""

from collections.abc import Mapping, Sequence
from math import hypot

from shapely.geometry import Polygon as Shape

from localisation.domain.inventory import Inventory
from localisation.pictures.box import Box
from localisation.pictures.frame import Frame
from localisation.pictures.labels import LINE_HEIGHT, LabelRequest, place_labels
from localisation.pictures.layers import Row, Spec, lines, panel_of, points, polygons, texts
from localisation.pictures.map_ground import own_municipality
from localisation.pictures.palette import HAIRLINE, INK, LAND, MUTED, NEIGHBOUR, PAPER, ROAD, SEA, SHORE
from localisation.pictures.scale_bar import bar_box, scale_bar
from localisation.texts import Texts

_NAME_PX = 9.0
_TALLEST = 1.7
"""A panel is at most so many times as high as it is wide, and at least as high as 0.7."""


def place_frame(inventory: Inventory, width: int) -> Frame:
    """A frame with all inhabited zones and the buildings, as high as that takes."""
    spots = [(float(z.easting_m), float(z.northing_m)) for z in inventory.zones if z.population]
    spots += [(float(b.easting_m), float(b.northing_m)) for b in inventory.buildings]
    across = max(x for x, _ in spots) - min(x for x, _ in spots)
    up = max(y for _, y in spots) - min(y for _, y in spots)
    height = round(width * min(max(up / across if across else 1.0, 0.7), _TALLEST))
    return Frame.showing(spots, width, height, margins_px=(14, 14), least_km=1)


def place_panel(
    inventory: Inventory,
    frame: Frame,
    marks: Sequence[Spec],
    sites: Sequence[Row],
    title: str,
    t: Texts,
    *,
    figures: Mapping[str, Sequence[tuple[float, float]]] | None = None,
) -> Spec:
    """Sea, land and roads, then `marks`, then the sites (rows for `points`), the centres by name, and a scale bar.

    `figures` are short texts, each with the spots it may stand on; one that finds no free spot is left out.
    """
    spots = [frame.pixels(z.easting_m, z.northing_m) for z in inventory.zones if z.population]
    head = Box(0, 0, frame.width, 22)
    bar = bar_box(frame, spots, [head], north=True)
    layers = [*_ground(inventory, frame), *marks]
    layers += [points(frame, sites, shape="diamond", stroke=INK, strokeWidth=1.6)] if sites else []
    taken = [head, bar, *(Box.around(s["x"], s["y"], 6) for s in sites)]
    layers += _crosses(inventory, frame, sites)
    names, boxes = _names(inventory, frame, taken)
    layers += [*_figures(frame, figures or {}, [*taken, *boxes]), *names]
    layers += scale_bar(frame, bar, t, north=True)
    title_row = {"x": 8, "y": 12, "text": title}
    layers.append(texts(frame, [title_row], halo=PAPER, fontSize=11.5, fontWeight="bold"))
    right, bottom = frame.width, frame.height
    border = [(0, 0), (right, 0), (right, bottom), (0, bottom), (0, 0)]
    layers.append(lines(frame, [border], {"stroke": HAIRLINE, "strokeWidth": 1}))
    return panel_of(frame, layers, fill=SEA if inventory.background else LAND)


def _ground(inventory: Inventory, frame: Frame) -> list[Spec]:
    """Land by municipality, as coarse as the pixels, and the roads as hairlines."""
    own = own_municipality(inventory)
    simple_m = 700 * frame.km_per_px
    rings: dict[bool, list[list[tuple[float, float]]]] = {True: [], False: []}
    for part in inventory.background:
        if len(part.points) < 4:
            continue
        shape = Shape(part.points).simplify(simple_m)
        if shape.geom_type == "Polygon" and shape.area > (2 * simple_m) ** 2:
            rings[part.municipality == own].append([frame.pixels(*spot) for spot in shape.exterior.coords])
    marks = []
    if rings[False]:
        marks.append(polygons(frame, rings[False], fill=NEIGHBOUR, stroke=SHORE, strokeWidth=0.5))
    if rings[True]:
        marks.append(polygons(frame, rings[True], fill=LAND, stroke=SHORE, strokeWidth=0.9))
    nodes = {n.id: frame.pixels(n.easting_m, n.northing_m) for n in inventory.road_nodes}
    paths = [[nodes[r.start], nodes[r.end]] for r in inventory.roads if r.start in nodes and r.end in nodes]
    if paths:
        marks.append(lines(frame, paths, {"stroke": ROAD, "strokeWidth": 0.9}))
    return marks


def _crosses(inventory: Inventory, frame: Frame, sites: Sequence[Row]) -> list[Spec]:
    """A small cross at every centre that no site stands on."""
    spots = [frame.pixels(c.easting_m, c.northing_m) for c in inventory.centres]
    free = [(x, y) for x, y in spots if not any(hypot(s["x"] - x, s["y"] - y) < 8 for s in sites)]
    rows = [{"x": x, "y": y, "size": 30} for x, y in free]
    return [points(frame, rows, shape="cross", fill=PAPER, stroke=INK, strokeWidth=0.9)] if rows else []


def _figures(frame: Frame, figures: Mapping[str, Sequence[tuple[float, float]]], taken: Sequence[Box]) -> list[Spec]:
    rows, boxes = [], list(taken)
    for text, spots in figures.items():
        for x, y in spots:
            box = Box(x - 8, y - 7, x + 8, y + 7)
            if frame.box.holds(x, y) and not any(box.overlaps(other) for other in boxes):
                rows.append({"x": x, "y": y, "text": text})
                boxes.append(box)
                break
    return [texts(frame, rows, halo=PAPER, fontSize=10, fontWeight="bold", align="center")] if rows else []


def _names(inventory: Inventory, frame: Frame, taken: Sequence[Box]) -> tuple[list[Spec], list[Box]]:
    wanted = []
    for centre in inventory.centres:
        x, y = frame.pixels(centre.easting_m, centre.northing_m)
        request = LabelRequest(key=centre.id, text=centre.name, x=x, y=y, radius=4, size=_NAME_PX, bold=True)
        wanted.append(request)
    placed, _ = place_labels(wanted, frame.box, [*taken, *(Box.around(r.x, r.y, 4) for r in wanted)])
    rows = [
        {"x": p.box.left + 1.5, "y": p.box.top + 1.5 + _NAME_PX * LINE_HEIGHT / 2, "text": p.request.text}
        for p in placed
    ]
    leaders = [p.leader for p in placed if p.leader]
    marks = [lines(frame, leaders, {"stroke": MUTED, "strokeWidth": 0.6})] if leaders else []
    if rows:
        marks.append(texts(frame, rows, halo=PAPER, fontSize=_NAME_PX, fontWeight="bold", color=INK))
    return marks, [p.box for p in placed]
