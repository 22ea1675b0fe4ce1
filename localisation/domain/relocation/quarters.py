"""Quarters of a year, and amounts written by them."""

import re
from collections.abc import Iterable
from datetime import date

_AMOUNT = re.compile(r"(\d{4}-Q[1-4])\s*=\s*(\d+)")


def quarter_of(day: date) -> str:
    """The quarter a day is in, such as "2019-Q3"."""
    return f"{day.year}-Q{(day.month + 2) // 3}"


def quarter_amounts(words: Iterable[str]) -> dict[str, int]:
    """Quarter -> whole amount, from words such as "2019-Q3=20000"; ValueError for any other, or a quarter twice."""
    found: dict[str, int] = {}
    for word in words:
        match = _AMOUNT.fullmatch(word.strip())
        if match is None or match[1] in found:
            raise ValueError(f"{word!r}: write each quarter once, as 2019-Q3=20000")
        found[match[1]] = int(match[2])
    return found
