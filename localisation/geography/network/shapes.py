"""The lines of all streets in three arrays."""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Shapes:
    """Lines one after another: line i has the points `first[i]` up to `first[i + 1]` (coordinates in metres).

    `first` is int64 and one longer than there are lines; `x_m` and `y_m` are float64, one a point.
    """

    first: NDArray[np.int64]
    x_m: NDArray[np.float64]
    y_m: NDArray[np.float64]

    @classmethod
    def of(cls, lines: NDArray[np.object_]) -> "Shapes":
        """The shapes of an array of LineStrings."""
        if not len(lines):
            return cls(first=np.zeros(1, np.int64), x_m=np.empty(0), y_m=np.empty(0))
        _, xy, offsets = shapely.to_ragged_array(lines, include_z=False)
        return cls(first=np.asarray(offsets[0], np.int64), x_m=xy[:, 0].copy(), y_m=xy[:, 1].copy())

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self.first) - 1

    def lines(self) -> NDArray[np.object_]:
        """The lines as an array of LineStrings."""
        if not self.count:
            return np.empty(0, object)
        xy = np.column_stack([self.x_m, self.y_m])
        return np.asarray(shapely.from_ragged_array(shapely.GeometryType.LINESTRING, xy, (self.first,)))
