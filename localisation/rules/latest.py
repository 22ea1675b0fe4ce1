"""The latest and the earliest of several times, as helpers a solver may use."""

from collections.abc import Iterable

from localisation.rules.linear import Linear
from localisation.rules.relocation.base import RelocationModel

Time = tuple[Linear, Linear]
"""A time, and the yes or no that says whether it counts."""


def latest(model: RelocationModel, times: Iterable[Time], high: int, name: str) -> Linear:
    """No earlier than any of the times that count; the time itself when there is only one and it always counts.

    Bounded from below only, within 0 and `high`: use it where a later time cannot help.
    """
    found = list(times)
    if len(found) == 1 and _always(found[0]):
        return found[0][0]
    helper = model.whole(0, high, name)
    for time, when in found:
        model.always(helper >= time, when=when)
    return helper


def earliest(model: RelocationModel, times: Iterable[Time], high: int, name: str) -> Linear:
    """No later than any of the times that count; the mirror image of `latest`, bounded from above only."""
    found = list(times)
    if len(found) == 1 and _always(found[0]):
        return found[0][0]
    helper = model.whole(0, high, name)
    for time, when in found:
        model.always(helper <= time, when=when)
    return helper


def _always(time: Time) -> bool:
    return not time[1].terms and time[1].constant == 1
