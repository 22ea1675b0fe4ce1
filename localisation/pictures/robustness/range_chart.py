"""The range of each weight over which the recommendation leads: bars about the weights as they are, a tornado lying."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from localisation.pictures.bar_table import SCHEMA, fitted
from localisation.pictures.frame import Frame
from localisation.pictures.layers import TIPS, Row, Spec, bars, lines, panel_of, points, texts
from localisation.pictures.palette import HAIRLINE, INK, KEPT, MUTED, PAPER, SPACE
from localisation.pictures.robustness.range_words import criterion_name, most_sensitive_first, range_text
from localisation.pictures.text_width import text_width
from localisation.solving.robustness.weight_range import WeightRange
from localisation.texts import Texts

_ROW, _HEAD, _FOOT = 34, 30, 34
_NAMES, _RIGHT = 300, 250
_SIZE = 10.5
_STEPS = (1, 2, 5)


def range_chart(ranges: tuple[WeightRange, ...], t: Texts, *, width: int = 1150) -> Spec:
    """One row a criterion, the most sensitive first, on one axis of weights; what lies beyond the axis is an arrow."""
    ordered = most_sensitive_first(ranges)
    height = _HEAD + _ROW * len(ordered) + _FOOT
    frame = Frame(left_km=0, top_km=0, km_per_px=1, width=width, height=height)
    end = _end(ordered)
    per = (width - _NAMES - _RIGHT) / end
    bottom = height - _FOOT

    def at(weight: Fraction) -> float:
        return _NAMES + float(min(weight, end)) * per

    wide: list[Row] = []
    sure: list[Row] = []
    now: list[Row] = []
    beyond: list[Row] = []
    for i, one in enumerate(ordered):
        y = _HEAD + _ROW * (i + 0.5)
        tip: Row = {TIPS: [("", f"{criterion_name(one, t)}: {_words(one, t)}")]}
        now.append({**tip, "x": at(Fraction(one.criterion.weight)), "y": y, "size": 70})
        if one.sure is not None:
            ends = {"x": at(one.sure[0]), "x2": max(at(one.sure[1]), at(one.sure[0]) + 2)}
            sure.append({**tip, **ends, "y": y - 4, "y2": y + 4, "fill": KEPT})
        if one.empty:
            continue
        high = end if one.high is None else one.high
        wide.append({**tip, "x": at(one.low), "x2": max(at(high), at(one.low) + 2), "y": y - 9, "y2": y + 9})
        if high > end or one.high is None:
            beyond.append({"x": _NAMES + float(end) * per + 8, "y": y, "size": 60})
    rules = [[(0, _HEAD + _ROW * i), (width, _HEAD + _ROW * i)] for i in range(len(ordered) + 1)]
    ticks = _ticks(end)
    layers = [lines(frame, rules, {"stroke": HAIRLINE, "strokeWidth": 0.6})]
    grid = [[(at(x), _HEAD), (at(x), bottom)] for x in ticks]
    layers.append(lines(frame, grid, {"stroke": SPACE, "strokeWidth": 0.8}))
    if wide:
        layers.append(bars(frame, [{**row, "fill": SPACE} for row in wide], stroke=MUTED, strokeWidth=0.8))
    if sure:
        layers.append(bars(frame, sure, stroke=None))
    if beyond:
        layers.append(points(frame, beyond, shape="triangle-right", filled=True, fill=MUTED))
    layers.append(points(frame, now, shape="diamond", filled=True, fill=PAPER, stroke=INK, strokeWidth=1.6))
    layers += _texts(frame, ordered, ticks, [at(x) for x in ticks], t)
    layers += _legend(frame, t, bool(sure))
    described = t("sensitivity.chart.alt", count=len(ordered))
    return {"$schema": SCHEMA, "description": described, "background": PAPER, "padding": 4, **panel_of(frame, layers)}


def proven_alone(ranges: tuple[WeightRange, ...]) -> tuple[WeightRange, ...]:
    """The ranges as far as they are proven, for when nothing is known to compare with."""
    found = []
    for one in ranges:
        low, high = one.sure or (Fraction(one.criterion.weight),) * 2
        found.append(replace(one, low=low, high=high, below=None, above=None, empty=False))
    return tuple(found)


def _texts(
    frame: Frame, ordered: Sequence[WeightRange], ticks: Sequence[Fraction], spots: Sequence[float], t: Texts
) -> list[Spec]:
    names = [
        {"x": 0, "y": _HEAD + _ROW * (i + 0.5), "text": fitted(criterion_name(one, t), _NAMES - 14, 11.5)}
        for i, one in enumerate(ordered)
    ]
    right = [
        {
            "x": frame.width - _RIGHT + 24,
            "y": _HEAD + _ROW * (i + 0.5),
            "text": fitted(_words(one, t), _RIGHT - 24, _SIZE),
        }
        for i, one in enumerate(ordered)
    ]
    axis = [
        {"x": spot, "y": frame.height - _FOOT + 10, "text": t.number(float(x))}
        for x, spot in zip(ticks, spots, strict=True)
    ]
    heads = [{"x": _NAMES, "y": frame.height - 8, "text": t("sensitivity.chart.axis")}]
    return [
        texts(frame, names, fontSize=11.5),
        texts(frame, right, fontSize=_SIZE),
        texts(frame, axis, fontSize=9.5, align="center", color=MUTED),
        texts(frame, heads, fontSize=9.5, color=MUTED),
    ]


def _legend(frame: Frame, t: Texts, proven: bool) -> list[Spec]:
    """What the marks mean, in one line on top."""
    marks: list[Spec] = []
    left, y = 8.0, 12
    for kind in ("compared", *(("sure",) if proven else ()), "now", "beyond"):
        text = t(f"sensitivity.legend.{kind}")
        half = 8 if kind == "compared" else 4
        box: list[Row] = [{"x": left - 6, "x2": left + 12, "y": y - half, "y2": y + half}]
        dot: list[Row] = [{"x": left + 3, "y": y, "size": 70}]
        match kind:
            case "compared":
                marks.append(bars(frame, [{**box[0], "fill": SPACE}], stroke=MUTED, strokeWidth=0.8))
            case "sure":
                marks.append(bars(frame, [{**box[0], "fill": KEPT}], stroke=None))
            case "now":
                marks.append(points(frame, dot, shape="diamond", filled=True, fill=PAPER, stroke=INK, strokeWidth=1.6))
            case _:
                marks.append(points(frame, dot, shape="triangle-right", filled=True, fill=MUTED))
        marks.append(texts(frame, [{"x": left + 18, "y": y, "text": text}], fontSize=_SIZE))
        left += 40 + text_width(text, _SIZE)
    return marks


def _words(one: WeightRange, t: Texts) -> str:
    if one.empty:
        return t("sensitivity.range.none")
    return t("sensitivity.range.now", range=range_text(one.low, one.high, t), weight=one.criterion.weight)


def _end(ranges: Sequence[WeightRange]) -> Fraction:
    """How far the axis goes: to twice the heaviest weight, and to every limit that is not much further out."""
    heaviest = Fraction(max((one.criterion.weight for one in ranges), default=1))
    limits = [one.high for one in ranges if one.high is not None and one.high <= 3 * heaviest]
    sure = [one.sure[1] for one in ranges if one.sure is not None and one.sure[1] <= 3 * heaviest]
    return max([2 * heaviest, *limits, *sure]) * Fraction(21, 20)


def _ticks(end: Fraction) -> list[Fraction]:
    """Round weights along the axis, some five of them."""
    power = 10 ** max(0, len(str(int(end / 5))) - 1)
    step = next((power * s for s in (*_STEPS, 10) if power * s * 6 >= end), 10 * power)
    return [Fraction(step * i) for i in range(int(end / step) + 1)]
