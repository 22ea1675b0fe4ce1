"""The accessibility profile: how many inhabitants are within each minute."""

from dataclasses import dataclass

import numpy as np

from localisation.geography.accessibility.given import ByZone, NotPlain, Unreached, given


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A curve that never falls: `share[k]` of all inhabitants are within `minutes[k]`. Ends below 1 if some cannot."""

    minutes: tuple[int, ...]
    share: tuple[float, ...]
    people: int
    unreached: Unreached


def profile(seconds: ByZone, people: ByZone, *, until_min: int | None = None) -> Profile:
    """The share (0-1) of all inhabitants within 0, 1, 2 … minutes of a site.

    Formula: F(m) = sum of p_i over t_i <= 60 m / sum of all p_i: the cumulative distribution of `share_within` for
    every limit at once. Those who reach nothing are in the denominator, so the curve then stays below 1. It goes to
    the first whole minute that holds all who reach something, or to `until_min`. Empty where nobody lives.
    Reference: Church & ReVelle 1974, coverage drawn for every limit.
    """
    if until_min is not None and until_min < 0:
        raise NotPlain("the last minute is negative")
    zones = given(seconds, people)
    peopled = zones.reached & (zones.people > 0)
    if not zones.everyone:
        return Profile(minutes=(), share=(), people=0, unreached=zones.unreached)
    farthest = float(zones.seconds[peopled].max(initial=0.0))
    last = int(np.ceil(farthest / 60)) if until_min is None else until_min
    order = np.argsort(zones.seconds[peopled], kind="stable")
    within = np.concatenate([[0.0], np.cumsum(zones.people[peopled][order])])
    limits = 60.0 * np.arange(last + 1)
    found = within[np.searchsorted(zones.seconds[peopled][order], limits, side="right")] / zones.people.sum()
    return Profile(
        minutes=tuple(range(last + 1)),
        share=tuple(float(f) for f in found),
        people=zones.everyone,
        unreached=zones.unreached,
    )
