"""The frontier as a picture: each pair of measures, the points, and what is not decided between them."""

from collections.abc import Sequence
from itertools import combinations

from localisation.pictures.bar_table import SCHEMA
from localisation.pictures.frame import Frame
from localisation.pictures.frontier.axis_scale import axis_name, axis_unit, difference_unit, told_value
from localisation.pictures.frontier.legend import legend
from localisation.pictures.frontier.panel import Panel
from localisation.pictures.frontier.reference_words import lawfulness, reference_name, standing
from localisation.pictures.layers import Spec, panel_of
from localisation.pictures.palette import PAPER
from localisation.pictures.twin import Twin
from localisation.solving.frontier.axis import Axis
from localisation.solving.frontier.frontier import Frontier, FrontierPoint
from localisation.texts import Texts

_GAP_PX = 20


def frontier_chart(frontier: Frontier, t: Texts, *, width: int = 1150, height: int = 600) -> Spec:
    """Less is better on every axis. Three measures make three panels, each of two of them."""
    pairs = list(combinations(range(len(frontier.axes)), 2))
    frame = Frame(left_km=0, top_km=0, km_per_px=1, width=width, height=height)
    each = (width - _GAP_PX * (len(pairs) - 1)) / len(pairs)
    marks, top = legend(frame, frontier, t)
    for i, pair in enumerate(pairs):
        panel = Panel(frame, frontier, pair, left=i * (each + _GAP_PX), width=each, top=top, bottom=height)
        marks += panel.marks(t)
    names = " × ".join(axis_name(a, t) for a in frontier.axes)
    alt = t("frontier.chart.alt", axes=names, count=len(frontier.points))
    return {"$schema": SCHEMA, "description": alt, "background": PAPER, "padding": 4, **panel_of(frame, marks)}


def frontier_twin(frontier: Frontier, t: Texts) -> Twin:
    """The same points as a table, with what is proven and what stands out; then what they are held against."""
    place = frontier.instance.inventory.place
    heads = (f"{axis_name(a, t)} ({axis_unit(a, place, t)})" for a in frontier.axes)
    rows = tuple(
        (
            point_name(i, t),
            *(told_value(a, v, t) for a, v in zip(frontier.axes, p.values, strict=True)),
            t.number(p.assessment.points, 1),
            proof_of(frontier, p, t),
            remark(frontier.axes, p, t),
        )
        for i, p in enumerate(frontier.points)
    )
    held = tuple(
        (
            reference_name(r, t),
            *(told_value(a, v, t) for a, v in zip(frontier.axes, r.values, strict=True)),
            t.number(r.assessment.points, 1),
            lawfulness(r, t),
            standing(frontier, r, t),
        )
        for r in frontier.references
    )
    return Twin(
        caption=t(f"frontier.table.{'caption_held' if held else 'caption'}"),
        columns=(
            t("frontier.table.point"),
            *heads,
            t("frontier.table.score"),
            t("frontier.table.proof"),
            t("frontier.table.remark"),
        ),
        rows=rows + held,
        numeric=frozenset(range(1, len(frontier.axes) + 2)),
    )


def point_name(number: int, t: Texts) -> str:
    """What the point is called everywhere; `number` counted from 0."""
    return t("frontier.point", number=number + 1)


def proof_of(frontier: Frontier, point: FrontierPoint, t: Texts) -> str:
    """Proven, or how much better each measure could still be with the others no worse."""
    if point.proven:
        return t("frontier.proof.proven")
    parts = []
    for axis, room in zip(frontier.axes, point.room, strict=True):
        if room is None:
            return t("frontier.proof.unknown")
        if room >= axis.step:
            unit = difference_unit(axis, frontier.instance.inventory.place, t, value=room)
            parts.append(t("frontier.proof.room", amount=told_value(axis, room, t), unit=unit, axis=axis_name(axis, t)))
    return t("frontier.proof.open", parts=", ".join(parts))


def remark(axes: Sequence[Axis], point: FrontierPoint, t: Texts) -> str:
    """Which measures it is best on, and whether it is the knee."""
    names = {a.id: axis_name(a, t) for a in axes}
    parts = [
        t(f"frontier.{'best_on' if key in point.least_on else 'best_found'}", axis=names[key]) for key in point.best_on
    ]
    if point.knee:
        parts.append(t("frontier.knee"))
    return "; ".join(parts)
