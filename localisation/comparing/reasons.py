"""Why a unit sits where it sits: what the next best site would have cost, all others staying put."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """The case for one site of a unit, against moving that site's staff to the next best building.

    `next_best` is the building with the least loss of points among those every must allows (None if there is
    none); `loss` is points lost in all and `deltas` by criterion id (positive: the present site is
    better). `refusals` counts, for the buildings that are not allowed, which musts stand in the way.
    """

    unit: str
    building: str
    next_best: str | None
    loss: float | None
    deltas: tuple[tuple[str, float], ...] = ()
    refusals: tuple[tuple[str, int], ...] = ()
    """(criterion id, number of buildings it rules out), most first."""
