"""How far a long reading has come, for whoever waits for it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
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


_listener: ContextVar[Callable[[ReadingStep], None] | None] = ContextVar("reading", default=None)
"""Reading goes through many hands, and one alone, who started it, wants to know how far it has come."""


@contextmanager
def listening(tell: Callable[[ReadingStep], None]) -> Iterator[None]:
    """Tell every step of what is read meanwhile."""
    before = _listener.set(tell)
    try:
        yield
    finally:
        _listener.reset(before)


def told_as(kind: str, name: str) -> Callable[[int, int | None], None]:
    """A teller of numbers that passes them on with what they are about, to whoever listens."""

    def progress(done: int, of: int | None) -> None:
        tell = _listener.get()
        if tell:
            tell(ReadingStep(kind=kind, name=name, done=done, of=of))

    return progress
