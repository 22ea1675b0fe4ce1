"""Bars in rows and columns: the one drawing behind the score, cost and building pictures."""

from collections.abc import Sequence
from dataclasses import dataclass

from localisation.pictures.frame import Frame
from localisation.pictures.layers import TIPS, Row, Spec, bars, lines, panel_of, texts
from localisation.pictures.palette import HAIRLINE, INK, KEPT, MUTED, NEW, PAPER, SPACE
from localisation.pictures.text_width import text_width

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
_ROW_PX = 27
_HEAD_PX = 40
_GAP_PX = 14
_BAR_PX = 11
_LABEL_PX = 10.5
_LABEL_ROOM_PX = 46


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A row or a column: its name, a smaller second line, and whether it stands out."""

    key: str
    text: str
    small: str = ""
    strong: bool = False
    low: float = 0.0
    high: float = 1.0
    """The ends of a column's scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One value; `room` is drawn behind it, `loud` marks a bar that breaks its room, `quiet` one of no interest."""

    row: str
    column: str
    value: float
    label: str
    tip: str
    room: float | None = None
    loud: bool = False
    quiet: bool = False


def bar_table(
    rows: Sequence[Heading],
    columns: Sequence[Heading],
    cells: Sequence[Bar],
    *,
    description: str,
    width: int,
    names_px: int,
    label_below: bool = False,
) -> Spec:
    """The picture as a Vega-Lite specification, `width` pixels wide and as high as it has rows."""
    step = _ROW_PX + (6 if label_below or any(r.small for r in rows) else 0)
    frame = Frame(left_km=0, top_km=0, km_per_px=1, width=width, height=_HEAD_PX + step * len(rows) + 4)
    each = (width - names_px) / max(1, len(columns))
    top = {r.key: _HEAD_PX + step * i for i, r in enumerate(rows)}
    left = {c.key: names_px + each * i for i, c in enumerate(columns)}
    bar_room = each - _GAP_PX - (0 if label_below else _LABEL_ROOM_PX)
    scale = {c.key: bar_room / ((c.high - c.low) or 1) for c in columns}
    low = {c.key: c.low for c in columns}
    behind: list[Row] = []
    front: list[Row] = []
    labels: dict[str, list[Row]] = {"plain": [], "loud": [], "quiet": []}
    for cell in cells:
        per, zero = scale[cell.column], left[cell.column] - low[cell.column] * scale[cell.column]
        y = top[cell.row] + (5 if label_below else (step - _BAR_PX) / 2)
        ends = {"x": zero, "y": y, "y2": y + _BAR_PX}
        tip: Row = {TIPS: [("", cell.tip)]}
        if cell.room is not None:
            behind.append({**ends, **tip, "x2": zero + per * cell.room, "fill": SPACE})
        colour = NEW if cell.loud else KEPT
        end = zero + per * cell.value
        front.append({**ends, **tip, "x": min(zero, end), "x2": max(zero, end), "fill": colour})
        spot = (left[cell.column], y + _BAR_PX + 8) if label_below else (max(zero, end) + 4, y + _BAR_PX / 2)
        style = "loud" if cell.loud else "quiet" if cell.quiet else "plain"
        labels[style].append({"x": spot[0], "y": spot[1], "text": cell.label})
    rules = [[(0, top[r.key]), (width, top[r.key])] for r in rows]
    axes = [
        [(left[c.key] - c.low * scale[c.key], _HEAD_PX), (left[c.key] - c.low * scale[c.key], frame.height)]
        for c in columns
    ]
    layers = [lines(frame, rules, {"stroke": HAIRLINE, "strokeWidth": 0.6})]
    layers += [bars(frame, some, stroke=None) for some in (behind, front) if some]
    if not label_below:
        layers.append(lines(frame, axes, {"stroke": MUTED, "strokeWidth": 0.7}))
    layers.append(texts(frame, labels["plain"], fontSize=_LABEL_PX))
    layers.append(texts(frame, labels["quiet"], fontSize=_LABEL_PX, color=MUTED))
    layers.append(texts(frame, labels["loud"], fontSize=_LABEL_PX, fontWeight="bold"))
    layers += _headings(frame, rows, columns, top, left, step, names_px, each)
    return {"$schema": SCHEMA, "description": description, "background": PAPER, "padding": 4, **panel_of(frame, layers)}


def fitted(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """The text, cut with an ellipsis where it would be wider than its room."""
    if text_width(text, size, bold=bold) <= room:
        return text
    while text and text_width(text + "…", size, bold=bold) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def _headings(
    frame: Frame,
    rows: Sequence[Heading],
    columns: Sequence[Heading],
    top: dict[str, int],
    left: dict[str, float],
    step: int,
    names_px: int,
    each: float,
) -> list[Spec]:
    plain: list[Row] = []
    strong: list[Row] = []
    small: list[Row] = []
    for r in rows:
        shift = 6 if r.small else 0
        text = fitted(r.text, names_px - 12, 11.5, bold=r.strong)
        (strong if r.strong else plain).append({"x": 0, "y": top[r.key] + step / 2 - shift + 0.5, "text": text})
        if r.small:
            small.append({"x": 0, "y": top[r.key] + step / 2 + 7, "text": r.small})
    for c in columns:
        strong.append({"x": left[c.key], "y": 10, "text": fitted(c.text, each - 8, 11.5, bold=True)})
        small.append({"x": left[c.key], "y": 25, "text": fitted(c.small, each - 8, 9.5)})
    styles = ((plain, "normal", 11.5, INK), (strong, "bold", 11.5, INK), (small, "normal", 9.5, MUTED))
    return [
        texts(frame, rows_, fontSize=size, fontWeight=weight, color=colour)
        for rows_, weight, size, colour in styles
        if rows_
    ]
