"""What a running solve tells, and how it is told to stop."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """The state of a running solve; values in goal units, None while unknown.

    `explaining`: there is no solution, and why is being found out.
    """

    level: int
    levels: int
    engine: str
    seconds: float
    best: int | None
    bound: int | None
    explaining: bool = False

    @property
    def gap(self) -> float | None:
        """Relative distance between best and bound."""
        if self.best is None or self.bound is None:
            return None
        return max(0, self.best - self.bound) / max(1, abs(self.best))


OnProgress = Callable[[Progress], None]


class Stop(Protocol):
    """Anything that can say it is time to stop, such as a `threading.Event`."""

    def is_set(self) -> bool:
        """Whether to stop now and keep the best so far."""
