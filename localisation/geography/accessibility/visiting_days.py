"""Access to service points that are not open every day."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite

from localisation.geography.accessibility.given import NotPlain

Opening = int | frozenset[int]
"""How many days a week a point is open, or which ones (0 is the first day of the week)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitingDays:
    """What each zone has of a service over a week.

    `nearest` is zone -> site -> the share (0-1) of the days on which that site is its nearest open one; the shares
    of a zone add up to `open_share`, which is below 1 when on some day nothing it reaches is open. `expected_s` is
    the mean of the seconds over the days with something open; a zone without any is absent there and in
    `unreached`, one with fewer than all days is in `partly`.
    """

    expected_s: Mapping[str, float]
    open_share: Mapping[str, float]
    nearest: Mapping[str, Mapping[str, float]]
    partly: tuple[str, ...]
    unreached: tuple[str, ...]

    def within(self, seconds: Mapping[str, Mapping[str, float]], people: Mapping[str, float], limit_s: float) -> float:
        """Inhabitants with an open site within the limit on an average day: sum of p_i times the share of days."""
        return sum(
            count * sum(part for site, part in self.nearest[zone].items() if seconds[zone][site] <= limit_s)
            for zone, count in people.items()
        )


def visiting_days(
    seconds: Mapping[str, Mapping[str, float]],
    people: Mapping[str, float],
    opening: Mapping[str, Opening],
    *,
    week_days: int = 5,
) -> VisitingDays:
    """The expected time in seconds to the nearest site that is open, over the days of a week.

    Definition: on each day a zone uses the nearest site open that day; its expected time is the mean over the days.
    A point open d of 5 days, with a full-time site farther off, therefore counts for d/5 of the access and the
    full-time site for the rest: E_i = sum over sites j of w_ij t_ij, w_ij the share of days on which j is i's
    nearest open site. When only the number of days is known, part-time points are taken to be open on the same
    days: w_ij = max(0, d_j - the largest d among nearer sites) / 5. That is the cautious assumption: whatever the
    real days are, on no less a share of them is something open within any given time. Reference: defined here;
    the bound is that of comonotone events (Hoeffding 1940, Fréchet 1951). Of equally near sites the one
    open most counts first, then the first in `opening`. Tables as mappings only: zone id -> site id -> seconds.
    Raises `NotPlain` when days are outside the week, or some part-time points have days and others only a number.
    """
    days = _days(opening, week_days)
    order = {site: place for place, site in enumerate(opening)}
    expected: dict[str, float] = {}
    share: dict[str, float] = {}
    nearest: dict[str, dict[str, float]] = {}
    for zone in people:
        row = seconds.get(zone, {})
        near = sorted(
            (s for s in row if days.get(s) and isfinite(row[s])), key=lambda s: (row[s], -len(days[s]), order[s])
        )
        taken: set[int] = set()
        own: dict[str, float] = {}
        for site in near:
            new = days[site] - taken
            if new:
                own[site] = len(new) / week_days
                taken |= new
        nearest[zone] = own
        share[zone] = len(taken) / week_days
        if taken:
            expected[zone] = sum(part * row[site] for site, part in own.items()) * week_days / len(taken)
    return VisitingDays(
        expected_s=expected,
        open_share=share,
        nearest=nearest,
        partly=tuple(z for z in people if 0 < share[z] < 1),
        unreached=tuple(z for z in people if not share[z]),
    )


def _days(opening: Mapping[str, Opening], week_days: int) -> dict[str, frozenset[int]]:
    """The days each site is open; a bare number means the first so many days, the same for all."""
    if week_days < 1:
        raise NotPlain("a week has at least one day")
    counted = [s for s, d in opening.items() if isinstance(d, int) and 0 < d < week_days]
    named = [s for s, d in opening.items() if not isinstance(d, int)]
    if counted and named:
        raise NotPlain(f"{counted[0]} has a number of days and {named[0]} has which ones; give the same of all")
    found = {s: frozenset(range(d)) if isinstance(d, int) else d for s, d in opening.items()}
    for site, given in opening.items():
        if not found[site] <= frozenset(range(week_days)) or (isinstance(given, int) and given < 0):
            raise NotPlain(f"{site} is open on days that are not in a week of {week_days}")
    return found
