"""The bound of a measure as a reader knows it: thousands become whole money."""

from collections.abc import Mapping

from localisation.domain.criterion import Criterion
from localisation.domain.inventory import Place
from localisation.exporting.shown import shown_unit, shown_unit_key
from localisation.texts import Texts
from localisation.texts.currency import currency

_MONEY = {"thousands": "explain.money", "thousands_per_year": "explain.money_per_year"}


def bound_words(row: Criterion, place: Place, texts: Texts, **amounts: int) -> Mapping[str, object]:
    """The amounts, given in the unit that is shown, with the name of their unit as `unit`."""
    money = _MONEY.get(shown_unit_key(row))
    if money is None:
        return {**amounts, "unit": shown_unit(row, place, texts)}
    unit = texts(money, currency=currency(place.currency, texts))
    return {**{key: 1000 * amount for key, amount in amounts.items()}, "unit": unit}
