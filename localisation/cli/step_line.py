"""How work in steps is going: a line that renews itself on a terminal, plain lines elsewhere."""

import time
from types import TracebackType

from rich.console import Console
from rich.live import Live
from rich.spinner import Spinner
from rich.text import Text

_PLAIN_EVERY_S = 5.0


class StepLine:
    """Shows the latest sentence, as a context manager; `{seconds}` in it becomes the seconds since the work began.

    `told` may be called by any thread; the others by the main thread only.
    """

    def __init__(self, console: Console, first: str) -> None:
        self._console = console
        self._latest, self._shown = first, ""
        self._began = self._last = time.monotonic()
        self._live: Live | None = None
        self._spinner = Spinner("dots")

    def __enter__(self) -> "StepLine":
        if self._console.is_terminal:
            self._live = Live(console=self._console, refresh_per_second=8, transient=True)
            self._live.start()
        else:
            self._write()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        if self._live:
            self._live.stop()
        if self._latest != self._shown:
            self._write()

    def told(self, sentence: str) -> None:
        """Take the latest sentence; drawing is left to `draw`."""
        self._latest = sentence

    def draw(self) -> None:
        """Renew the line; in plain output, write it when something is new, at most every few seconds."""
        if self._live:
            self._spinner.update(text=Text(self._line()))
            self._live.update(self._spinner)
        elif self._latest != self._shown and time.monotonic() - self._last >= _PLAIN_EVERY_S:
            self._write()

    def _write(self) -> None:
        self._shown, self._last = self._latest, time.monotonic()
        self._console.print(self._line())

    def _line(self) -> str:
        return self._latest.replace("{seconds}", str(round(time.monotonic() - self._began)))
