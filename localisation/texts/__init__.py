"""Every sentence a user reads, one folder a language; numbers, dates and money are formatted here too."""

import tomllib
from datetime import date
from decimal import Decimal
from functools import cache
from math import isfinite
from pathlib import Path

from babel.dates import format_date
from babel.numbers import format_decimal, get_decimal_symbol

from localisation.texts.filled import Filled

LANGUAGES = ("nb", "en")
MORE_DECIMALS = 3
"""Beyond a thousandth of the last figure that is asked for, an amount is nothing to a reader."""
_LOCALE = {"nb": "nb_NO", "en": "en_GB"}


@cache
def catalogue(language: str) -> dict[str, str]:
    """All texts of a language by dotted key: file name, tables and key ("rules.space_capacity.breach")."""
    found: dict[str, str] = {}
    for path in sorted((Path(__file__).parent / language).glob("*.toml")):
        _flatten(path.stem, tomllib.loads(path.read_text("utf-8")), found)
    return found


def _flatten(prefix: str, table: dict[str, object], found: dict[str, str]) -> None:
    for key, value in table.items():
        if isinstance(value, dict):
            _flatten(f"{prefix}.{key}", value, found)
        else:
            found[f"{prefix}.{key}"] = str(value)


class Texts:
    """The texts of one language: `t("rules.people_moved.title")`, with holes filled by keyword.

    Whole numbers and dates in holes are formatted as the language does. A hole may name what it counts, for one and for
    many: `{days:arbeidsdag|arbeidsdager}` is "1 arbeidsdag" and "3 arbeidsdager".
    """

    def __init__(self, language: str = "nb") -> None:
        if language not in LANGUAGES:
            raise ValueError(f"unknown language {language!r}; choose among {', '.join(LANGUAGES)}")
        self.language = language
        self._texts = catalogue(language)

    def __call__(self, key: str, /, **holes: object) -> str:
        """The text with its holes filled; KeyError for an unknown key or a hole left open."""
        return self._texts[key].format(**{name: Filled(v, self.value(v)) for name, v in holes.items()})

    def has(self, key: str) -> bool:
        """Whether the language has the text."""
        return key in self._texts

    def value(self, value: object) -> str:
        """A value as the language writes it: 1 234, 3,5, 5. mars 2019; lists with commas."""
        match value:
            case bool():
                return self._texts["common.yes" if value else "common.no"]
            case int():
                return self.number(value)
            case float():
                return self.number(value, 1)
            case date():
                return format_date(value, "long", locale=_LOCALE[self.language])
            case tuple() | list() | frozenset() | set():
                parts = sorted(value, key=str) if isinstance(value, (set, frozenset)) else value
                return ", ".join(self.value(v) for v in parts)
            case _:
                return str(value)

    @property
    def decimal_sign(self) -> str:
        """What stands before the decimals of a number."""
        return get_decimal_symbol(_LOCALE[self.language])

    def number(self, value: float, decimals: int = 0) -> str:
        """A number with grouping, a fixed count of decimals and a real minus sign.

        What is not nothing is not written as nothing: it gets up to `MORE_DECIMALS` more decimals, until one shows.
        """
        if isfinite(value):
            exact = Decimal(str(value))
            decimals = next((n for n in range(decimals, decimals + MORE_DECIMALS + 1) if round(exact, n)), decimals)
            value = value if round(exact, decimals) else 0  # no minus sign in front of nothing
        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        return format_decimal(value, pattern, locale=_LOCALE[self.language]).replace("-", "\N{MINUS SIGN}")
