"""Numbers in the report."""

from localisation.domain.criterion import Criterion
from localisation.domain.inventory import Place
from localisation.exporting.shown import shown_unit_key
from localisation.pictures.money import currency
from localisation.rules.base import MONEY_UNITS
from localisation.texts import MORE_DECIMALS, Texts


def signed(value: float, t: Texts, decimals: int = 1) -> str:
    """With a plus or a minus in front; more decimals where it would else be nothing, and 0 where it is."""
    if not round(value, decimals + MORE_DECIMALS):
        return t.number(0)
    return ("+" if value > 0 else "−") + t.number(abs(value), decimals)


def points(value: float, t: Texts) -> str:
    """Points with one decimal."""
    return t.number(value, 1).replace("-", "−")


def plain(value: float, t: Texts) -> str:
    """One decimal below 100, unless it is whole."""
    decimals = 0 if float(value).is_integer() or abs(value) >= 100 else 1
    return t.number(value, decimals).replace("-", "−")


def told(value: float, criterion: Criterion, place: Place, t: Texts) -> tuple[str, str]:
    """An amount of a criterion (in the unit that is shown) and its unit; thousands of money become millions."""
    key = shown_unit_key(criterion)
    if key in MONEY_UNITS:
        unit = t(f"report.money.{key}", currency=currency(place.currency, t))
        return t.number(value / 1000, 1).replace("-", "−"), unit
    return plain(value, t), t(f"units.{key}")
