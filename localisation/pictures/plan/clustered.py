"""What lies close together in time."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Protocol, TypeVar

_LONG = timedelta(days=21)


class Lasting(Protocol):
    """Anything with a first and a last date."""

    @property
    def first(self) -> date:
        """The first date."""

    @property
    def last(self) -> date:
        """The last date."""


T = TypeVar("T")


def clustered(things: Iterable[T], when: Callable[[T], Lasting]) -> list[list[T]]:
    """The things by first date, in groups with no gap longer than three weeks within."""
    groups: list[list[T]] = []
    end = date.min
    for thing in sorted(things, key=lambda x: (when(x).first, when(x).last)):
        if groups and when(thing).first - end <= _LONG:
            groups[-1].append(thing)
        else:
            groups.append([thing])
        end = max(end, when(thing).last)
    return groups
