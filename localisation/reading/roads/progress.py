"""How far the reading of a large file has come, and how large it may be."""

from collections.abc import Callable

Progress = Callable[[int, int | None], None]
"""Told how many features are read, and of how many when that is known."""

EVERY = 100_000
"""Progress is told once in so many features."""


MOST_STREETS = 5_000_000
"""More than a county needs, and about as many as memory holds: a street takes a kilobyte while it is read."""


def untold(done: int, of: int | None) -> None:
    """Nobody wants to know."""
