"""What changes for those who live there: minutes more or less to the nearest site."""

from collections.abc import Mapping

from localisation.domain.inventory import Inventory
from localisation.pictures.frame import Frame
from localisation.pictures.layers import Row, Spec, points
from localisation.pictures.palette import INK
from localisation.pictures.travel.place_panel import place_panel
from localisation.pictures.travel.time_map import site_rows
from localisation.texts import Texts

STEPS_MIN = (1, 5, 10)
"""A change of less than the first is none; the others part the three sizes of a change."""
LESS = ("#9ecae1", "#4292c6", "#08519c")
MORE = ("#fdc38d", "#f16913", "#a63603")
SAME = "#c9c7c0"
_DOWN = "M-0.9,-0.7L0.9,-0.7L0,0.9Z"
_UP = "M-0.9,0.7L0.9,0.7L0,-0.9Z"
_PER_HEAD = 0.16


def difference_panel(
    inventory: Inventory,
    frame: Frame,
    before: Mapping[str, float],
    after: Mapping[str, float],
    opening: Mapping[str, int],
    title: str,
    t: Texts,
) -> Spec:
    """One symbol an inhabited zone, its area by inhabitants: a triangle down for less time, up for more.

    The darker, the larger the change; the direction is in the shape, so that it is seen in grey too. Zones that
    reach a site in only one of the two count as the largest change.
    """
    rows = [
        {**change_symbol(change_class(before.get(z.id), after.get(z.id))), "z": z}
        for z in inventory.zones
        if z.population
    ]
    drawn: list[Row] = []
    for row in sorted(rows, key=lambda r: abs(r["rank"])):
        zone = row.pop("z")
        x, y = frame.pixels(zone.easting_m, zone.northing_m)
        size = round(row.pop("factor") * (5 + _PER_HEAD * zone.population), 1)
        row.pop("rank")
        drawn.append({"x": round(x, 1), "y": round(y, 1), "size": size, **row})
    marks = [points(frame, drawn, strokeWidth=0.4, fillOpacity=0.92, stroke=INK, strokeOpacity=0.5)]
    return place_panel(inventory, frame, marks, site_rows(inventory, frame, opening), title, t)


def change_class(before: float | None, after: float | None) -> int:
    """-3 to 3: three sizes of less, none, and three sizes of more time."""
    if before is None or after is None:
        return 0 if before is after else 3 if after is None else -3
    minutes = (after - before) / 60
    size = sum(abs(minutes) >= step for step in STEPS_MIN)
    return size if minutes > 0 else -size


def change_symbol(rank: int) -> Row:
    """The symbol of a class: shape, fill, and how large it is drawn for the same number of inhabitants."""
    if not rank:
        return {"rank": rank, "shape": "circle", "fill": SAME, "factor": 0.4}
    fills, shape = (MORE, _UP) if rank > 0 else (LESS, _DOWN)
    return {"rank": rank, "shape": shape, "fill": fills[abs(rank) - 1], "factor": 1.0}
