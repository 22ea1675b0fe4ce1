"""The length of lines in a coordinate system of the place."""

import numpy as np
import shapely
from numpy.typing import NDArray


def line_length(line: NDArray[np.object_]) -> NDArray[np.float64]:
    """Metres as the lines are drawn on the map: without the slope, and with the scale of the projection.

    In its own zone UTM is at most 0.04 % short and, at the edge, 0.1 % long.
    """
    return np.asarray(shapely.length(line), np.float64)
