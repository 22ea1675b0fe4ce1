"""Stretches of road, and how soon the nearest of some sites gets to them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadTimes:
    """Stretches of road with the times from the nearest depot, as arrays of shape (stretches,).

    `start_s` and `end_s` are seconds to the two ends (NaN or infinite: not reached). `forward_s` is driving it from
    start to end and `backward_s` from end to start; NaN or infinite where it is closed that way. Each stretch of
    road stands once, not once for each direction.
    """

    start_s: NDArray[Any]
    end_s: NDArray[Any]
    forward_s: NDArray[Any]
    backward_s: NDArray[Any]
    metres: NDArray[Any]


RoadsFrom: TypeAlias = Callable[[Sequence[str], float], RoadTimes]
"""(ids of buildings, limit in seconds) -> the roads of the place by car from the nearest of them; what lies beyond the
limit counts as not reached."""
