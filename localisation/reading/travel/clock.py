"""A time of the day as people write it."""

import re

_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)|24[:.]00")


def clock_s(written: str) -> int | None:
    """Seconds after midnight of "07:30" or "7.30"; None for what is no time. "24:00" is the end of the day."""
    found = _CLOCK.fullmatch(written.strip())
    if found is None:
        return None
    return 86_400 if found[1] is None else 3600 * int(found[1]) + 60 * int(found[2])
