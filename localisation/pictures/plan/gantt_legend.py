"""What the bars and signs of the Gantt chart mean."""

from localisation.pictures.frame import Frame
from localisation.pictures.layers import Row, Spec, bars, points, texts
from localisation.pictures.palette import INK, MUTED
from localisation.pictures.plan.gantt_bars import SYMBOL_SIZE, SYMBOLS, bar_box, overtime_box, sample_layers
from localisation.pictures.plan.gantt_ground import OFF, STOP, Ground
from localisation.pictures.plan.gantt_layout import SHOWN_MARKS, Layout
from localisation.pictures.plan.gantt_rows import STAY
from localisation.pictures.text_width import text_width
from localisation.texts import Texts

LEGEND_PX = 30
_TYPE_PX = 9.0
_SAMPLE_PX = 16.0
_LANE_PX = 14.0
_ORDER = ("work", "task", "pack", "move", "it", "clean", STAY)


def legend_layers(frame: Frame, layout: Layout, ground: Ground, t: Texts) -> list[Spec]:
    """One line below the chart with everything that is in it."""
    segments = [s for row in layout.rows for strand, _ in row.strands for s in strand.segments]
    kinds, marks = {s.kind for s in segments}, {m.milestone.kind for row in layout.rows for m, _ in row.marks}
    x, top = 0.0, frame.height - LEGEND_PX + 10
    layers: list[Spec] = []
    words: list[Row] = []

    def named(key: str) -> float:
        text = t(f"plan.legend.{key}")
        words.append({"x": x + _SAMPLE_PX + 4, "y": top + _LANE_PX / 2, "text": text})
        return x + _SAMPLE_PX + 4 + text_width(text, _TYPE_PX) + 13

    for kind in _ORDER:
        if kind in kinds:
            layers += sample_layers(frame, kind, bar_box(kind, x, x + _SAMPLE_PX, top, _LANE_PX))
            x = named(kind)
    if any(s.overtime for s in segments):
        layers += sample_layers(frame, "move", bar_box("move", x, x + _SAMPLE_PX, top, _LANE_PX))
        layers.append(bars(frame, [overtime_box(x, x + _SAMPLE_PX, top, _LANE_PX)], fill=INK, stroke=None))
        x = named("overtime")
    for mark in SHOWN_MARKS:
        if mark in marks:
            shape, fill = SYMBOLS[mark]
            spot = {"x": x + _SAMPLE_PX / 2, "y": top + _LANE_PX / 2, "size": SYMBOL_SIZE, "shape": shape}
            layers.append(points(frame, [spot], fill=fill, stroke=fill, strokeWidth=0.5))
            x = named(mark)
    shades = (
        ("off", OFF, bool(ground.holidays) or any(f.everyone for f in ground.off)),
        ("stop", STOP, _has_stops(ground)),
    )
    for key, fill, there in shades:
        if there:
            box = {"x": x, "x2": x + _SAMPLE_PX, "y": top, "y2": top + _LANE_PX}
            layers.append(bars(frame, [box], fill=fill, stroke=None))
            x = named(key)
    if words:
        layers.append(texts(frame, words, fontSize=_TYPE_PX, color=MUTED))
    return layers


def _has_stops(ground: Ground) -> bool:
    """Whether a unit or a crew has days off of its own in some row."""
    return any(not f.everyone for f in ground.off)
