"""How far a long reading has come, as whoever waits for it may want to know."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingStep:
    """Something under way: `kind` is "file" (`name` as the user knows it) or "times" (`name` is a mode).

    `done` of `of`, in whatever is counted there; `of` is None where nobody knows how many there will be.
    """

    kind: str
    name: str
    done: int
    of: int | None


OnReading = Callable[[ReadingStep], None]


def unheard(_: ReadingStep) -> None:
    """Nobody waits."""


def told_as(tell: OnReading, kind: str, name: str) -> Callable[[int, int | None], None]:
    """A teller of numbers that passes them on with what they are about."""

    def progress(done: int, of: int | None) -> None:
        tell(ReadingStep(kind=kind, name=name, done=done, of=of))

    return progress
