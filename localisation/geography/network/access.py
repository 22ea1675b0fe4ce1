"""How points beside the network get to it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """The leg between a point and the nearest street: the straight line, lengthened, at a speed.

    `detour_percent` lengthens the straight line (130: 30 % longer). Points further off than `far_m` are named in the
    answer; those further off than `reach_m` are not tied to the network at all, and reach nothing. Streets in parts of
    the network with less than `least_component_m` metres of road (a car park cut off by a missing stretch) are not
    tied to; the largest part always is. Two points may also go directly, as one leg: with
    `direct_m` those no further apart than that, without it those nearer to each other than to their streets.
    """

    speed_kmh: float
    detour_percent: float = 100
    far_m: float = 500
    reach_m: float = 5_000
    least_component_m: float = 5_000
    direct_m: float | None = None

    def leg(self, straight_m: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Seconds and metres of legs whose straight lines have these lengths."""
        metres = straight_m * self.detour_percent / 100
        return metres * 3.6 / self.speed_kmh, metres
