"""How far a long reading has come: a line that renews itself on a terminal, plain lines now and then elsewhere."""

import time
from types import TracebackType

from rich.console import Console
from rich.status import Status

from localisation.reading.reading_progress import ReadingStep
from localisation.texts import Texts

PLAIN_EVERY_S = 5.0


class ReadingLine:
    """Shows the file that is being read, or the mode whose times are worked out, as a context manager.

    The line goes away when all of it is done. Where it cannot be renewed, one is written every few seconds, and none
    for what takes less.
    """

    def __init__(self, console: Console, texts: Texts) -> None:
        self._console, self._texts = console, texts
        self._status: Status | None = None
        self._last: float | None = None

    def __enter__(self) -> "ReadingLine":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._stop()

    def told(self, step: ReadingStep) -> None:
        """Show a step, or take the line away at the last one."""
        if step.done == step.of:
            self._stop()
        elif self._console.is_terminal:
            if self._status is None:
                self._status = self._console.status("")
                self._status.start()
            self._status.update(self._line(step))
        elif self._last is None and PLAIN_EVERY_S:
            self._last = time.monotonic()
        elif time.monotonic() - (self._last or 0) >= PLAIN_EVERY_S:
            self._last = time.monotonic()
            self._console.print(self._line(step))

    def _stop(self) -> None:
        if self._status:
            self._status.stop()
        self._status = None

    def _line(self, step: ReadingStep) -> str:
        name = self._texts(f"travel.mode.{step.name}") if step.kind == "times" else step.name
        if step.of:
            return self._texts(f"cli.reading.{step.kind}", name=name, percent=100 * step.done // step.of)
        return self._texts("cli.reading.count", name=name, count=step.done)
