"""Columns side by side, each stacked of parts: the one drawing behind weeks in transit and costs per quarter."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from localisation.pictures.bar_table import SCHEMA
from localisation.pictures.frame import Frame
from localisation.pictures.layers import TIPS, Row, Spec, bars, lines, panel_of, texts
from localisation.pictures.palette import HAIRLINE, INK, MUTED, PAPER
from localisation.pictures.text_width import text_width

_LEFT_PX, _TOP_PX, _FOOT_PX, _PLOT_PX, _LEGEND_PX = 54.0, 16.0, 34.0, 190.0, 24.0
_TYPE_PX = 9.0
_WIDEST_PX = 70.0
_LIMIT: Row = {"stroke": INK, "strokeWidth": 2, "strokeDash": [4, 2]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A kind of part: its name and colour."""

    key: str
    name: str
    fill: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stacked:
    """A column: name (and a larger name for a group of columns that begins here), amounts by part, tooltips by part.

    `label` stands above it; `limit` is a line across it, with its own label.
    """

    name: str
    amounts: Mapping[str, float]
    tips: Mapping[str, str]
    label: str = ""
    group: str = ""
    limit: float | None = None
    limit_label: str = ""


def stacked_columns(
    columns: Sequence[Stacked],
    parts: Sequence[Part],
    *,
    ticks: Mapping[float, str],
    description: str,
    width: int,
    limit_name: str = "",
) -> Spec:
    """The picture; `ticks` are amounts to draw a line at, with their labels, `limit_name` is that of the limits."""
    height = int(_TOP_PX + _PLOT_PX + _FOOT_PX + _LEGEND_PX)
    frame = Frame(left_km=0, top_km=0, km_per_px=1, width=width, height=height)
    most = max([*(sum(c.amounts.values()) for c in columns), *(c.limit or 0 for c in columns), *ticks, 1e-9])
    bottom = _TOP_PX + _PLOT_PX
    each = min(_WIDEST_PX, (width - _LEFT_PX) / max(1, len(columns)))
    air = min(8.0, each * 0.2)

    def y(amount: float) -> float:
        return bottom - _PLOT_PX * amount / most

    boxes: list[Row] = []
    words: dict[str, list[Row]] = {"label": [], "name": [], "group": [], "tick": []}
    limits: list[list[tuple[float, float]]] = []
    last_name = -1e9
    for i, column in enumerate(columns):
        left = _LEFT_PX + i * each
        right, under, middle = left + each - air, 0.0, left + (each - air) / 2
        for part in parts:
            amount = column.amounts.get(part.key, 0)
            if amount > 0:
                tip = [("", column.tips.get(part.key, ""))]
                boxes.append(
                    {"x": left, "x2": right, "y": y(under + amount), "y2": y(under), "fill": part.fill, TIPS: tip}
                )
                under += amount
        if column.label and text_width(column.label, _TYPE_PX) <= each + 6:
            words["label"].append({"x": middle, "y": y(max(under, 0)) - 7, "text": column.label})
        if column.limit is not None:
            limits.append([(left - air / 2, y(column.limit)), (right + air / 2, y(column.limit))])
        if middle - last_name > text_width(column.name, _TYPE_PX) + 4:
            words["name"].append({"x": middle, "y": bottom + 9, "text": column.name})
            last_name = middle
        if column.group:
            words["group"].append({"x": left, "y": bottom + 23, "text": column.group})
    for value, label in ticks.items():
        words["tick"].append({"x": _LEFT_PX - 6, "y": y(value), "text": label})
    grid = [[(_LEFT_PX, y(v)), (_LEFT_PX + each * len(columns), y(v))] for v in (0.0, *ticks)]
    layers = [lines(frame, grid, {"stroke": HAIRLINE, "strokeWidth": 0.6})]
    layers += [bars(frame, boxes, stroke=PAPER, strokeWidth=0.6)] if boxes else []
    if limits:
        layers.append(lines(frame, limits, _LIMIT))
    shown = [p for p in parts if any(c.amounts.get(p.key) for c in columns)]
    layers += _legend(frame, shown, limit_name if limits else "", height)
    styles: tuple[tuple[str, Row], ...] = (
        ("label", {"fontSize": _TYPE_PX, "align": "center", "halo": PAPER}),
        ("name", {"fontSize": _TYPE_PX, "color": MUTED, "align": "center"}),
        ("group", {"fontSize": 10, "fontWeight": "bold"}),
        ("tick", {"fontSize": _TYPE_PX, "color": MUTED, "align": "right"}),
    )
    layers += [texts(frame, words[key], **style) for key, style in styles if words[key]]
    return {"$schema": SCHEMA, "description": description, "background": PAPER, "padding": 4, **panel_of(frame, layers)}


def even_ticks(most: float, count: int = 4) -> list[float]:
    """Round amounts up to about `most`: steps of 1, 2 or 5 times a power of ten."""
    if most <= 0:
        return []
    steps = [base * 10.0**power for power in range(-2, 12) for base in (1, 2, 5)]
    step = next(s for s in steps if most / s <= count)
    return [step * i for i in range(1, int(most / step) + 1)]


def _legend(frame: Frame, parts: Sequence[Part], limit_name: str, height: int) -> list[Spec]:
    x, y = _LEFT_PX, height - 12
    boxes: list[Row] = []
    words: list[Row] = []
    for part in parts:
        boxes.append({"x": x, "x2": x + 14, "y": y - 5, "y2": y + 5, "fill": part.fill})
        words.append({"x": x + 18, "y": y, "text": part.name})
        x += 18 + text_width(part.name, 9.5) + 16
    layers = [bars(frame, boxes, stroke=None)] if boxes else []
    if limit_name:
        words.append({"x": x + 22, "y": y, "text": limit_name})
        layers.append(lines(frame, [[(x, float(y)), (x + 18, float(y))]], _LIMIT))
    return [*layers, texts(frame, words, fontSize=9.5)] if words else []
