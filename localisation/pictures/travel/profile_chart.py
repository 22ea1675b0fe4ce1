"""The accessibility profile: how many have come there, minute by minute, for every alternative."""

from collections.abc import Sequence

from localisation.geography.accessibility import Profile, profile
from localisation.pictures.bar_table import SCHEMA
from localisation.pictures.frame import Frame
from localisation.pictures.layers import Row, Spec, lines, panel_of, texts
from localisation.pictures.palette import FLOW, HAIRLINE, INK, KEPT, MUTED, NEW, PAPER
from localisation.pictures.travel.access_figures import AccessFigures
from localisation.pictures.travel.compact import compact
from localisation.pictures.twin import Twin
from localisation.texts import Texts

Named = tuple[str, AccessFigures]
LAST_MIN = 60
SHOWN_MIN = (5, 10, 15, 20, 30, 45, 60)
_ACROSS = 3
_GAP = 34
_HEAD, _PLOT, _FOOT = 26, 150, 30
_LEFT = 30
_LEGEND = 26
STYLES: tuple[tuple[str, float, list[int]], ...] = (
    (MUTED, 1.8, [6, 3]),
    (KEPT, 2.6, []),
    (NEW, 1.8, [2, 2]),
    (FLOW, 1.8, [8, 3, 2, 3]),
    (INK, 1.4, [1, 3]),
    (HAIRLINE, 1.8, []),
)
"""Colour, width and dashes of the first alternatives; today's situation is the first, the chosen one the second."""


def profile_chart(services: Sequence[tuple[str, Sequence[Named]]], t: Texts, *, width: int = 1150) -> Spec:
    """One small picture a service (its name and the alternatives), one curve an alternative, all on the same axes."""
    each = (width - (_ACROSS - 1) * _GAP) / _ACROSS
    step = _HEAD + _PLOT + _FOOT
    height = _LEGEND + step * -(-len(services) // _ACROSS)
    frame = Frame(left_km=0, top_km=0, km_per_px=1, width=width, height=height)
    marks: list[Spec] = []
    if services:
        marks += _legend(frame, [name for name, _ in services[0][1]])
    for i, (name, alternatives) in enumerate(services):
        left, top = (i % _ACROSS) * (each + _GAP), _LEGEND + (i // _ACROSS) * step
        marks += _panel(frame, left + _LEFT, left + each, top + _HEAD, name, alternatives, t)
    alt = t("travel.profile.alt", services=len(services), last=LAST_MIN)
    base = {"$schema": SCHEMA, "description": alt, "background": PAPER, "padding": 4}
    return compact({**base, **panel_of(frame, marks)})


def profile_twin(services: Sequence[tuple[str, Sequence[Named]]], t: Texts) -> Twin:
    """The same curves at some of the minutes."""
    rows = []
    for name, alternatives in services:
        for alternative, figures in alternatives:
            curve = _profile(figures)
            cells = (t.number(100 * curve.share[m], 1) if curve.share else "–" for m in SHOWN_MIN)
            rows.append((name, alternative, *cells))
    return Twin(
        caption=t("travel.profile.caption"),
        columns=(
            t("travel.service"),
            t("pictures.alternative"),
            *(t("travel.profile.within", minutes=minutes) for minutes in SHOWN_MIN),
        ),
        rows=tuple(rows),
        numeric=frozenset(range(2, 2 + len(SHOWN_MIN))),
    )


def _profile(figures: AccessFigures) -> Profile:
    return profile(figures.seconds, figures.people, until_min=LAST_MIN)


def _panel(
    frame: Frame, left: float, right: float, top: float, name: str, alternatives: Sequence[Named], t: Texts
) -> list[Spec]:
    bottom = top + _PLOT

    def x(minute: float) -> float:
        return left + (right - left) * minute / LAST_MIN

    def y(share: float) -> float:
        return bottom - _PLOT * share

    grid = [[(left, y(s / 4)), (right, y(s / 4))] for s in range(5)]
    grid += [[(x(m), top), (x(m), bottom)] for m in range(0, LAST_MIN + 1, 15)]
    marks = [lines(frame, grid, {"stroke": HAIRLINE, "strokeWidth": 0.7})]
    scale: list[Row] = [{"x": left - 4, "y": y(s / 4), "text": str(25 * s)} for s in (0, 1, 2, 3, 4)]
    marks.append(texts(frame, scale, fontSize=9, color=MUTED, align="right"))
    ticks = [{"x": x(m), "y": bottom + 9, "text": str(m)} for m in range(0, LAST_MIN, 15)]
    ticks.append({"x": x(LAST_MIN), "y": bottom + 9, "text": t("travel.profile.axis", minutes=LAST_MIN)})
    marks.append(texts(frame, ticks, fontSize=9, color=MUTED, align="center"))
    head = [{"x": left, "y": top - 12, "text": name}]
    marks.append(texts(frame, head, fontSize=11, fontWeight="bold"))
    unit = [{"x": right, "y": top - 12, "text": t("travel.profile.unit")}]
    marks.append(texts(frame, unit, fontSize=9, color=MUTED, align="right"))
    for (_, figures), (colour, wide, dash) in zip(alternatives, STYLES, strict=False):
        curve = _profile(figures)
        path = [(x(m), y(share)) for m, share in zip(curve.minutes, curve.share, strict=True)]
        if path:
            marks.append(lines(frame, [path], {"stroke": colour, "strokeWidth": wide, "strokeDash": dash or [1, 0]}))
    return marks


def _legend(frame: Frame, names: Sequence[str]) -> list[Spec]:
    marks: list[Spec] = []
    left = 0.0
    for name, (colour, wide, dash) in zip(names, STYLES, strict=False):
        style = {"stroke": colour, "strokeWidth": wide, "strokeDash": dash or [1, 0]}
        marks.append(lines(frame, [[(left, 10), (left + 34, 10)]], style))
        marks.append(texts(frame, [{"x": left + 40, "y": 10, "text": name}], fontSize=10.5))
        left += 60 + 6.2 * len(name)
    return marks
