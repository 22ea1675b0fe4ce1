"""Money as a reader meets it."""

from babel.numbers import get_currency_symbol

from localisation.texts import Texts

_LOCALE = {"nb": "nb_NO", "en": "en_GB"}


def millions(k100: int, t: Texts) -> str:
    """Hundredths of a thousand as millions with one decimal, without the unit."""
    return t.number(k100 / 100_000, 1)


def currency(code: str, t: Texts) -> str:
    """The sign of a currency in running text: "kr" for NOK in Norwegian, else the code."""
    return str(get_currency_symbol(code, locale=_LOCALE[t.language])) if t.language == "nb" else code
