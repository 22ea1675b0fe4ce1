"""How much of a frontier is still unknown: the certified band between bounds and points."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from localisation.solving.frontier.region import Box, Region, Slope, Vector

_CELLS = {2: 200, 3: 30}
"""Into so many cells each axis is cut at least, by the number of axes, to count what slopes allow."""


def band_share(region: Region, points: Sequence[Vector]) -> float:
    """The hypervolume gap: the part of what the bounds allow to be dominated that the points do not (0 to 1).

    Measured from the worst value of any point on each axis, each axis on its own scale (hypervolume: Zitzler & Thiele
    1999). 0 when nothing is left to find, 1 when no two points differ on every axis yet.
    """
    boxes = region.boxes()
    if not boxes:
        return 0.0
    ends = [(min(values), max(values)) for values in zip(*points, strict=True)]
    if not points or any(low == high for low, high in ends):
        return 1.0
    grid = [_marks(j, ends[j], points, region, boxes) for j in range(len(ends))]
    shape = tuple(len(marks) - 1 for marks in grid)
    allowed = np.ones(shape, dtype=bool)
    for slope in region.slopes:
        _cut_off(slope, grid, allowed)
    for bound in region.bounds:
        allowed[tuple(slice(0, int(np.searchsorted(m, b))) for m, b in zip(grid, bound, strict=True))] = False
    known = np.zeros(shape, dtype=bool)
    for point in points:
        known[tuple(slice(int(np.searchsorted(m, p)), None) for m, p in zip(grid, point, strict=True))] = True
    open_cells = np.zeros(shape, dtype=bool)
    for box in boxes:
        spans = zip(grid, box.low, box.high, strict=True)
        open_cells[tuple(slice(int(np.searchsorted(m, a)), int(np.searchsorted(m, b))) for m, a, b in spans)] = True
    left = _volume(allowed & ~known & open_cells, grid)
    whole = _volume(known, grid) + left
    return left / whole if whole else 0.0


def _cut_off(slope: Slope, grid: Sequence[np.ndarray], allowed: NDArray[np.bool_]) -> None:
    """Let the cells not be allowed that lie below a slope with all whole numbers that are in them."""
    tops = [marks[1:] - 1 for marks in grid]
    counts = [int(np.searchsorted(top, most, side="right")) for top, most in zip(tops, slope.most, strict=True)]
    amount = np.zeros(())
    for top, count, weight in zip(tops, counts, slope.weights, strict=True):
        amount = amount[..., None] + weight * top[:count]
    allowed[tuple(slice(count) for count in counts)] &= amount >= slope.least


def _marks(
    axis: int, ends: tuple[int, int], points: Sequence[Vector], region: Region, boxes: Sequence[Box]
) -> np.ndarray:
    """Every value at which something begins or ends, between the best and the worst of the points.

    What slopes allow is counted in so many cells that they leave little of a cell uncertain; that counts as allowed.
    """
    corners = [corner for box in boxes for corner in (box.low, box.high)]
    values = {v[axis] for v in [*points, *region.bounds, *corners]}
    low = min([ends[0], *(box.low[axis] for box in boxes)])
    if region.slopes:
        values |= set(np.linspace(low, ends[1], _CELLS[len(points[0])], dtype=int).tolist())
    inside = {v for v in values if low <= v <= ends[1]} | set(ends)
    return np.array(sorted(inside), dtype=float)


def _volume(cells: np.ndarray, grid: Sequence[np.ndarray]) -> float:
    volume = cells.astype(float)
    for marks in reversed(grid):
        volume = volume @ (np.diff(marks) / (marks[-1] - marks[0]))
    return float(volume)
