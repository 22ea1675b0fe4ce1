"""Money as a reader meets it."""

from localisation.texts import Texts
from localisation.texts.currency import currency

__all__ = ["currency", "millions"]


def millions(k100: int, t: Texts) -> str:
    """Hundredths of a thousand as millions with one decimal, without the unit."""
    return t.number(k100 / 100_000, 1)
