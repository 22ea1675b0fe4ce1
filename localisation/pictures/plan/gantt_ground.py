"""What lies behind the bars of the Gantt chart: months, days off, group names, today and the deadline."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from localisation.domain.inventory import Inventory, matches
from localisation.pictures.frame import Frame
from localisation.pictures.layers import Row, Spec, bars, lines, texts
from localisation.pictures.palette import HAIRLINE, INK, KEPT, MUTED
from localisation.pictures.plan.axis import Axis
from localisation.pictures.plan.free_days import FreeDays, Stretch
from localisation.pictures.plan.gantt_layout import PAD_PER_TYPE, Layout
from localisation.pictures.plan.gantt_layout import Row as GanttRow
from localisation.pictures.plan.gantt_off import off_layers
from localisation.pictures.plan.gantt_rows import View
from localisation.pictures.plan.month_name import month_name
from localisation.pictures.plan.wrapped import wrapped
from localisation.texts import Texts

OFF = "#e3dfd4"
STOP = "#f3d5cd"
_WEEKEND = "#f5f3ed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What the drawing needs to know: the axis, the rows, and the days off within the axis."""

    axis: Axis
    layout: Layout
    off: tuple[FreeDays, ...]
    holidays: tuple[tuple[date, str], ...]
    head_px: float
    names_px: float
    today: date | None
    deadline: date | None


def ground_layers(frame: Frame, g: Ground, inventory: Inventory, view: View, t: Texts) -> list[Spec]:
    """Shading first, then lines and names."""
    shades = [*_weekends(g), *_everyone(g), *_rows_off(g, inventory, view)]
    layers = [bars(frame, shades, stroke=None)] if shades else []
    layers += off_layers(frame, g.off, g.holidays, g.axis, t, top=g.head_px, names_px=g.names_px)
    layers += _months(frame, g, t)
    layers += _names(frame, g)
    layers += _marked(frame, g, t)
    return layers


def _shade(g: Ground, stretch: Stretch, top: float, bottom: float, fill: str) -> Row:
    left = g.axis.x(stretch[0])
    return {"x": left, "x2": max(g.axis.after(stretch[1]), left + 0.8), "y": top, "y2": bottom, "fill": fill}


def _weekends(g: Ground) -> list[Row]:
    if g.axis.px_per_day < 3.5:
        return []
    saturdays = [monday - timedelta(days=2) for monday in g.axis.weeks()]
    return [_shade(g, (s, s + timedelta(days=1)), g.head_px, g.layout.bottom, _WEEKEND) for s in saturdays]


def _everyone(g: Ground) -> list[Row]:
    """Days on which nobody works, through all rows."""
    found: list[Stretch] = [(day, day) for day, _ in g.holidays]
    found += [s for f in g.off if f.everyone for s in f.stretches]
    return [_shade(g, s, g.head_px, g.layout.bottom, OFF) for s in found]


def _rows_off(g: Ground, inventory: Inventory, view: View) -> list[Row]:
    """Days off of a unit or a crew, in its own row."""
    found = []
    for row in g.layout.rows:
        bottom = row.top + row.lanes * g.layout.lane_px + g.layout.type_px * PAD_PER_TYPE
        for f in g.off:
            unit = inventory.unit.get(row.group.key) if view == "unit" else None
            stops = unit is not None and any(matches(unit, s) for s in f.selectors)
            if stops or (view == "crew" and row.group.key in f.crews):
                found += [_shade(g, s, row.top, bottom, STOP) for s in f.stretches]
    return found


def _months(frame: Frame, g: Ground, t: Texts) -> list[Spec]:
    axis, bottom = g.axis, g.layout.bottom
    months = list(axis.months())
    starts = [m for m in months if m.month == 1 or m == months[0]]
    thin = [[(axis.x(m), 16.0), (axis.x(m), bottom)] for m in months if m not in starts]
    thick = [[(axis.x(m), 0.0), (axis.x(m), bottom)] for m in starts]
    room = axis.px_per_day * 28
    words = [{"x": axis.x(m) + 3, "y": 25, "text": month_name(m, t, narrow=room <= 22)} for m in months]
    years = [{"x": axis.x(m) + 3, "y": 9, "text": str(m.year)} for m in starts]
    layers = [lines(frame, thin, {"stroke": HAIRLINE, "strokeWidth": 0.5})] if thin else []
    layers.append(lines(frame, thick, {"stroke": MUTED, "strokeWidth": 0.7}))
    layers.append(texts(frame, years, fontSize=11, fontWeight="bold"))
    if room > 7:
        layers.append(texts(frame, words, fontSize=9, color=MUTED))
    if axis.px_per_day * 7 >= 15:
        weeks = [{"x": axis.x(w) + 2, "y": g.head_px - 7, "text": str(w.isocalendar().week)} for w in axis.weeks()]
        layers.append(texts(frame, weeks, fontSize=7.5, color=MUTED))
        word = t("plan.gantt.week")
        layers.append(
            texts(
                frame,
                [{"x": g.names_px - 4, "y": g.head_px - 7, "text": word}],
                fontSize=7.5,
                color=MUTED,
                align="right",
            )
        )
    return layers


def _names(frame: Frame, g: Ground) -> list[Spec]:
    size = max(g.layout.type_px, min(9.0, g.layout.lane_px * 0.78))
    rules = [[(0.0, row.top), (float(frame.width), row.top)] for row in g.layout.rows]
    rules.append([(0.0, g.layout.bottom), (float(frame.width), g.layout.bottom)])
    rows = [line for row in g.layout.rows for line in _name(row, g, size)]
    return [
        lines(frame, rules, {"stroke": HAIRLINE, "strokeWidth": 0.7}),
        texts(frame, rows, fontSize=size, fontWeight="bold"),
    ]


def _name(row: GanttRow, g: Ground, size: float) -> Sequence[Row]:
    """The name of a group on as many lines as it has lanes, at most three."""
    words = wrapped(row.group.name, g.names_px - 12, size, lines=min(3, row.lanes), bold=True)
    return [
        {"x": 0, "y": row.top + g.layout.type_px * PAD_PER_TYPE / 2 + (i + 0.5) * g.layout.lane_px, "text": line}
        for i, line in enumerate(words)
    ]


def _marked(frame: Frame, g: Ground, t: Texts) -> list[Spec]:
    """The lines of today and of the day by which everyone is to be in place."""
    layers = []
    for day, key, colour, dash in ((g.deadline, "deadline", KEPT, [6, 3]), (g.today, "today", INK, [1, 0])):
        if day:
            x = g.axis.x(day) if key == "today" else g.axis.after(day)
            style = {"stroke": colour, "strokeWidth": 1.5, "strokeDash": dash}
            layers.append(lines(frame, [[(x, 14.0), (x, g.layout.bottom)]], style))
            align, shift = ("right", -4) if x > frame.width * 0.8 else ("left", 4)
            label = {"x": x + shift, "y": 9, "text": t(f"plan.gantt.{key}", day=day)}
            layers.append(
                texts(frame, [label], halo="#ffffff", fontSize=9, fontWeight="bold", color=colour, align=align)
            )
    return layers
