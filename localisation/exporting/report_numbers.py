"""Numbers in the report."""

from localisation.domain.assessment import CriterionResult
from localisation.exporting.shown import shown_amount
from localisation.texts import Texts


def signed(value: float, t: Texts, decimals: int = 1) -> str:
    """With a plus or a minus in front; 0 when it rounds to nothing."""
    if float(round(value, decimals)) == 0:
        return t.number(0)
    return ("+" if value > 0 else "−") + t.number(abs(value), decimals)


def amount(result: CriterionResult, t: Texts) -> str:
    """A criterion's amount in the unit that is shown, with a decimal where it is small and not whole."""
    return plain(shown_amount(result), t)


def plain(value: float, t: Texts) -> str:
    """One decimal below 100, unless it is whole."""
    return t.number(value, 0 if float(value).is_integer() or abs(value) >= 100 else 1)
