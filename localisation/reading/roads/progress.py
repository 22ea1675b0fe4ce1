"""How far the reading of a large file has come."""

from collections.abc import Callable

Progress = Callable[[int, int | None], None]
"""Told how many features are read, and of how many when that is known."""

EVERY = 100_000
"""Progress is told once in so many features."""


def untold(done: int, of: int | None) -> None:
    """Nobody wants to know."""
