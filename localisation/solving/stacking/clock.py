"""The time a search has, and what it leaves unproven."""

import time

from localisation.domain.stacking.stack_plan import StackRun
from localisation.domain.vocabulary import Status
from localisation.solving.progress import Stop
from localisation.solving.stacking.least import Least


class Clock:
    """How long there is left, whether the user stopped, and the first amount that could not be proven least."""

    def __init__(self, seconds: float, stop: Stop | None) -> None:
        self._began, self._seconds, self.stop = time.monotonic(), seconds, stop
        self._open: tuple[str, int | None] | None = None

    @property
    def left(self) -> float:
        """Seconds left, 0 or less when there are none."""
        return self._seconds - (time.monotonic() - self._began)

    @property
    def over(self) -> bool:
        """Whether time is up or the user stopped."""
        return self.left <= 0 or bool(self.stop and self.stop.is_set())

    def leave_open(self, amount: str, within: int | None) -> None:
        """Remember that this amount is not proven; the first is kept."""
        self._open = self._open or (amount, within)

    def note(self, amount: str, reached: Least) -> None:
        """Leave an amount open unless it is proven."""
        if not reached.proven:
            self.leave_open(amount, reached.value - reached.bound)

    @property
    def run(self) -> StackRun:
        """How it went."""
        seconds = time.monotonic() - self._began
        if self._open is None:
            return StackRun(status=Status.OPTIMAL, seconds=seconds)
        return StackRun(status=Status.FEASIBLE, seconds=seconds, open_from=self._open[0], within=self._open[1])
