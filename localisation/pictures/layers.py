"""The few kinds of marks every picture is drawn with, as Vega-Lite."""

from collections.abc import Mapping, Sequence
from typing import Any

from localisation.pictures.clip import clip_line, clip_polygon
from localisation.pictures.frame import Frame
from localisation.pictures.palette import FONT, INK

Spec = dict[str, Any]
Row = dict[str, Any]
Spot = tuple[float, float]
_PLAIN = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
"""Few fonts have these small figures, and a text with one of them would be drawn in another font throughout."""
TIPS = "tips"
"""Key of a row's tooltip: (title, text) pairs, with the same titles in every row of a layer."""


def polygons(frame: Frame, outlines: Sequence[Sequence[Spot]], rows: Sequence[Row] = (), **mark: Any) -> Spec:
    """Filled outlines (pixels); `rows` carries a tooltip for each outline (Vega reads it from its first point)."""
    parts = [(i, piece) for i, outline in enumerate(outlines) for piece in clip_polygon(outline, frame.box)]
    data = [
        {"part": part, "order": order, **_at(frame, spot), **(_tips(rows[i]) if rows and not order else {})}
        for part, (i, outline) in enumerate(parts)
        for order, spot in enumerate(outline)
    ]
    more = {"detail": _field("part", "nominal"), "order": _field("order", "quantitative"), **_tooltip(rows)}
    return _layer(frame, data, {"type": "line", "interpolate": "linear-closed", **mark}, more)


def lines(frame: Frame, paths: Sequence[Sequence[Spot]], *marks: Row) -> Spec:
    """Open lines through points in pixels, drawn once for each style, the first at the bottom."""
    parts = [piece for path in paths for piece in clip_line(path, frame.box)]
    data = [{"part": p, "order": o, **_at(frame, spot)} for p, path in enumerate(parts) for o, spot in enumerate(path)]
    more = {"detail": _field("part", "nominal"), "order": _field("order", "quantitative")}
    return _layers(frame, data, [{"type": "line", **mark} for mark in marks], more)


def points(frame: Frame, rows: Sequence[Row], **mark: Any) -> Spec:
    """Symbols within the frame: rows with x, y (pixels), size (square pixels), and maybe shape, fill, stroke, width."""
    shown = [row for row in rows if frame.box.holds(row["x"], row["y"])]
    data = [{**_tips(row), **_at(frame, (row["x"], row["y"]))} for row in shown]
    has = set().union(*(row.keys() for row in rows)) if rows else set()
    more = {"size": _field("size", "quantitative", scale=None)}
    for field in ("shape", "fill", "stroke"):
        if field in has:
            more[field] = _field(field, "nominal", scale=None)
    if "width" in has:
        more["strokeWidth"] = _field("width", "quantitative", scale=None)
    return _layer(frame, data, {"type": "point", "opacity": 1, **mark}, more | _tooltip(rows))


def bars(frame: Frame, rows: Sequence[Row], **mark: Any) -> Spec:
    """Rectangles: each row has x, y, x2, y2 (pixels), and may have a fill."""
    data = []
    for row in rows:
        x2, y2 = frame.ground(row["x2"], row["y2"])
        data.append({**_tips(row), **_at(frame, (row["x"], row["y"])), "x2": x2, "y2": y2})
    more: Row = {"x2": {"field": "x2"}, "y2": {"field": "y2"}, **_tooltip(rows)}
    if rows and "fill" in rows[0]:
        more["fill"] = _field("fill", "nominal", scale=None)
    return _layer(frame, data, {"type": "rect", **mark}, more)


def texts(frame: Frame, rows: Sequence[Row], *, halo: str | None = None, **mark: Any) -> Spec:
    """Texts: each row has x, y (pixels) and text; with a halo they stay readable on top of anything."""
    data = [{"text": str(row["text"]).translate(_PLAIN), **_at(frame, (row["x"], row["y"]))} for row in rows]
    style: Row = {"type": "text", "font": FONT, "color": INK, "baseline": "middle", "align": "left", **mark}
    under = {**style, "stroke": halo, "strokeWidth": 3, "strokeJoin": "round", "color": halo}
    more = {"text": _field("text", "nominal")}
    return _layers(frame, data, [under, style] if halo else [style], more)


def switched(layer: Spec, switch: str) -> Spec:
    """The layer, there only while the parameter of that name is true."""
    return {**layer, "transform": [{"filter": switch}]}


def panel_of(frame: Frame, layers: Sequence[Spec], *, fill: str | None = None, stroke: str | None = None) -> Spec:
    """Layers on top of each other in one window."""
    view = {"fill": fill, "stroke": stroke, "strokeWidth": 1}
    return {"width": frame.width, "height": frame.height, "view": view, "layer": list(layers)}


def _layer(frame: Frame, data: list[Row], mark: Row, encoding: Mapping[str, Any]) -> Spec:
    return {"data": {"values": data}, "mark": _quiet(mark, encoding), "encoding": {**_place(frame), **encoding}}


def _layers(frame: Frame, data: list[Row], marks: list[Row], encoding: Mapping[str, Any]) -> Spec:
    return {
        "data": {"values": data},
        "encoding": {**_place(frame), **encoding},
        "layer": [{"mark": _quiet(mark, encoding)} for mark in marks],
    }


def _quiet(mark: Row, encoding: Mapping[str, Any]) -> Row:
    """Not read out mark by mark: the picture has one description and a table."""
    return {"aria": False, **({} if "tooltip" in encoding else {"tooltip": None}), **mark}


def _place(frame: Frame) -> Row:
    ends = {"x": frame.x_domain, "y": frame.y_domain}
    return {
        axis: _field(axis, "quantitative", axis=None, scale={"domain": domain, "nice": False, "zero": False})
        for axis, domain in ends.items()
    }


def _field(name: str, kind: str, **more: Any) -> Row:
    return {"field": name, "type": kind, **more}


def _at(frame: Frame, spot: Spot) -> Row:
    x, y = frame.ground(*spot)
    return {"x": x, "y": y}


def _tips(row: Row) -> Row:
    flat = {key: value for key, value in row.items() if key != TIPS}
    return flat | {f"tip{i}": value for i, (_, value) in enumerate(row.get(TIPS, ()))}


def _tooltip(rows: Sequence[Row]) -> Row:
    titles = [title for title, _ in rows[0].get(TIPS, ())] if rows else []
    fields = [_field(f"tip{i}", "nominal", title=title) for i, title in enumerate(titles)]
    return {"tooltip": fields} if fields else {}
