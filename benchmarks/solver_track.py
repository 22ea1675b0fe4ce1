"""What one engine knew when: best value and bound, in goal units, by seconds since it was given the model."""

import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The best value and the bound after so many seconds; None while there is none."""

    seconds: float
    value: int | None
    bound: int | None


class Track:
    """Notes every change of the best value or the bound. It can be given to a board, and be called from any thread."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self.changes: list[Known] = []

    def __call__(self, _: str, value: int | None, bound: int | None) -> None:
        """What an engine tells; whatever it says, values only go down and bounds only up."""
        last = self.changes[-1] if self.changes else Known(seconds=0, value=None, bound=None)
        value = min((x for x in (value, last.value) if x is not None), default=None)
        bound = max((x for x in (bound, last.bound) if x is not None), default=None)
        if (value, bound) != (last.value, last.bound):
            self.changes.append(Known(seconds=self.seconds, value=value, bound=bound))

    @property
    def seconds(self) -> float:
        """Since it was made."""
        return time.monotonic() - self._began


def known_at(changes: list[Known], seconds: float) -> Known:
    """What was known after so many seconds."""
    before = [known for known in changes if known.seconds <= seconds]
    return before[-1] if before else Known(seconds=0, value=None, bound=None)


def first_value(changes: list[Known]) -> float | None:
    """After how many seconds there was a first solution; None without one."""
    return next((known.seconds for known in changes if known.value is not None), None)
