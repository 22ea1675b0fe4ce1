"""Where each building of a stack plan stands on paper."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from localisation.domain.stacking.stack_plan import BuildingStack

ACROSS_PX = 26
GAP_PX = 14
_ROWS_PX = (22.0, 20.0, 18.0, 16.0, 14.5, 13.0, 12.0, 11.0)
"""Heights of a floor that are tried, the largest first."""
_USUAL_ROW_PX = 19.0
_MOST_COLUMNS = 4
_LEAST_WIDTH_PX = 250
_BUILDINGS_A_COLUMN = 3

HeightOf = Callable[[BuildingStack, float, float], float]
"""The height of a building, given the width of its column and the height of a floor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Columns of buildings from the left; each stands below the one before it. All in pixels."""

    columns: tuple[tuple[BuildingStack, ...], ...]
    column_px: float
    row_px: float
    height: float


def laid_out(stacks: Sequence[BuildingStack], height_of: HeightOf, *, width: float, height: float | None) -> Layout:
    """The largest floors that fit the height, in about three buildings a column if that does; without a height, usual.

    Where nothing fits, the smallest floors in the fewest high columns: the picture is then higher than asked for.
    """
    most = max(1, min(_MOST_COLUMNS, len(stacks), int(width // _LEAST_WIDTH_PX)))
    wanted = min(most, -(-len(stacks) // _BUILDINGS_A_COLUMN))
    counts = sorted(range(1, most + 1), key=lambda count: (abs(count - wanted), -count))
    if height is None:
        return _in_columns(stacks, height_of, max(1, wanted), _USUAL_ROW_PX, width)
    found = None
    for row in _ROWS_PX:
        for count in counts:
            layout = _in_columns(stacks, height_of, count, row, width)
            if layout.height <= height:
                return layout
            found = layout if found is None or layout.height < found.height else found
    assert found is not None
    return found


def _in_columns(
    stacks: Sequence[BuildingStack], height_of: HeightOf, count: int, row_px: float, width: float
) -> Layout:
    """In order, the longest column as short as can be."""
    column_px = (width - ACROSS_PX * (count - 1)) / count
    heights = [height_of(s, column_px, row_px) + GAP_PX for s in stacks]
    low, high = max(heights, default=0.0), sum(heights)
    while high - low > 1:
        middle = (low + high) / 2
        low, high = (low, middle) if len(_filled(heights, middle)) <= count else (middle, high)
    columns = tuple(tuple(stacks[i] for i in column) for column in _filled(heights, high))
    return Layout(columns=columns, column_px=column_px, row_px=row_px, height=high)


def _filled(heights: Sequence[float], most: float) -> list[list[int]]:
    columns: list[list[int]] = [[]]
    used = 0.0
    for i, height in enumerate(heights):
        if columns[-1] and used + height > most:
            columns.append([])
            used = 0.0
        columns[-1].append(i)
        used += height
    return columns
