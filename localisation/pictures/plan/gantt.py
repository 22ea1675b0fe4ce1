"""The Gantt chart: who does what when, by building, unit or crew."""

from dataclasses import dataclass
from datetime import date, timedelta

from localisation.domain.instance import Instance
from localisation.domain.relocation.logistics import Logistics
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import Programme
from localisation.pictures.bar_table import SCHEMA
from localisation.pictures.frame import Frame
from localisation.pictures.layers import Spec, panel_of
from localisation.pictures.palette import PAPER
from localisation.pictures.plan.axis import Axis
from localisation.pictures.plan.free_days import free_days, holidays
from localisation.pictures.plan.gantt_bars import bar_layers
from localisation.pictures.plan.gantt_ground import Ground, ground_layers
from localisation.pictures.plan.gantt_layout import laid_out
from localisation.pictures.plan.gantt_legend import LEGEND_PX, legend_layers
from localisation.pictures.plan.gantt_off import OFF_PX, off_lines
from localisation.pictures.plan.gantt_rows import Group, View, gantt_rows
from localisation.texts import Texts

_NAMES_PX = 190
_HEAD_PX = 34
_WEEKS_PX = 12
_NEAR = timedelta(days=120)
"""A deadline or a today so near the plan that the axis may be lengthened to show it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The size of the drawing in pixels; without a height it is as high as it has rows."""

    width: int = 1200
    height: int | None = None


def gantt(
    instance: Instance,
    programme: Programme,
    plan: Plan,
    t: Texts,
    view: View = "building",
    *,
    today: date | None = None,
    sheet: Sheet = Sheet(),
) -> Spec:
    """The chart as a Vega-Lite specification. A line marks today, when it is given and on the axis."""
    groups = gantt_rows(instance, programme, plan, view, t)
    deadline = instance.scenario.in_place_by
    axis = _axis(groups, programme, [d for d in (today, deadline) if d], sheet.width)
    logistics = instance.inventory.logistics or Logistics()
    off = free_days(logistics, axis.first, axis.last)
    free = holidays(logistics, axis.first, axis.last, t.language)
    head = _HEAD_PX + (_WEEKS_PX if axis.px_per_day * 7 >= 15 else 0)
    top = head + OFF_PX * len(off_lines(off, free, t)) + 4
    room = sheet.height - top - LEGEND_PX if sheet.height else None
    layout = laid_out(groups, axis, top=top, room_px=room)
    height = max(sheet.height or 0, round(layout.bottom) + LEGEND_PX)
    frame = Frame(left_km=0, top_km=0, km_per_px=1, width=sheet.width, height=height)
    ground = Ground(
        axis=axis,
        layout=layout,
        off=off,
        holidays=free,
        head_px=head,
        names_px=_NAMES_PX,
        today=today if today and axis.shows(today) else None,
        deadline=deadline if axis.shows(deadline) else None,
    )
    layers = [
        *ground_layers(frame, ground, instance.inventory, view, t),
        *bar_layers(frame, layout, axis),
        *legend_layers(frame, layout, ground, t),
    ]
    alt = t(f"plan.gantt.alt_{view}", activities=len(plan.steps))
    return {"$schema": SCHEMA, "description": alt, "background": PAPER, "padding": 4, **panel_of(frame, layers)}


def _axis(groups: tuple[Group, ...], programme: Programme, extra: list[date], width: int) -> Axis:
    strands = [s for g in groups for s in g.strands]
    marks = [m.day for g in groups for m in g.marks]
    days = programme.calendar.days
    first = min([s.first for s in strands] + marks, default=days[0])
    last = max([s.last for s in strands] + marks, default=days[0])
    near = [d for d in extra if first - _NEAR <= d <= last + _NEAR]
    return Axis.of_months(min([first, *near]), max([last, *near]), _NAMES_PX, width)
