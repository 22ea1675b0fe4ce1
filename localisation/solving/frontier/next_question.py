"""What to ask next of a frontier: the best of the largest box that is undecided, by the slope of that box."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log2

from localisation.solving.frontier.region import Box, Region, Vector
from localisation.solving.frontier.weights import weights_of

_OUTSIDE = 1e-6
"""What an extent outside all points found counts for, as a share of the axis."""
_WIDE = 0.005
"""From this part of the room between the ends on a box is wide."""
_HOPE = 0.1
"""What a box counts for, after each question on it that proved nothing and found nothing, of what it did before."""
_TOLD_APART = 4
"""So many slopes are told apart from one to another that is twice as steep."""
_FLATTEST = 1e-3
"""An extent of a smaller part of the axis does not make a sum still steeper."""


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
    """Remembers what was asked, what of it in vain, and that a half that was empty need not be cut again."""

    def __init__(self, highest: Vector, steps: Sequence[int]) -> None:
        self._highest, self._steps = highest, tuple(steps)
        self._open: set[tuple[int | None, Vector]] = set()
        self._sloped: set[Vector] = set()
        """The slopes asked for without limits."""
        self._unproven: set[Vector] = set()
        """Those of them where that was not proven."""
        self._barren: set[tuple[int, int]] = set()
        self._vain: Counter[Vector] = Counter()
        """How often nothing came of a question on a box, by what was highest in it."""
        self._last: Vector | None = None

    def heard(self, asked: Asked, *, news: bool, proven: bool) -> None:
        """How the question went: whether it gave a new point, and whether its answer is proven."""
        if not (proven and news):
            self._open.add(_key(asked))
        if not proven:
            if asked.weights and asked.most == self._highest:
                self._unproven.add(_slope(asked.weights))
            if not news and self._last is not None:
                self._vain[self._last] += 1
        if not news and asked.axis is not None:
            self._barren |= {(j, m + 1) for j, m in enumerate(asked.most) if j != asked.axis}

    def choose(self, region: Region, points: Sequence[Vector]) -> Asked | None:
        """A question on the largest box on which there is one left; None when there is none.

        A box counts as far as it lies between the points beside it: there is most to find; less, after questions in
        vain. Of a wide one the first question is a sum by the slope from one to the other, without limits, so that the
        bound cuts the whole region (Aneja & Nair 1979); then the same in the box alone. Where the first was not proven,
        that would be in vain, too: so before it comes a half of the box, in which a point beside it lies to begin from.
        """
        ranges = [max(c) - min(c) for c in zip(*points, strict=True)]
        boxes = region.boxes()
        beside = {high: _beside(high, points) for high in {box.high for box in boxes}}
        sized = ((_size(box, beside[box.high], ranges), box) for box in boxes)
        hopeful = ((size * _HOPE ** self._vain[b.high], size, b) for size, b in sized)
        for _, size, box in sorted(hopeful, key=lambda x: (-x[0], x[2].high, x[2].low)):
            top = tuple(h - s for h, s in zip(box.high, self._steps, strict=True))
            self._last = box.high
            weights = self._weights(box.high, beside[box.high], points, ranges)
            slope = _slope(weights)
            if size >= _WIDE and slope not in self._sloped:
                self._sloped.add(slope)
                return Asked(self._highest, weights)
            middle, axis = self._middle(box, top, beside[box.high], points)
            half = Asked(
                tuple(h if j == axis else m for j, (h, m) in enumerate(zip(self._highest, middle, strict=True))),
                weights,
            )
            first = [half] if slope in self._unproven else []
            for asked in (*first, Asked(top, weights), *self._halves(box, top, middle, axis)):
                if _key(asked) not in self._open:
                    return asked
        return None

    def _middle(self, box: Box, top: Vector, beside: Vector, points: Sequence[Vector]) -> tuple[Vector, int]:
        """The middle of a box, between the points beside it, on every axis but the narrowest, and which that is."""
        ends = [(min(c), max(c)) for c in zip(*points, strict=True)]
        lows = [min(t, max(low, near)) for low, near, t in zip(box.low, beside, top, strict=True)]
        inside = [
            (min(h, high + s) - max(x, low)) / max(1, high - low)
            for x, h, s, (low, high) in zip(lows, box.high, self._steps, ends, strict=True)
        ]
        axis = min(range(len(ends)), key=lambda j: (inside[j], j))
        reach = [max(low, min(t, e[1])) for low, t, e in zip(lows, top, ends, strict=True)]
        return tuple(
            t if j == axis else low + (r - low) // 2 for j, (low, r, t) in enumerate(zip(lows, reach, top, strict=True))
        ), axis

    def _halves(self, box: Box, top: Vector, middle: Vector, axis: int) -> Iterator[Asked]:
        """The least of an axis in a half of a box, then in the whole of it, for each axis."""
        emptied = [j for j in range(len(top)) if (j, box.low[j]) in self._barren]
        if not emptied and middle != top:
            yield Asked(middle, axis=axis)
        for j in dict.fromkeys([*emptied, *(j for j in range(len(top)) if j != axis), axis]):
            yield Asked(top, axis=j)

    def _weights(self, high: Vector, beside: Vector, points: Sequence[Vector], ranges: Sequence[int]) -> Vector:
        extents = [max(1, _FLATTEST * r, h - near) for r, h, near in zip(ranges, high, beside, strict=True)]
        return weights_of(extents, [max(map(abs, c)) for c in zip(*points, strict=True)], self._steps)


def _size(box: Box, beside: Vector, ranges: Sequence[int]) -> float:
    """The part of the room between the ends that a box has between the points beside it."""
    size = 1.0
    for low, high, near, whole in zip(box.low, box.high, beside, ranges, strict=True):
        size *= max(_OUTSIDE, (high - max(low, near)) / max(1, whole))
    return size


def _beside(high: Vector, points: Sequence[Vector]) -> Vector:
    """The least value on each axis of the points that reach to the top of a box; the top itself where none does."""
    reaching = [p for p in points if all(v <= h for v, h in zip(p, high, strict=True))]
    return tuple(min(c) for c in zip(*reaching, strict=True)) if reaching else high


def _slope(weights: Vector) -> Vector:
    return tuple(round(_TOLD_APART * log2(w / weights[0])) for w in weights)


def _key(asked: Asked) -> tuple[int | None, Vector]:
    return asked.axis, tuple(m for j, m in enumerate(asked.most) if j != asked.axis)
