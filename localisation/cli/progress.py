"""How a solve is going: a line that renews itself on a terminal, plain lines elsewhere."""

import time
from collections.abc import Iterator
from types import TracebackType

from rich.console import Console
from rich.live import Live
from rich.spinner import Spinner
from rich.text import Text

from localisation.exporting.gap_words import tells
from localisation.rules.goal import GOAL_UNITS
from localisation.solving.progress import Progress
from localisation.texts import Texts

_PLAIN_EVERY_S = 5.0


class ProgressLine:
    """Shows best so far, bound, gap and seconds of one solve, as a context manager.

    `told` may be called by any thread; the others by the main thread only.
    """

    def __init__(self, console: Console, texts: Texts, name: str) -> None:
        self._console, self._texts, self._name = console, texts, name
        self._latest: Progress | None = None
        self._shown: tuple[object, ...] = ()
        self._began = self._last = time.monotonic()
        self._live: Live | None = None
        self._spinner = Spinner("dots")

    def __enter__(self) -> "ProgressLine":
        if self._console.is_terminal:
            self._live = Live(console=self._console, refresh_per_second=8, transient=True)
            self._live.start()
        else:
            self._console.print(self._texts("cli.progress.start", name=self._name))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        if self._live:
            self._live.stop()
        if self._latest:
            self._console.print(self._line(self._latest))

    def told(self, progress: Progress) -> None:
        """Take the latest news; drawing is left to `draw`."""
        self._latest = progress

    def draw(self) -> None:
        """Renew the line; in plain output, write it when something is new, at most every few seconds."""
        if self._live:
            self._spinner.update(text=Text(self._line(self._latest)))
            self._live.update(self._spinner)
            return
        now = self._latest
        news = (now.level, now.best, now.bound, now.explaining) if now else ()
        if self._latest and news != self._shown and time.monotonic() - self._last >= _PLAIN_EVERY_S:
            self._shown, self._last = news, time.monotonic()
            self._console.print(self._line(self._latest))

    def _line(self, progress: Progress | None) -> str:
        seconds = time.monotonic() - self._began
        if progress is None:
            return self._texts("cli.progress.waiting", name=self._name, seconds=round(seconds))
        return self._texts("cli.progress.line", name=self._name, parts=list(self._known(progress, round(seconds))))

    def _known(self, progress: Progress, seconds: int) -> Iterator[str]:
        """What is known by now; the rest is left out."""
        t = self._texts
        if progress.explaining:
            yield t("cli.progress.explaining")
            yield t("cli.progress.seconds", seconds=seconds)
            return
        if progress.levels > 1:
            yield t("cli.progress.level", level=progress.level, levels=progress.levels)
        if progress.best is not None:
            yield t("cli.progress.best", best=t.number(progress.best / GOAL_UNITS, 2))
        if progress.bound is not None:
            yield t("cli.progress.bound", bound=t.number(progress.bound / GOAL_UNITS, 2))
        if progress.best is not None and progress.bound is not None and progress.gap is not None:
            if tells(progress.best, progress.bound):
                yield t("cli.progress.gap", gap=t.number(100 * progress.gap, 2))
            else:
                points = max(0, progress.best - progress.bound) / GOAL_UNITS
                yield t("goals.open_points", points=t.number(points, 2))
        yield t("cli.progress.seconds", seconds=seconds)
        if progress.engine:
            yield progress.engine
