"""A figure that was read, as people write it."""

from datetime import date
from math import isfinite

from localisation.domain.provenance import Figure
from localisation.texts import Texts

_AS_WRITTEN = frozenset({"year", "lat", "lon", "easting_m", "northing_m"})
"""Columns of numbers that are names of years and places rather than amounts."""
_TRUTH = {"True": "common.yes", "False": "common.no"}


def figure_value(figure: Figure, t: Texts) -> str:
    """Amounts in the language's own writing with at most two decimals (three significant digits below 0.1).

    Years and places keep every digit, with the language's decimal sign. Dates are written out, yes and no are words;
    anything else stands as it was read.
    """
    text = figure.value
    if figure.column in _AS_WRITTEN:
        return text.replace(".", t.decimal_sign)
    if text in _TRUTH:
        return t(_TRUTH[text])
    try:
        return t.value(date.fromisoformat(text)) if "-" in text[1:] else _amount(float(text), t)
    except ValueError:
        return text


def _amount(value: float, t: Texts) -> str:
    """0,33 for a third, 12 000 for 12000.0; as many decimals as are needed and no more."""
    if not isfinite(value):
        raise ValueError("not an amount")
    most = 2 if abs(value) >= 0.1 else 4
    shown = round(value, most)
    decimals = next(n for n in range(most + 1) if round(shown, n) == shown)
    return t.number(shown, decimals)
