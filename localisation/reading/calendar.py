"""The week and the public holidays of a place, from [calendar] in place.toml."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import holidays

from localisation.reading.cells import CellFault, value_of
from localisation.reading.choices import CHOICES
from localisation.reading.place_keys import checked_place
from localisation.reading.problems import Place, Problems
from localisation.reading.schema import Column, Type
from localisation.reading.toml_file import TomlFile

YEARS = range(2015, 2061)
"""The years whose public holidays are known."""
_ENGLISH = "en_US"
_WEEKDAY = Column(key="weekdays", type=Type.CHOICE, choices="weekday")


def calendar_settings(file: TomlFile, problems: Problems) -> dict[str, Any]:
    """`weekdays` (Monday is 0) and `public_holidays` as far as the place tells; empty without [calendar].

    `public_holidays_en` has the same days in English, where that is known.
    """
    if "calendar" not in file.values:
        return {}
    written = checked_place(file, "calendar", problems)
    found: dict[str, Any] = {}
    if "country" in written:
        code = written["country"].strip().upper()
        found["public_holidays"] = _public_holidays(written["country"], file.at("calendar", "country"), problems)
        if found["public_holidays"] and _ENGLISH in holidays.country_holidays(code).supported_languages:
            found["public_holidays_en"] = _named_in(code, _ENGLISH)
    if "weekdays" in written:
        at = file.at("calendar", "weekdays")
        days = {day for word in written["weekdays"] if (day := _weekday(word, at, problems)) is not None}
        found["weekdays"] = tuple(sorted(days))
        if not written["weekdays"]:
            problems.error("no_weekdays", at)
    return found


def _public_holidays(country: str, at: Place, problems: Problems) -> Mapping[date, str]:
    """The days nobody works in a country (ISO 3166-1 alpha-2), named in its own language."""
    code = country.strip().upper()
    if code not in holidays.list_supported_countries(include_aliases=False):
        known = code in holidays.list_supported_countries()
        suggestion = holidays.country_holidays(code).country if known else ""
        told = "country_unknown_like" if suggestion else "country_unknown"
        problems.error(told, at, country=country, suggestion=suggestion)
        return {}
    return _named_in(code, holidays.country_holidays(code).default_language)


def _named_in(code: str, language: str | None) -> Mapping[date, str]:
    return dict(sorted(holidays.country_holidays(code, years=YEARS, language=language).items()))


def _weekday(word: Any, at: Place, problems: Problems) -> int | None:
    try:
        return CHOICES["weekday"].index(str(value_of(str(word), _WEEKDAY)))
    except CellFault as fault:
        problems.error(fault.code, at, **{"column": "weekdays", "table": "calendar", **fault.holes})
        return None
