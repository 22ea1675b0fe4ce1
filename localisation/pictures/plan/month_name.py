"""Names of months as they stand on an axis."""

from datetime import date

from babel.dates import format_date

from localisation.texts import Texts

_LOCALE = {"nb": "nb_NO", "en": "en_GB"}


def month_name(day: date, t: Texts, *, narrow: bool = False) -> str:
    """The short name of a day's month without a full stop; one letter when narrow."""
    return format_date(day, "LLLLL" if narrow else "LLL", locale=_LOCALE[t.language]).rstrip(".")
