"""A date that takes little room."""

from datetime import date

from babel.dates import format_date

from localisation.texts import Texts

_LOCALE = {"nb": "nb_NO", "en": "en_GB"}


def short_date(day: date, t: Texts) -> str:
    """Such as 12. mars 2020 and 12 Mar 2020."""
    return format_date(day, "medium", locale=_LOCALE[t.language])
