"""Times of day of a feed, as seconds."""

import re

import numpy as np
import pandas as pd
from numpy.typing import NDArray

NO_TIME, NEGATIVE_TIME, BAD_TIME = -1, -2, -3
"""In the place of the seconds: the cell is empty, before the day begins, or no time."""
_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d):([0-5]\d)")


def seconds(times: pd.Series) -> NDArray[np.int64]:
    """Seconds since the service day began, of times such as "7:05:00" and "25:10:00", or one of the marks above."""
    codes, known = pd.factorize(times)
    found = np.array([_seconds(str(text)) for text in known] + [NO_TIME], np.int64)
    return found[codes]


def _seconds(text: str) -> int:
    match = _CLOCK.fullmatch(text)
    if match:
        hours, minutes, rest = (int(part) for part in match.groups())
        return hours * 3600 + minutes * 60 + rest
    return NEGATIVE_TIME if text.startswith(("-", "\N{MINUS SIGN}")) else BAD_TIME
