"""How long the questions of a frontier may take."""

import time

from localisation.solving.progress import Stop

_QUESTIONS = 6
"""Without a number of points, there is time for so many questions that are not proven sooner."""
_BESIDES = 3
"""With a number of points, for so many more than these."""
_SETTLING = 0.1
"""The part of the time that is kept for choosing well among proposals with the same values."""


class Clock:
    """The seconds there are, first without those that are kept; over, too, when the user ends it."""

    def __init__(self, seconds: float, wanted: int | None, stop: Stop | None) -> None:
        self._wanted, self._stop = wanted, stop
        self._began = time.monotonic()
        self._seconds = seconds
        self._first = seconds * (1 - _SETTLING)
        self._until = self._began + self._first

    @property
    def elapsed(self) -> float:
        """Seconds since it began."""
        return time.monotonic() - self._began

    @property
    def left(self) -> float:
        """Seconds left."""
        return max(0.0, self._until - time.monotonic())

    @property
    def stopped(self) -> bool:
        """Whether the user has ended it."""
        return self._stop is not None and self._stop.is_set()

    @property
    def over(self) -> bool:
        """Whether to end now."""
        return self.stopped or not self.left

    def give_all(self) -> None:
        """What was kept may be used."""
        self._until = self._began + self._seconds

    def share(self, points: int) -> float:
        """Seconds for a question, with so many points found.

        A few with time for each prove more and find better plans than many in a hurry.
        """
        if self._wanted is None:
            whole = self._first / _QUESTIONS
        else:
            missing = max(1, self._wanted - points)
            whole = max(self._first / (self._wanted + _BESIDES), self.left / (missing + 1))
        return max(1.0, min(self.left, whole))
