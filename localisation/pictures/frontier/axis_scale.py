"""The values of an axis as a reader sees them."""

from math import floor, log10

from localisation.domain.inventory import Place
from localisation.pictures.money import currency
from localisation.rules import RULES
from localisation.rules.base import MONEY_UNITS, Measure
from localisation.rules.goal import GOAL_UNITS
from localisation.solving.frontier.axis import Axis
from localisation.texts import Texts


def axis_name(axis: Axis, t: Texts) -> str:
    """The name in the reader's language."""
    return (axis.name_en if t.language == "en" else "") or axis.name


def axis_value(axis: Axis, value: int) -> float:
    """A value in the unit that is shown: of a criterion, with money in millions; else points lost."""
    if axis.criterion is None:
        return value / GOAL_UNITS
    rule = RULES[axis.criterion.rule]
    if not issubclass(rule, Measure):
        return value
    return value / rule.raw_per_unit / (1000 if rule.unit in MONEY_UNITS else 1)


def axis_unit(axis: Axis, place: Place, t: Texts, *, value: int | None = None) -> str:
    """The name of that unit; in the singular after a value that is shown as one."""
    if axis.criterion is None:
        return t("frontier.points_lost")
    rule = RULES[axis.criterion.rule]
    if not issubclass(rule, Measure):
        return t("units.breaches")
    if rule.unit in MONEY_UNITS:
        return t(f"report.money.{rule.unit}", currency=currency(place.currency, t))
    one = value is not None and axis_value(axis, value) == 1 and t.has(f"units.one.{rule.unit}")
    return t(f"units.one.{rule.unit}" if one else f"units.{rule.unit}")


def difference_unit(axis: Axis, place: Place, t: Texts, *, value: int) -> str:
    """The name of the unit of a difference between two values: points are not lost in it."""
    return t("units.points") if axis.criterion is None else axis_unit(axis, place, t, value=value)


def told_value(axis: Axis, value: int, t: Texts) -> str:
    """A value as text: whole numbers from 100, else as many decimals as tell values apart."""
    shown = axis_value(axis, value)
    if axis.criterion is None:
        return t.number(shown, 2)
    whole = float(shown).is_integer() or abs(shown) >= 1000
    return t.number(shown, 0 if whole else 1 if abs(shown) >= 100 else 2)


def ticks(low: float, high: float, *, about: int = 6) -> list[float]:
    """Round values between two others, 1, 2 or 5 times a power of ten apart."""
    if high <= low:
        return [low]
    raw = (high - low) / about
    power = 10.0 ** floor(log10(raw))
    step = next(f * power for f in (1, 2, 5, 10) if f * power >= raw)
    first = floor(low / step) + (0 if floor(low / step) * step >= low else 1)
    found = []
    while first * step <= high + step * 1e-9:
        found.append(first * step)
        first += 1
    return found
