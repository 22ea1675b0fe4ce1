"""How long it takes to get somewhere, as bands over where people live."""

from collections.abc import Mapping

import shapely

from localisation.domain.inventory import Inventory
from localisation.domain.visits import WEEK_DAYS
from localisation.pictures.frame import Frame
from localisation.pictures.layers import Row, Spec, points, polygons
from localisation.pictures.palette import INK, PAPER
from localisation.pictures.travel.bands import BEYOND, LIMITS_MIN, SHADES, band_of, band_shapes, without_holes
from localisation.pictures.travel.place_panel import place_panel
from localisation.texts import Texts

SITE_PX2 = 62.0
PART_TIME = "#f2c14e"
_DOT = 0.035
"""Square pixels an inhabitant."""
_ROOMY_PX = 20
"""A band is named where it has the area of a square with such sides."""


def time_panel(
    inventory: Inventory, frame: Frame, seconds: Mapping[str, float], opening: Mapping[str, int], title: str, t: Texts
) -> Spec:
    """Bands of minutes around inhabited zones, named on the band itself; a dot a zone, and the sites as diamonds.

    `seconds` is zone id -> seconds; zones that reach nothing, or beyond the last band, have a dot of another colour
    with a cross through it.
    """
    marks: list[Spec] = []
    named: dict[str, list[tuple[float, float]]] = {}
    for band, parts in sorted(band_shapes(inventory.zones, seconds).items(), reverse=True):
        rings = [[frame.pixels(*spot) for spot in ring] for part in parts for ring in without_holes(part)]
        marks.append(polygons(frame, rings, fill=SHADES[band], stroke=SHADES[band], strokeWidth=0.6))
        wide = [p for p in parts if p.area > (_ROOMY_PX * 1000 * frame.km_per_px) ** 2]
        spots = [shapely.point_on_surface(p) for p in sorted(wide, key=lambda p: -float(p.area))]
        named[str(LIMITS_MIN[band])] = [frame.pixels(spot.x, spot.y) for spot in spots]
    marks += _people(inventory, frame, seconds)
    return place_panel(inventory, frame, marks, site_rows(inventory, frame, opening), title, t, figures=named)


def site_rows(inventory: Inventory, frame: Frame, opening: Mapping[str, int]) -> list[Row]:
    """The buildings as rows for symbols, those open part of the week smaller and yellow; `opening` is days a week."""
    found = []
    for key, days in sorted(opening.items(), key=lambda item: item[1]):
        building = inventory.building[key]
        x, y = frame.pixels(building.easting_m, building.northing_m)
        look = {"size": SITE_PX2, "fill": PAPER} if days >= WEEK_DAYS else {"size": SITE_PX2 / 2, "fill": PART_TIME}
        found.append({"x": x, "y": y, **look})
    return found


def _people(inventory: Inventory, frame: Frame, seconds: Mapping[str, float]) -> list[Spec]:
    within: list[Row] = []
    beyond: list[Row] = []
    for zone in inventory.zones:
        x, y = frame.pixels(zone.easting_m, zone.northing_m)
        row = {"x": round(x, 1), "y": round(y, 1), "size": round(1 + _DOT * zone.population, 1)}
        if zone.population:
            (within if band_of(seconds.get(zone.id)) is not None else beyond).append(row)
    marks = []
    if within:
        marks.append(points(frame, within, shape="circle", fill=INK, stroke=PAPER, strokeWidth=0.3, fillOpacity=0.55))
    if beyond:
        crossed = [{**row, "size": max(14, row["size"])} for row in beyond]
        marks.append(points(frame, crossed, shape="square", fill=BEYOND, stroke=INK, strokeWidth=0.5))
    return marks
