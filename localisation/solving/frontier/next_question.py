"""What to ask next of a frontier: the best of the largest box that is undecided, by the slope of that box."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from localisation.solving.frontier.region import Box, Region, Vector
from localisation.solving.frontier.weights import weights_of

_OUTSIDE = 1e-6
"""What an extent outside all points found counts for, as a share of the axis."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The least weighted sum with every axis at most `most`; or the least of one axis, whatever its own limit."""

    most: Vector
    weights: Vector = ()
    axis: int | None = None

    def amount(self, values: Vector) -> int:
        """What is asked for, of values."""
        if self.axis is not None:
            return values[self.axis]
        return sum(w * v for w, v in zip(self.weights, values, strict=True))


class Chooser:
    """Remembers what was asked in vain, and that a half that was empty need not be cut again."""

    def __init__(self, steps: Sequence[int]) -> None:
        self._steps = tuple(steps)
        self._open: set[tuple[int | None, Vector]] = set()
        self._barren: set[tuple[int, int]] = set()

    def heard(self, asked: Asked, *, news: bool, proven: bool) -> None:
        """How the question went: whether it gave a new point, and whether its answer is proven."""
        if not proven:
            self._open.add(_key(asked))
        if not news and asked.axis is not None:
            self._barren |= {(j, m + 1) for j, m in enumerate(asked.most) if j != asked.axis}

    def choose(self, region: Region, points: Sequence[Vector]) -> Asked | None:
        """A question on the largest box on which there is one left; None when there is none."""
        ends = [(min(p[j] for p in points), max(p[j] for p in points)) for j in range(len(self._steps))]
        for _, box in sorted(((self._size(b, ends), b) for b in region.boxes()), key=lambda x: (-x[0], x[1].high)):
            for asked in self._questions(box, ends, points):
                if _key(asked) not in self._open:
                    return asked
        return None

    def _questions(self, box: Box, ends: Sequence[tuple[int, int]], points: Sequence[Vector]) -> Iterator[Asked]:
        """First a sum, by the slope of the box; in vain, its middle; then the whole of it, for each axis."""
        top = tuple(h - s for h, s in zip(box.high, self._steps, strict=True))
        extent = [self._extent(box, j, ends) for j in range(len(ends))]
        yield Asked(top, self._slanted(extent, points))
        order = sorted(range(len(ends)), key=lambda j: (extent[j], j))
        emptied = [j for j in order if (j, box.low[j]) in self._barren]
        if not emptied:
            axis = order[0]
            reach = [max(low, min(t, e[1])) for low, t, e in zip(box.low, top, ends, strict=True)]
            middle = tuple(
                t if j == axis else low + (r - low) // 2
                for j, (low, r, t) in enumerate(zip(box.low, reach, top, strict=True))
            )
            if any(middle[j] < top[j] for j in order[1:]):
                yield Asked(middle, axis=axis)
        for axis in [*emptied, *(j for j in reversed(order) if j not in emptied)]:
            yield Asked(top, axis=axis)

    def _slanted(self, extent: Sequence[float], points: Sequence[Vector]) -> Vector:
        columns = list(zip(*points, strict=True))
        own = [max(1, share * (max(c) - min(c))) for share, c in zip(extent, columns, strict=True)]
        return weights_of(own, [max(map(abs, c)) for c in columns], self._steps)

    def _size(self, box: Box, ends: Sequence[tuple[int, int]]) -> float:
        size = 1.0
        for j in range(len(ends)):
            size *= self._extent(box, j, ends)
        return size

    def _extent(self, box: Box, axis: int, ends: Sequence[tuple[int, int]]) -> float:
        low, high = ends[axis]
        inside = min(box.high[axis], high + self._steps[axis]) - max(box.low[axis], low)
        return max(inside / max(1, high - low), _OUTSIDE)


def _key(asked: Asked) -> tuple[int | None, Vector]:
    return asked.axis, tuple(m for j, m in enumerate(asked.most) if j != asked.axis)
