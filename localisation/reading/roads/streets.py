"""What a reader of one format finds: streets as lines, in the coordinate system of the place."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from localisation.array_types import Flags, Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Streets:
    """One entry a street. "Along" is the direction its line is drawn in, "back" the other.

    `line` holds LineStrings in metres; `start` and `end` are node keys (int64) or None, when streets join where their
    lines end. `metres` are lengths. `car_along_s` and `car_back_s` are seconds, inf when closed. For bicycles and
    walkers only whether they may pass is known. `ferry_s` is the duration of a crossing, NaN on land. `row` is the
    number of the feature in the file, from 1.
    """

    line: NDArray[np.object_]
    start: NDArray[np.int64] | None
    end: NDArray[np.int64] | None
    metres: Floats
    car_along_s: Floats
    car_back_s: Floats
    bicycle_along: Flags
    bicycle_back: Flags
    walk_along: Flags
    walk_back: Flags
    ferry_s: Floats
    tunnel: Flags
    bridge: Flags
    row: NDArray[np.int64]


def seconds_at(metres: Floats, kmh: Floats) -> Floats:
    """Seconds for so many metres at a speed; inf at speed 0: closed."""
    closed = ~(kmh > 0)
    return np.asarray(np.where(closed, np.inf, metres * 3.6 / np.where(closed, 1, kmh)))
