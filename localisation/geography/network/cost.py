"""Time and distance in one number, so that one search gives both, exactly."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from localisation.array_types import Floats
from localisation.domain.travel import Mode
from localisation.geography.network.on_roads import TICKS_PER_S

DECIMETRE_BITS: Final = 26
TIME_UNIT: Final = float(2**DECIMETRE_BITS)
"""What one tick of time weighs; a decimetre weighs 1."""

LARGEST_COST: Final = float(2**53 - 1)
"""Whole numbers up to here are exact in float64. Longer journeys (by car 37 hours, by bicycle 149, on foot 372) are
never searched for: they are absent from the answer."""


def cost_of(seconds: NDArray[np.floating], metres: NDArray[np.floating], mode: Mode) -> Floats:
    """Seconds and metres as one cost: whole ticks in the high bits, whole decimetres in the low 26; inf stays inf.

    Costs are whole numbers in float64, so sums along a road are exact in any order, and the least cost is the
    fastest way, and among equally fast ways the shortest. A road of 6,710 km or more does not fit: ValueError.
    """
    ticks = np.rint(np.asarray(seconds, np.float64) * TICKS_PER_S[mode])
    decimetres = np.rint(np.asarray(metres, np.float64) * 10)
    if decimetres.size and not decimetres.max() < TIME_UNIT:
        raise ValueError("a single edge is longer than 6,710 km, or its length is not a number")
    return np.asarray(ticks * TIME_UNIT + decimetres)


def limit_of(limit_s: float | None, mode: Mode) -> float:
    """The largest cost of a journey of at most so many seconds; without a limit, the largest there is."""
    if limit_s is None:
        return LARGEST_COST
    ticks = np.floor(limit_s * TICKS_PER_S[mode])
    return float(min(ticks * TIME_UNIT + (TIME_UNIT - 1), LARGEST_COST))


def decode(cost: Floats, mode: Mode, seconds: NDArray[np.float32], metres: NDArray[np.float32] | None) -> None:
    """Write the seconds in the costs, and the metres if wanted, into arrays of the same shape; inf stays inf."""
    ticks = cost * (1 / TIME_UNIT)
    np.floor(ticks, out=ticks)
    np.multiply(ticks, 1 / TICKS_PER_S[mode], out=seconds, casting="same_kind")
    if metres is None:
        return
    ticks *= -TIME_UNIT
    with np.errstate(invalid="ignore"):
        ticks += cost
    np.multiply(ticks, 0.1, out=metres, casting="same_kind")
    if np.isnan(metres.max(initial=0)):
        metres[np.isnan(metres)] = np.inf
