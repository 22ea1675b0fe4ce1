"""How much of the roads and how many inhabitants are reached from depots within a time."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from localisation.domain.road_times import RoadTimes
from localisation.geography.accessibility.given import ByZone, NotPlain, Numbers
from localisation.geography.accessibility.share_within import Share, share_within


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """Road within the limit, of all road, and inhabitants likewise."""

    limit_s: float
    road_m: float
    road_within_m: float
    road_unreached_m: float
    """Road that no depot reaches at all, within the times that were given."""
    road_unreached: tuple[int, ...]
    """Which stretches those are, by their place in the arrays, from 0."""
    people: Share

    @property
    def road_share(self) -> float | None:
        """The share 0-1 of all road kilometres, the unreached too; None without roads."""
        return self.road_within_m / self.road_m if self.road_m else None


def response(roads: RoadTimes, seconds: ByZone, people: ByZone, limit_s: float) -> Response:
    """The share of road kilometres and of inhabitants that a vehicle from the nearest depot reaches in time, 0-1 each.

    Formula for a stretch of m metres driven in f seconds forwards and b backwards, with s and e seconds to its ends:
    the part within t is min(1, max(0, (t - s)/f) + max(0, (t - e)/b)), speed being even along it; the share is the
    sum of part times m over the sum of m. Inhabitants: see `share_within`, with seconds to each zone from its
    nearest depot. Reference: maximal covering on networks (Church & Meadows 1979); response-time cover of
    emergency services (Toregas et al. 1971). Raises `NotPlain` for lengths or times that are negative.
    """
    metres = np.asarray(roads.metres, dtype=np.float64)
    if not np.isfinite(metres).all() or (metres < 0).any():
        raise NotPlain("a stretch of road has no length, or a negative one")
    forward = _part(_times(roads.start_s), _times(roads.forward_s), limit_s)
    backward = _part(_times(roads.end_s), _times(roads.backward_s), limit_s)
    never = ~(_open(roads.start_s, roads.forward_s) | _open(roads.end_s, roads.backward_s))
    return Response(
        limit_s=limit_s,
        road_m=float(metres.sum()),
        road_within_m=float((np.minimum(1.0, forward + backward) * metres).sum()),
        road_unreached_m=float(metres[never].sum()),
        road_unreached=tuple(int(i) for i in np.flatnonzero(never)),
        people=share_within(seconds, people, limit_s),
    )


def _times(values: NDArray[Any]) -> Numbers:
    found = np.array(values, dtype=np.float64)
    found[np.isnan(found)] = np.inf
    if (found < 0).any():
        raise NotPlain("a travel time is negative")
    return found


def _open(at_end: NDArray[Any], along: NDArray[Any]) -> NDArray[np.bool_]:
    return np.isfinite(_times(at_end)) & np.isfinite(_times(along))


def _part(at_end: Numbers, along: Numbers, limit_s: float) -> Numbers:
    """How much of each stretch is driven within the limit from one end, 0-1; all of one that takes no time."""
    left = limit_s - at_end
    driven = np.divide(left, along, out=np.where(left >= 0, 1.0, 0.0), where=np.isfinite(along) & (along > 0))
    driven[~np.isfinite(along)] = 0.0
    found: Numbers = np.clip(driven, 0.0, 1.0)
    return found
