"""The time to the nearest of several sites."""

from collections.abc import Collection, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from localisation.geography.accessibility.given import NotPlain


def nearest_time(
    seconds: Mapping[str, Mapping[str, float]] | NDArray[Any], sites: Collection[str] | Collection[int]
) -> dict[str, float] | NDArray[np.float64]:
    """The time in seconds from every zone to the nearest of the sites.

    Formula: t_i = min over sites j of t_ij. Reference: Hakimi 1964, the distance to the nearest facility.
    Gives the shape it was given: a mapping where zones that reach none of the sites are absent, or an array (zones,)
    with infinity there. Raises `NotPlain` when there is no site.
    """
    if not sites:
        raise NotPlain("there is no site to go to")
    if isinstance(seconds, Mapping):
        nearest: dict[str, float] = {}
        for zone, row in seconds.items():
            own = [time for site, time in row.items() if site in sites]
            if own:
                nearest[zone] = min(own)
        return nearest
    times = np.array(seconds, dtype=np.float64)[:, np.array(list(sites), dtype=np.intp)]
    times[np.isnan(times)] = np.inf
    found: NDArray[np.float64] = times.min(axis=1)
    return found
