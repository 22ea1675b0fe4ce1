"""The mean travel time of inhabitants."""

from dataclasses import dataclass

from localisation.geography.accessibility.given import ByZone, Unreached, given


@dataclass(frozen=True, slots=True, kw_only=True)
class MeanTime:
    """The mean in seconds of the inhabitants who reach something (None: nobody does), and who does not."""

    mean_s: float | None
    people: int
    """The inhabitants the mean is of."""
    unreached: Unreached


def mean_time(seconds: ByZone, people: ByZone) -> MeanTime:
    """The population-weighted mean time to the nearest site, in seconds.

    Formula: sum of p_i t_i / sum of p_i, over zones i that reach a site. A mean cannot hold those who reach
    nothing; they are counted apart and must be told beside it. Reference: Hansen 1959, "How accessibility shapes
    land use"; the weighted mean distance of the p-median problem (Hakimi 1964).
    """
    zones = given(seconds, people)
    reached = zones.reached
    count = float(zones.people[reached].sum())
    total = float((zones.people[reached] * zones.seconds[reached]).sum())
    return MeanTime(mean_s=total / count if count else None, people=round(count), unreached=zones.unreached)
