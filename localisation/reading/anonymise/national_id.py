"""Recognises Norwegian national identity numbers, to warn of them."""

import re
from datetime import date

_K1 = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_K2 = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_NEW_REMAINDERS = frozenset({0, 1, 2, 3})


def is_national_id(text: str) -> bool:
    """Whether a text is a fødselsnummer: eleven digits with a date in front and check digits that fit.

    D-numbers (day + 40), H-numbers (month + 40) and the Tax Administration's test persons (month + 80, or + 65) count
    too. The second check digit must fit modulo 11; the first may leave a remainder of 0-3, as it can from 2032 on.
    Source: Skatteetaten, the National Population Register's description of fødselsnummer and of the change in 2032.
    """
    digits = re.sub(r"[\s.\-]", "", text)
    if not re.fullmatch(r"[0-9]{11}", digits):
        return False
    n = [int(d) for d in digits]
    first = sum(w * d for w, d in zip(_K1, n, strict=False)) % 11
    second = sum(w * d for w, d in zip(_K2, n, strict=True)) % 11
    return second == 0 and first in _NEW_REMAINDERS and _dated(digits)


def _dated(digits: str) -> bool:
    """Whether the six first digits can be a day, of any century; 29 February always can."""
    day, month = int(digits[:2]), int(digits[2:4])
    day -= 40 if day > 40 else 0
    for shift in (80, 65, 40, 0):
        if 1 <= month - shift <= 12:
            try:
                date(2000, month - shift, day)
            except ValueError:
                return False
            return True
    return False
