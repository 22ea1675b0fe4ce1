"""The time that a given per cent of the inhabitants stay within."""

from dataclasses import dataclass

import numpy as np

from localisation.geography.accessibility.given import ByZone, NotPlain, Unreached, given


@dataclass(frozen=True, slots=True, kw_only=True)
class PercentileTime:
    """The time in seconds; None when so many reach nothing that no time is enough."""

    percent: float
    seconds: float | None
    people: int
    unreached: Unreached


def percentile_time(seconds: ByZone, people: ByZone, percent: float) -> PercentileTime:
    """The least time in seconds within which at least `percent` of ALL inhabitants reach a site.

    Formula: min { t : sum of p_i over t_i <= t  >=  percent/100 * sum of all p_i }. Those who reach nothing count as
    infinitely far, so the figure is None when they are too many. There is no interpolation between zones.
    `percent` is above 0 and at most 100. Reference: Hyndman & Fan 1996, definition 1 (the inverse of the empirical
    distribution).
    """
    if not 0 < percent <= 100:
        raise NotPlain("a percentile is above 0 and at most 100")
    zones = given(seconds, people)
    order = np.argsort(zones.seconds, kind="stable")
    within = np.cumsum(zones.people[order])
    everyone = float(within[-1]) if len(within) else 0.0
    at = int(np.searchsorted(within, percent / 100 * everyone - 1e-9 * everyone)) if everyone else 0
    found = float(zones.seconds[order][at]) if everyone else np.inf
    return PercentileTime(
        percent=percent,
        seconds=found if np.isfinite(found) else None,
        people=zones.everyone,
        unreached=zones.unreached,
    )
