"""The time of one question, shared between its parts."""

import time

from localisation.domain.scenario import SolveLimits
from localisation.solving.explaining.fewest_moved import PART


class SharedLimits:
    """The limits of each part in turn, and the moments it should end at; what a part does not use, those after it get.

    A part is one solve for each of the goal's `levels`, and the search for the change that is smallest after them. An
    explanation of why something cannot be comes on top.
    """

    def __init__(self, limits: SolveLimits, *, parts: int, levels: int) -> None:
        self._limits, self._left, self._levels = limits, parts, levels
        self._until = time.monotonic() + limits.time_limit_s
        self.until = self._until
        """When the part begun last should end."""

    def next(self) -> SolveLimits:
        """The limits of the next part; a second at least."""
        now = time.monotonic()
        share = (self._until - now) / max(1, self._left)
        self.until = now + share
        self._left -= 1
        seconds = share / (self._levels + 1 / PART)
        return self._limits.model_copy(update={"time_limit_s": max(1, int(seconds))})
