"""Ranges of weights as readers see them."""

import math
from fractions import Fraction

from localisation.solving.robustness.weight_range import WeightRange
from localisation.texts import Texts

_PARTS = 10


def range_text(low: Fraction, high: Fraction | None, t: Texts) -> str:
    """Such as "12,1-40" or "fra 12,1", in tenths and never wider than it is."""
    if low == high:
        return _text(low, t)
    if high is None:
        return t("sensitivity.range.any") if not low else t("sensitivity.range.from", low=low_text(low, t))
    if not low:
        return t("sensitivity.range.to", high=high_text(high, t))
    return t("sensitivity.range.between", low=low_text(low, t), high=high_text(high, t))


def low_text(low: Fraction, t: Texts) -> str:
    """A lower limit in tenths, rounded up."""
    return _text(Fraction(math.ceil(low * _PARTS), _PARTS), t)


def high_text(high: Fraction, t: Texts) -> str:
    """An upper limit in tenths, rounded down."""
    return _text(Fraction(math.floor(high * _PARTS), _PARTS), t)


def criterion_name(one: WeightRange, t: Texts) -> str:
    """The criterion in the reader's language."""
    return (one.criterion.name_en if t.language == "en" else "") or one.criterion.name


def most_sensitive_first(ranges: tuple[WeightRange, ...]) -> list[WeightRange]:
    """Those first of whose weight the smallest share need be added or taken before another proposal leads."""
    return sorted(ranges, key=_room)


def most_sensitive(ranges: tuple[WeightRange, ...]) -> WeightRange | None:
    """The weight whose limit is nearest, going by its share; None when no weight has a limit that is known."""
    first = min(ranges, key=_room, default=None)
    return None if first is None or _room(first) == math.inf else first


def _room(one: WeightRange) -> Fraction | float:
    """The share of the weight that can be added or taken at least; below 0 where it does not hold as it is."""
    weight = one.criterion.weight
    if not one.holds:
        return -1.0
    down = [weight - one.low] if one.low else []
    up = [one.high - weight] if one.high is not None else []
    return min((room / weight for room in (*down, *up)), default=math.inf)


def _text(value: Fraction, t: Texts) -> str:
    return t.number(float(value), 0 if value.denominator == 1 else 1)
