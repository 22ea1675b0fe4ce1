"""How much can be reached within a time."""

from collections.abc import Mapping
from dataclasses import dataclass

from localisation.geography.accessibility.given import ByZone, Name, Numbers, Unreached, given, numbers, table
from localisation.geography.accessibility.given import Table as Seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunities:
    """What each zone reaches within the limit, in the unit of what was counted, and the inhabitants' mean of it."""

    limit_s: float
    by_zone: dict[Name, float]
    mean: float | None
    """Weighted by all inhabitants; those who reach nothing count with 0. None where nobody lives."""
    unreached: Unreached
    """Zones with nothing at all within the limit."""


def cumulative_opportunities(seconds: Seconds, people: ByZone, opportunities: ByZone, limit_s: float) -> Opportunities:
    """How much (sites, workplaces, places) each zone reaches within the limit, in the unit of `opportunities`.

    Formula: A_i = sum of O_j over t_ij <= limit. Reference: Wachs & Kumagai 1973; Geurs & van Wee 2004 (isochrone or
    contour measure). See the package for the shapes.
    """
    times = table(seconds, people, opportunities)
    reached = (times <= limit_s) @ numbers(opportunities)
    nearest: Numbers = times.min(axis=1, initial=float("inf"))
    nearest[nearest > limit_s] = float("inf")
    zones = given(_shaped(nearest, people), people)
    mean = float((zones.people * reached).sum() / zones.people.sum()) if zones.everyone else None
    return Opportunities(
        limit_s=limit_s,
        by_zone=dict(zip(zones.names, reached.tolist(), strict=True)),
        mean=mean,
        unreached=zones.unreached,
    )


def _shaped(values: Numbers, like: ByZone) -> ByZone:
    """An array by zone in the shape of another value by zone."""
    return dict(zip(like, values.tolist(), strict=True)) if isinstance(like, Mapping) else values
