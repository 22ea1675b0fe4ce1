"""Where the axes of a panel begin and end."""

from localisation.pictures.frontier.axis_scale import axis_value
from localisation.solving.frontier.frontier import Frontier
from localisation.solving.frontier.reference import Whose

End = tuple[float, float]

_AIR = 0.06
_STRETCH = 3.0
"""A reference may make an axis at most so many times as long as the points need: beyond that they are squeezed."""


def panel_ends(frontier: Frontier, pair: tuple[int, int]) -> list[End]:
    """The first and last value of both axes, as shown and with some air.

    The points, and what may lie below them, always have room; references where the points are not squeezed by it, a
    proposal before today's situation.
    """
    own = [_needed(frontier, axis) for axis in pair]
    ends = own
    for reference in sorted(frontier.references, key=lambda r: r.whose is Whose.TODAY):
        spot = [axis_value(frontier.axes[axis], reference.values[axis]) for axis in pair]
        wider = [(min(low, v), max(high, v)) for (low, high), v in zip(ends, spot, strict=True)]
        if all(_length(w) <= _STRETCH * _length(o) or not _length(o) for w, o in zip(wider, own, strict=True)):
            ends = wider
    return [_aired(end) for end in ends]


def _needed(frontier: Frontier, axis: int) -> End:
    values = [p.values[axis] for p in frontier.points]
    if len(frontier.axes) == 2 and len(frontier.points) > 1:
        least = min(values) - (max(values) - min(values)) // 3
        values += [max(least, box.low[axis]) for box in frontier.undecided if box.low[axis] < max(values)]
    shown = [axis_value(frontier.axes[axis], v) for v in values]
    return min(shown), max(shown)


def _length(end: End) -> float:
    return end[1] - end[0]


def _aired(end: End) -> End:
    low, high = end
    air = _AIR * ((high - low) or abs(high) or 1)
    return low - air, high + air
