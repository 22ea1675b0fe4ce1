"""Accessibility measures: pure functions on plain values, one measure a file; import them from here.

Every measure takes either of two shapes, and both give the same numbers (but `equality`, `worst_centre` and
`visiting_days` speak of parts, centres and sites by name, and take mappings only):

* mappings: `seconds` is zone id -> seconds (a zone that reaches nothing is absent or None) and `people` is zone id ->
  inhabitants; `people` says which zones there are. Tables are zone id -> site id -> seconds, as in
  `TravelTimes`.
* numpy arrays: `seconds` has shape (zones,), with NaN or infinity where nothing is reached, and `people` has the same
  shape. Tables have shape (zones, sites). Zones and sites are then named by their place in the array, from 0.

Times are seconds everywhere; only the profile curve counts in minutes. Zones that reach nothing are never left out
of a share, and always stand by name in `unreached`.
"""

from localisation.geography.accessibility.catchment import (
    FAST_DECAY,
    SLOW_DECAY,
    Catchment,
    enhanced_floating_catchment,
    floating_catchment,
)
from localisation.geography.accessibility.equality import Equality, equality
from localisation.geography.accessibility.gini import gini
from localisation.geography.accessibility.given import Given, NotPlain, Unreached
from localisation.geography.accessibility.mean_time import MeanTime, mean_time
from localisation.geography.accessibility.nearest_time import nearest_time
from localisation.geography.accessibility.opportunities import Opportunities, cumulative_opportunities
from localisation.geography.accessibility.percentile_time import PercentileTime, percentile_time
from localisation.geography.accessibility.profile import Profile, profile
from localisation.geography.accessibility.response import Response, response
from localisation.geography.accessibility.share_within import Share, share_within
from localisation.geography.accessibility.visiting_days import VisitingDays, visiting_days
from localisation.geography.accessibility.worst_centre import WorstCentre, worst_centre

__all__ = [
    "FAST_DECAY",
    "SLOW_DECAY",
    "Catchment",
    "Equality",
    "Given",
    "MeanTime",
    "NotPlain",
    "Opportunities",
    "PercentileTime",
    "Profile",
    "Response",
    "Share",
    "Unreached",
    "VisitingDays",
    "WorstCentre",
    "cumulative_opportunities",
    "enhanced_floating_catchment",
    "equality",
    "floating_catchment",
    "gini",
    "mean_time",
    "nearest_time",
    "percentile_time",
    "profile",
    "response",
    "share_within",
    "visiting_days",
    "worst_centre",
]
