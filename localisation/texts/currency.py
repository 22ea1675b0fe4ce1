"""A currency as a reader meets it."""

from babel.numbers import get_currency_symbol

from localisation.texts import Texts


def currency(code: str, t: Texts) -> str:
    """The sign of a currency in running text: "kr" for NOK in Norwegian, else the code."""
    return str(get_currency_symbol(code, locale="nb_NO")) if t.language == "nb" else code
