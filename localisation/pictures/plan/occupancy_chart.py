"""Small pictures of how full each building is, day by day: units stacked against the room there is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from localisation.domain.instance import Instance
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import Programme
from localisation.pictures.bar_table import SCHEMA, fitted
from localisation.pictures.frame import Frame
from localisation.pictures.layers import TIPS, Row, Spec, bars, lines, panel_of, texts
from localisation.pictures.palette import CLOSED, HAIRLINE, INK, MUTED, PAPER
from localisation.pictures.plan.axis import Axis
from localisation.pictures.plan.month_name import month_name
from localisation.pictures.plan.names import PlanNames
from localisation.pictures.plan.occupancy import Occupancy, occupancy
from localisation.pictures.plan.step_dates import date_at
from localisation.pictures.text_width import text_width
from localisation.texts import Texts

TINTS = ("#a9c8e3", "#f3cba5", "#c9d9b4", "#d7c1dd", "#f2e2a0", "#b9d8d4", "#e5bcb8", "#d3d0c4")
"""Pale, so that a name can be read on each; neighbours differ, and the name says who it is."""
LOUD = "#a11c1c"
_ACROSS = 3
_GAP_PX = 26
_PLOT_PX = 92
_HEAD_PX = 20
_FOOT_PX = 22
_SCALE_PX = 26
_TYPE_PX = 8.5
_SHORT_DAYS = 430
"""An axis no longer than this has the names of some months too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Panel:
    """One building's picture: pixels of a need, and of a day."""

    axis: Axis
    top: float
    bottom: float
    most: int

    def y(self, hundredths: float) -> float:
        return self.bottom - (self.bottom - self.top) * hundredths / (100 * self.most)


def occupancy_chart(instance: Instance, programme: Programme, plan: Plan, t: Texts, *, width: int = 1200) -> Spec:
    """Each building in which something changes, in workplaces; the line is the room, the ticks below it are works."""
    found = [o for o in occupancy(instance, programme, plan) if o.changes]
    step = _HEAD_PX + _PLOT_PX + _FOOT_PX
    height = max(1, -(-len(found) // _ACROSS)) * step
    frame = Frame(left_km=0, top_km=0, km_per_px=1, width=width, height=height)
    drawing = _Drawing(instance, programme, frame, t)
    first, last = _span(programme, plan)
    each = (width - (_ACROSS - 1) * _GAP_PX) / _ACROSS
    for i, one in enumerate(found):
        left, top = (i % _ACROSS) * (each + _GAP_PX), (i // _ACROSS) * step
        axis = Axis.of_months(first, last, left + _SCALE_PX, left + each)
        most = max(max(level.room, level.need) for level in one.levels) or 1
        panel = _Panel(axis=axis, top=top + _HEAD_PX, bottom=top + _HEAD_PX + _PLOT_PX, most=most)
        drawing.add(one, panel, left)
    alt = t("plan.occupancy.alt", buildings=len(found))
    return {
        "$schema": SCHEMA,
        "description": alt,
        "background": PAPER,
        "padding": 4,
        **panel_of(frame, drawing.layers()),
    }


def _span(programme: Programme, plan: Plan) -> tuple[date, date]:
    starts = [s.start for s in plan.steps.values()] or [0]
    ends = [s.end for s in plan.steps.values()] or [0]
    return date_at(programme.calendar, min(starts)), date_at(programme.calendar, max(ends))


class _Drawing:
    """Collects the marks of all panels, so that each kind is one layer."""

    def __init__(self, instance: Instance, programme: Programme, frame: Frame, t: Texts) -> None:
        self._instance, self._calendar, self._frame, self._t = instance, programme.calendar, frame, t
        self._names = PlanNames(instance, programme, t)
        self._areas: list[Row] = []
        self._overs: list[Row] = []
        self._works: list[Row] = []
        self._room: list[list[tuple[float, float]]] = []
        self._base: list[list[tuple[float, float]]] = []
        self._ticks: list[list[tuple[float, float]]] = []
        self._words: dict[str, list[Row]] = {"title": [], "small": [], "scale": [], "name": [], "loud": []}

    def add(self, one: Occupancy, panel: _Panel, left: float) -> None:
        """One building."""
        axis = panel.axis
        title = fitted(self._names.building(one.building), axis.right - left, 10.5, bold=True)
        self._words["title"].append({"x": left, "y": panel.top - 10, "text": title})
        self._scale(panel)
        order = list(dict.fromkeys(u for level in one.levels for u in level.needs))
        base = {u: [sum(level.needs.get(v, 0) for v in order[:i]) for level in one.levels] for i, u in enumerate(order)}
        for i, unit in enumerate(order):
            self._unit(one, panel, unit, base[unit], TINTS[i % len(TINTS)])
        path: list[tuple[float, float]] = []
        for level in one.levels:
            x, x2 = self._ends(axis, level.start, level.end)
            path += [(x, panel.y(100 * level.room)), (x2, panel.y(100 * level.room))]
            if level.over and x2 > x:
                self._overs.append(
                    {"x": x, "x2": x2, "y": panel.y(level.need_hundredths), "y2": panel.y(100 * level.room)}
                )
                self._words["loud"].append({"x": (x + x2) / 2, "y": panel.y(level.need_hundredths) + 5, "text": "!"})
        self._room.append(path)
        for start, end in one.works:
            x, x2 = self._ends(axis, start, end)
            tip = self._t(
                "plan.occupancy.works", first=date_at(self._calendar, start), last=date_at(self._calendar, end)
            )
            self._works.append(
                {"x": x, "x2": max(x2, x + 1), "y": panel.bottom + 2, "y2": panel.bottom + 5, TIPS: [("", tip)]}
            )

    def _ends(self, axis: Axis, start: int, end: int) -> tuple[float, float]:
        """Pixels of a stretch of days; what was so from the first day is drawn from the edge, and so to the last."""
        left = axis.left if start == 0 else axis.x(date_at(self._calendar, start))
        right = axis.right if end == len(self._calendar) else axis.x(date_at(self._calendar, end))
        return left, right

    def _scale(self, panel: _Panel) -> None:
        axis = panel.axis
        self._base.append([(axis.left, panel.bottom), (axis.right, panel.bottom)])
        for value in (0, panel.most):
            y = panel.y(100 * value)
            self._words["scale"].append(
                {"x": axis.left - 4, "y": y + (4 if value else -3), "text": self._t.number(value)}
            )
        short = (axis.last - axis.first).days <= _SHORT_DAYS
        for month in axis.months():
            x, first = axis.x(month), month.month == 1 or month == axis.first
            if month.month in {1, 4, 7, 10}:
                self._ticks.append([(x, panel.top), (x, panel.bottom + (9 if first else 3))])
            if first and axis.right - x > 26:
                self._words["small"].append({"x": x + 2, "y": panel.bottom + 11, "text": str(month.year)})
            elif short and month.month in {4, 7, 10} and axis.right - x > 26 and x - axis.left > 30:
                self._words["small"].append({"x": x + 2, "y": panel.bottom + 11, "text": month_name(month, self._t)})

    def _unit(self, one: Occupancy, panel: _Panel, unit: str, base: Sequence[int], fill: str) -> None:
        """The band of a unit: a rectangle wherever its height and what is below it stay the same."""
        widest: tuple[float, Row] | None = None
        runs: list[tuple[int, int, int, int, bool]] = []
        for level, under in zip(one.levels, base, strict=True):
            need = level.needs.get(unit, 0)
            waits = unit in level.waiting
            if runs and runs[-1][1] == level.start and runs[-1][2:] == (need, under, waits):
                runs[-1] = (runs[-1][0], level.end, need, under, waits)
            else:
                runs.append((level.start, level.end, need, under, waits))
        name = self._names.unit(unit)
        for start, end, need, under, waits in runs:
            x, x2 = self._ends(panel.axis, start, end)
            if not need or x2 <= x:
                continue
            key = "waits" if waits else "tip"
            tip = self._t(f"plan.occupancy.{key}", unit=name, need=-(-need // 100))
            box: Row = {"x": x, "x2": x2, "y": panel.y(under + need), "y2": panel.y(under), "fill": fill}
            box[TIPS] = [("", tip)]
            self._areas.append(box)
            size = (x2 - x) * min(box["y2"] - box["y"], 14)
            if widest is None or size > widest[0]:
                widest = (size, {**box, "wait": waits})
        if widest:
            self._label(widest[1], name)

    def _label(self, box: Row, name: str) -> None:
        if box["y2"] - box["y"] < _TYPE_PX - 0.5:
            return
        text = fitted(
            self._t("plan.occupancy.waiting", unit=name) if box["wait"] else name, box["x2"] - box["x"] - 6, _TYPE_PX
        )
        if (len(text) > 4 or not text.endswith("…")) and text_width(text, _TYPE_PX) <= box["x2"] - box["x"] - 4:
            self._words["name"].append({"x": box["x"] + 3, "y": (box["y"] + box["y2"]) / 2, "text": text})

    def layers(self) -> list[Spec]:
        """All marks, from the back to the front."""
        f = self._frame
        layers = [bars(f, self._areas, stroke=PAPER, strokeWidth=0.5)] if self._areas else []
        if self._ticks:
            layers.append(lines(f, self._ticks, {"stroke": HAIRLINE, "strokeWidth": 0.5}))
        if self._overs:
            layers.append(bars(f, self._overs, fill=LOUD, fillOpacity=0.25, stroke=LOUD, strokeWidth=0.8))
        if self._works:
            layers.append(bars(f, self._works, fill=CLOSED, stroke=None))
        layers.append(lines(f, self._base, {"stroke": MUTED, "strokeWidth": 0.7}))
        layers.append(lines(f, self._room, {"stroke": INK, "strokeWidth": 1.6}))
        styles: tuple[tuple[str, Row], ...] = (
            ("title", {"fontSize": 10.5, "fontWeight": "bold"}),
            ("small", {"fontSize": 8.5, "color": MUTED}),
            ("scale", {"fontSize": 8.5, "color": MUTED, "align": "right"}),
            ("name", {"fontSize": _TYPE_PX}),
            ("loud", {"fontSize": 11, "fontWeight": "bold", "color": LOUD, "align": "center"}),
        )
        return layers + [texts(f, self._words[key], **style) for key, style in styles if self._words[key]]
