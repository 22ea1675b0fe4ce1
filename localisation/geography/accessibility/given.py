"""The plain values a measure is given, made alike: names, seconds and inhabitants as arrays."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Name: TypeAlias = str | int
Numbers: TypeAlias = NDArray[np.float64]
ByZone: TypeAlias = Mapping[str, float] | NDArray[Any]
"""A number for every zone: by its id, or shape (zones,)."""
Table: TypeAlias = Mapping[str, Mapping[str, float]] | NDArray[Any]
"""Seconds from every zone to every site: by their ids, or shape (zones, sites)."""


class NotPlain(ValueError):
    """The values given to a measure do not fit each other; the sentence says how. A fault of the caller's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreached:
    """Who reaches nothing: the inhabitants, and every zone by name, those without inhabitants too."""

    people: int
    zones: tuple[Name, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """The zones of a measure. `seconds` is infinite where nothing is reached."""

    names: tuple[Name, ...]
    seconds: Numbers
    people: Numbers

    @property
    def everyone(self) -> int:
        """All inhabitants."""
        return round(float(self.people.sum()))

    @property
    def reached(self) -> NDArray[np.bool_]:
        """Which zones reach something."""
        return np.isfinite(self.seconds)

    @property
    def unreached(self) -> Unreached:
        """Who reaches nothing."""
        beyond = ~self.reached
        names = tuple(name for name, out in zip(self.names, beyond, strict=True) if out)
        return Unreached(people=round(float(self.people[beyond].sum())), zones=names)


def given(seconds: ByZone, people: ByZone) -> Given:
    """Seconds and inhabitants side by side; raises `NotPlain` where they do not fit or are negative."""
    counts = numbers(people)
    if isinstance(seconds, Mapping):
        if not isinstance(people, Mapping):
            raise NotPlain("seconds and people must both be mappings or both be arrays")
        unknown = [z for z in seconds if z not in people]
        if unknown:
            raise NotPlain(f"no inhabitants are given for {unknown[:5]}")
        times = np.array([_or_infinite(seconds.get(z)) for z in people], dtype=np.float64)
    else:
        times = np.array(seconds, dtype=np.float64)
        times[np.isnan(times)] = np.inf
    if times.shape != counts.shape or counts.ndim != 1:
        raise NotPlain(f"seconds have the shape {times.shape} and people {counts.shape}")
    if (times < 0).any():
        raise NotPlain("a travel time is negative")
    return Given(names=names_of(people), seconds=times, people=counts)


def numbers(values: ByZone) -> Numbers:
    """Finite numbers that are not negative, such as inhabitants, in the order given; raises `NotPlain`."""
    found = np.array(list(values.values()) if isinstance(values, Mapping) else values, dtype=np.float64)
    if not np.isfinite(found).all() or (found < 0).any():
        raise NotPlain("a count is missing, infinite or negative")
    return found


def names_of(values: ByZone) -> tuple[Name, ...]:
    """The names of zones or sites: the ids, or places in the array."""
    return tuple(values) if isinstance(values, Mapping) else tuple(range(len(values)))


def table(seconds: Table, zones: ByZone, sites: ByZone) -> Numbers:
    """Seconds as an array (zones, sites), infinite where a site is not reached; raises `NotPlain`."""
    if isinstance(seconds, Mapping):
        if not isinstance(zones, Mapping) or not isinstance(sites, Mapping):
            raise NotPlain("the table is a mapping, so zones and sites must be mappings too")
        rows: list[Mapping[str, float]] = [seconds.get(z, {}) for z in zones]
        found = np.array([[_or_infinite(row.get(s)) for s in sites] for row in rows], dtype=np.float64)
        found = found.reshape(len(zones), len(sites))
    else:
        found = np.array(seconds, dtype=np.float64)
        found[np.isnan(found)] = np.inf
    if found.shape != (len(zones), len(sites)):
        raise NotPlain(f"the table has the shape {found.shape}, but there are {len(zones)} zones, {len(sites)} sites")
    if (found < 0).any():
        raise NotPlain("a travel time is negative")
    return found


def _or_infinite(value: float | None) -> float:
    return np.inf if value is None or np.isnan(value) else value
