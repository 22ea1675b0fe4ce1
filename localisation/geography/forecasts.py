"""People of small places scaled to newer totals of the areas they lie in, and totals of years to come."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from localisation.domain.spread import spread

Totals = Mapping[str, Mapping[int, int]]
"""Area -> year -> people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scaled:
    """The people of every place after scaling, in the order given, and what could not be scaled.

    `unscaled` are areas without a total: their people are as they were. `unplaced` is area -> people of a total for
    which there is no place with anybody to grow from: they are in no place, and must be told of.
    """

    people: tuple[int, ...]
    unscaled: tuple[str, ...]
    unplaced: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearTotals:
    """Totals of one year. `between` is area -> the two years it was worked out from, where the year itself is not
    known; `unknown` are areas whose figures do not reach to the year, neither before nor after."""

    year: int
    people: Mapping[str, int]
    between: Mapping[str, tuple[int, int]]
    unknown: tuple[str, ...]


def scaled(people: Sequence[int], areas: Sequence[str], totals: Mapping[str, int]) -> Scaled:
    """The people of places so that each area has exactly its total; shares within an area stay as they are.

    Formula: p_i * T / sum of p in the area, made whole by the largest remainder (Hamilton's method, see `spread`), so
    that no total is missed by rounding. `areas` is the area of each place. The assumption that all places of an area
    grow alike is that of constant shares (Smith, Tayman & Swanson 2013, on small-area forecasts). Raises ValueError for
    lengths that differ and for negative people or totals.
    """
    if len(people) != len(areas):
        raise ValueError(f"{len(people)} counts for {len(areas)} areas")
    if min((*people, *totals.values()), default=0) < 0:
        raise ValueError("a number of people is negative")
    members: dict[str, list[int]] = defaultdict(list)
    for place, area in enumerate(areas):
        members[area].append(place)
    found = [int(p) for p in people]
    unplaced: dict[str, int] = {}
    for area, total in totals.items():
        own = members.get(area, [])
        weights = tuple(found[i] for i in own)
        if total and not sum(weights):
            unplaced[area] = total
            continue
        for i, part in zip(own, spread(total, weights), strict=True):
            found[i] = part
    return Scaled(
        people=tuple(found),
        unscaled=tuple(area for area in members if area not in totals),
        unplaced=unplaced,
    )


def totals_of(forecast: Totals, year: int) -> YearTotals:
    """The totals of a year: as they stand, or on the straight line between the nearest years before and after.

    A line is drawn only between years that are known, never beyond them; the result is rounded to whole people, halves
    up. Areas whose years all lie to one side are in `unknown`, and in no total.
    """
    people: dict[str, int] = {}
    between: dict[str, tuple[int, int]] = {}
    unknown: list[str] = []
    for area, years in forecast.items():
        if year in years:
            people[area] = years[year]
            continue
        before = max((y for y in years if y < year), default=None)
        after = min((y for y in years if y > year), default=None)
        if before is None or after is None:
            unknown.append(area)
            continue
        span = after - before
        risen = years[before] * (after - year) + years[after] * (year - before)
        people[area] = (2 * risen + span) // (2 * span)
        between[area] = (before, after)
    return YearTotals(year=year, people=people, between=between, unknown=tuple(unknown))
