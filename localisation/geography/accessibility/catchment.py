"""Access to services that have a limited capacity: two-step floating catchment areas."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from localisation.geography.accessibility.given import (
    ByZone,
    Name,
    NotPlain,
    Numbers,
    Table,
    Unreached,
    names_of,
    numbers,
    table,
)

Bands = Sequence[tuple[float, float]]
"""(upper limit in seconds, weight), nearest first: the weight holds from the limit before up to and with this one."""
SLOW_DECAY: Bands = ((600, 1.0), (1200, 0.68), (1800, 0.22))
"""The weights of Luo & Qi 2009 for a need that people travel for: 0-10, 10-20 and 20-30 minutes."""
FAST_DECAY: Bands = ((600, 1.0), (1200, 0.42), (1800, 0.09))
"""The weights of Luo & Qi 2009 for a need that people would rather not travel for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catchment:
    """Capacity per inhabitant as each zone has it, and per (weighted) inhabitant at each site.

    Summed over inhabitants, `by_zone` is the capacity of all sites that anyone reaches: nothing is lost or made.
    """

    by_zone: dict[Name, float]
    by_site: dict[Name, float]
    """A site without inhabitants in its catchment is absent here, and named in `unused`."""
    unused: tuple[Name, ...]
    mean: float | None
    """Of all inhabitants, those without access with 0; None where nobody lives."""
    unreached: Unreached
    """Zones without any site in reach."""


def floating_catchment(seconds: Table, people: ByZone, capacity: ByZone, limit_s: float) -> Catchment:
    """Capacity per inhabitant within reach, where those who share a site compete for it (2SFCA).

    Formula: R_j = S_j / sum of P_i over t_ij <= limit, then A_i = sum of R_j over t_ij <= limit. The unit is that of
    the capacity, per inhabitant. Conserves supply: sum of P_i A_i = sum of S_j over sites with anyone in reach. A
    service point open d of 5 days has d/5 of its capacity. Reference: Luo & Wang 2003, "Measures of spatial
    accessibility to health care in a GIS environment". See the package for the shapes.
    """
    return enhanced_floating_catchment(seconds, people, capacity, ((limit_s, 1.0),))


def enhanced_floating_catchment(
    seconds: Table, people: ByZone, capacity: ByZone, bands: Bands = SLOW_DECAY
) -> Catchment:
    """The same where the far part of the catchment counts less, in both steps (E2SFCA).

    Formula: R_j = S_j / sum of P_i W(t_ij), then A_i = sum of R_j W(t_ij), with W constant within each band and 0
    beyond the last. The unit is that of 2SFCA, and supply is conserved as there. Reference: Luo & Qi 2009, "An
    enhanced two-step floating catchment area (E2SFCA) method". Raises `NotPlain` for bands that do not grow or
    weights outside (0, 1].
    """
    times = table(seconds, people, capacity)
    folk, supply = numbers(people), numbers(capacity)
    weights = _weights(times, bands)
    demand = folk @ weights
    used: list[bool] = (demand > 0).tolist()
    ratio = np.divide(supply, demand, out=np.zeros_like(supply), where=demand > 0)
    access = weights @ ratio
    zones, sites = names_of(people), names_of(capacity)
    beyond = ~(weights > 0).any(axis=1)
    return Catchment(
        by_zone=dict(zip(zones, access.tolist(), strict=True)),
        by_site={s: r for s, r, any_ in zip(sites, ratio.tolist(), used, strict=True) if any_},
        unused=tuple(s for s, any_ in zip(sites, used, strict=True) if not any_),
        mean=float((folk * access).sum() / folk.sum()) if folk.sum() else None,
        unreached=Unreached(
            people=round(float(folk[beyond].sum())),
            zones=tuple(z for z, out in zip(zones, np.atleast_1d(beyond).tolist(), strict=True) if out),
        ),
    )


def _weights(times: Numbers, bands: Bands) -> Numbers:
    limits = [limit for limit, _ in bands]
    if not bands or any(a >= b for a, b in pairwise(limits)) or limits[0] < 0:
        raise NotPlain("the limits of the bands must grow")
    if not all(0 < weight <= 1 for _, weight in bands):
        raise NotPlain("a weight is above 0 and at most 1")
    by_band = np.array([*(weight for _, weight in bands), 0.0])
    found: Numbers = by_band[np.searchsorted(np.array(limits, dtype=np.float64), times, side="left")]
    return found
