"""The strip above the Gantt chart that says who does not work when."""

from collections.abc import Sequence
from datetime import date

from localisation.pictures.bar_table import fitted
from localisation.pictures.frame import Frame
from localisation.pictures.layers import TIPS, Row, Spec, bars, texts
from localisation.pictures.palette import CLOSED, MUTED, NEW
from localisation.pictures.plan.axis import Axis
from localisation.pictures.plan.free_days import FreeDays, Stretch
from localisation.pictures.text_width import text_width
from localisation.texts import Texts

OFF_PX = 11
"""Height of a line of the strip."""
_TYPE_PX = 8.5
_EVERYONE, _CREWS, _OTHER = "everyone", "crews", "other"
_Named = tuple[Stretch, str]


def off_lines(off: Sequence[FreeDays], holidays: Sequence[tuple[date, str]], t: Texts) -> dict[str, list[_Named]]:
    """The lines of the strip: what is off for everyone, for crews, and for units by kind (school, election, stop)."""
    found: dict[str, list[_Named]] = {_EVERYONE: [((day, day), name) for day, name in holidays], _CREWS: []}
    for f in off:
        key = _EVERYONE if f.everyone else _CREWS if f.crews else f.row.kind
        name = (f.row.name_en if t.language == "en" else "") or f.row.name
        line = found.setdefault(key if t.has(f"plan.off.{key}") else _OTHER, [])
        line += [(stretch, name) for stretch in f.stretches]
    return {key: sorted(line) for key, line in found.items() if line}


def off_layers(
    frame: Frame,
    off: Sequence[FreeDays],
    holidays: Sequence[tuple[date, str]],
    axis: Axis,
    t: Texts,
    *,
    top: float,
    names_px: float,
) -> list[Spec]:
    """A bar for each stretch, with its name where there is room before the next one."""
    marks: list[Row] = []
    words: list[Row] = []
    for number, (key, line) in enumerate(off_lines(off, holidays, t).items()):
        y = top + number * OFF_PX
        words.append({"x": 0, "y": y + OFF_PX / 2, "text": fitted(t(f"plan.off.{key}"), names_px - 12, _TYPE_PX)})
        lefts = [axis.x(stretch[0]) for stretch, _ in line] + [axis.right + 20]
        for i, ((first, last), name) in enumerate(line):
            left, right = lefts[i], max(axis.after(last), lefts[i] + 0.8)
            tip = t("plan.gantt.off", name=name, first=first, last=last)
            fill = CLOSED if key == _EVERYONE else NEW
            box = {"x": left, "x2": right, "y": y + 3, "y2": y + OFF_PX - 3, "fill": fill}
            marks.append({**box, TIPS: [("", tip)]})
            if last > first and right + 4 + text_width(name, _TYPE_PX) + 6 < min(lefts[i + 1], axis.right):
                words.append({"x": right + 4, "y": y + OFF_PX / 2, "text": name})
    return [bars(frame, marks, stroke=None), texts(frame, words, fontSize=_TYPE_PX, color=MUTED)] if marks else []
