"""The bars, labels and milestones of the Gantt chart."""

from localisation.pictures.frame import Frame
from localisation.pictures.layers import TIPS, Row, Spec, bars, points, texts
from localisation.pictures.palette import CLOSED, FLOW, INK, KEPT, NEW, PAPER
from localisation.pictures.plan.axis import Axis
from localisation.pictures.plan.gantt_layout import Layout
from localisation.pictures.plan.gantt_rows import STAY
from localisation.pictures.plan.milestones import MilestoneKind

PACKING = "#f3bf94"
LOOKS: dict[str, tuple[str, float, float]] = {
    "work": (KEPT, 0.05, 0.95),
    "task": (KEPT, 0.05, 0.95),
    "pack": (PACKING, 0.54, 0.84),
    "move": (NEW, 0.16, 0.84),
    "it": (FLOW, 0.16, 0.46),
    "clean": (CLOSED, 0.4, 0.6),
    STAY: (PAPER, 0.24, 0.76),
}
"""Colour of each kind of bar, and where it begins and ends in the height of its lane: no two kinds share both."""
SYMBOLS = {
    MilestoneKind.CLOSED: ("square", CLOSED),
    MilestoneKind.HANDED_OVER: ("diamond", INK),
    MilestoneKind.OPENED: ("triangle-right", KEPT),
}
SYMBOL_SIZE = 42
_LEAST_PX = 1.8


def bar_layers(frame: Frame, layout: Layout, axis: Axis) -> list[Spec]:
    """One layer a kind, waits at the bottom; then overtime lines, symbols and labels."""
    boxes: dict[str, list[Row]] = {kind: [] for kind in (STAY, *LOOKS)}
    overtime: list[Row] = []
    symbols: list[Row] = []
    labels: dict[str, list[Row]] = {"right": [], "left": [], "inside": []}
    for row in layout.rows:
        for strand, spot in row.strands:
            top = row.top + spot.lane * layout.lane_px
            for segment in strand.segments:
                box = bar_box(segment.kind, axis.x(segment.first), axis.after(segment.last), top, layout.lane_px)
                boxes[segment.kind].append({**box, TIPS: [("", segment.tip)]})
                if segment.overtime:
                    overtime.append(overtime_box(box["x"], box["x2"], top, layout.lane_px))
            if spot.text:
                labels[spot.side].append({"x": spot.x, "y": top + layout.lane_px / 2, "text": spot.text})
        for mark, spot in row.marks:
            shape, fill = SYMBOLS[mark.milestone.kind]
            y = row.top + (spot.lane + 0.5) * layout.lane_px
            size = min(SYMBOL_SIZE, (layout.lane_px * 0.55) ** 2)
            symbols.append({"x": axis.x(mark.day), "y": y, "size": size, "shape": shape, "fill": fill, "stroke": fill})
            labels[spot.side].append({"x": spot.x, "y": y, "text": spot.text})
    layers = []
    # Labels outside bars come first: the halo of one must not eat into a bar of the lane below.
    for side, align in (("right", "left"), ("left", "right")):
        if labels[side]:
            layers.append(texts(frame, labels[side], halo=PAPER, fontSize=layout.type_px, align=align))
    layers += [_bars(frame, kind, rows) for kind, rows in boxes.items() if rows]
    if overtime:
        layers.append(bars(frame, overtime, fill=INK, stroke=None))
    if symbols:
        layers.append(points(frame, symbols, strokeWidth=0.5))
    if labels["inside"]:
        layers.append(texts(frame, labels["inside"], fontSize=layout.type_px, color=PAPER))
    return layers


def bar_box(kind: str, left: float, right: float, top: float, lane_px: float) -> Row:
    """The rectangle of a bar in a lane; a short one is widened so that it can be seen."""
    _, low, high = LOOKS[kind]
    wide = max(right, left + _LEAST_PX)
    return {"x": left, "x2": wide, "y": top + low * lane_px, "y2": top + high * lane_px}


def overtime_box(left: float, right: float, top: float, lane_px: float) -> Row:
    """The line below a bar that is done on overtime."""
    return {"x": left, "x2": max(right, left + 2.5), "y": top + 0.88 * lane_px, "y2": top + 0.99 * lane_px}


def _bars(frame: Frame, kind: str, rows: list[Row]) -> Spec:
    fill = LOOKS[kind][0]
    if kind == STAY:
        return bars(frame, rows, fill=fill, stroke=FLOW, strokeWidth=0.9, strokeDash=[3, 2])
    return bars(frame, rows, fill=fill, stroke=PAPER, strokeWidth=0.25)


def sample_layers(frame: Frame, kind: str, box: Row) -> list[Spec]:
    """One bar, for the legend."""
    return [_bars(frame, kind, [box])]
