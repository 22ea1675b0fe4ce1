"""Limits that end at a moment."""

import time

from localisation.domain.scenario import SolveLimits


def ending(limits: SolveLimits, until: float) -> SolveLimits:
    """The limits with no more time than there is until a moment of the monotonic clock, in whole seconds; at least one.

    What must repeat is ended by its deterministic limit, whatever the time.
    """
    left = max(1, int(until - time.monotonic()))
    return limits.model_copy(update={"time_limit_s": min(limits.time_limit_s, left)})
