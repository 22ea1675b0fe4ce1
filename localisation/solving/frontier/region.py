"""Where points of a frontier may still be: below every point found, above every bound proven."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

Vector = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """Values from `low` (included) up to `high` (not included), on every axis."""

    low: Vector
    high: Vector


@dataclass(frozen=True, slots=True)
class Slope:
    """No values of at most `most` on every axis have a sum of `weights` times values below `least`; weights above 0."""

    weights: Vector
    least: int
    most: Vector

    def amount(self, values: Vector) -> int:
        """The weighted sum of values."""
        return sum(w * v for w, v in zip(self.weights, values, strict=True))

    def rules_out(self, values: Vector) -> bool:
        """Whether nothing has these values."""
        return self.amount(values) < self.least and all(v <= m for v, m in zip(values, self.most, strict=True))

    def lowest(self, axis: int, top: Vector) -> int:
        """What one axis comes to at least where every other is at most `top` (its own entry does not count)."""
        rest = sum(w * v for j, (w, v) in enumerate(zip(self.weights, top, strict=True)) if j != axis)
        return -((rest - self.least) // self.weights[axis])


class Region:
    """What is undecided, kept as two staircases and as slopes that cut the corners between them off.

    `uppers` are the local upper bounds of the points found: a point none of them beats lies strictly below one of
    them (Klamroth, Lacour & Vanderpooten 2015). `lowers` are the same from below, of the bounds: nothing lies strictly
    below one that was proven, so that what is left lies on or above one of these. Both know equal values.
    """

    def __init__(self, lowest: Vector, highest: Vector, steps: Sequence[int]) -> None:
        self.lowers: list[Vector] = [lowest]
        self.uppers: list[Vector] = [tuple(h + s for h, s in zip(highest, steps, strict=True))]
        self.bounds: list[Vector] = []
        self.slopes: list[Slope] = []
        self._steps = tuple(steps)

    def found(self, point: Vector) -> None:
        """There is a proposal with these values: nothing as high on every axis is of interest."""
        hit = [u for u in self.uppers if _below(point, u)]
        cut = ((*u[:j], point[j], *u[j + 1 :]) for u in hit for j in range(len(u)))
        self.uppers = _extreme(self.uppers, hit, cut, lambda a, b: all(x <= y for x, y in zip(a, b, strict=True)))

    def proven(self, bound: Vector) -> None:
        """There is no proposal strictly below this on every axis."""
        if any(all(x <= y for x, y in zip(bound, known, strict=True)) for known in self.bounds):
            return
        self.bounds.append(bound)
        hit = [low for low in self.lowers if _below(low, bound)]
        cut = ((*low[:j], bound[j], *low[j + 1 :]) for low in hit for j in range(len(low)))
        self.lowers = _extreme(self.lowers, hit, cut, lambda a, b: all(x >= y for x, y in zip(a, b, strict=True)))

    def sloped(self, slope: Slope) -> None:
        """There is no proposal below this slope."""
        self.slopes.append(slope)

    def boxes(self) -> list[Box]:
        """The boxes that may still hold a point, each as far as slopes leave it; none when the frontier is complete."""
        cut = (self._cut(low, high) for low in self.lowers for high in self.uppers)
        return list(dict.fromkeys(box for box in cut if box is not None))

    def _cut(self, low: Vector, high: Vector) -> Box | None:
        top = tuple(h - s for h, s in zip(high, self._steps, strict=True))
        if not all(x <= y for x, y in zip(low, top, strict=True)):
            return None
        for slope in self.slopes:
            if all(x <= y for x, y in zip(top, slope.most, strict=True)):
                if slope.amount(top) < slope.least:
                    return None
                low = tuple(max(x, slope.lowest(j, top)) for j, x in enumerate(low))
        return Box(low, high)

    def least(self, axis: int, most: Vector) -> int | None:
        """The best bound known on one axis where the others are at most so much (its own entry does not count)."""
        others = [j for j in range(len(most)) if j != axis]
        held = [b[axis] for b in self.bounds if all(most[j] < b[j] for j in others)]
        for slope in self.slopes:
            if all(most[j] <= slope.most[j] for j in others):
                held.append(min(slope.lowest(axis, most), slope.most[axis] + 1))
        return max(held, default=None)

    def room(self, point: Vector) -> tuple[int | None, ...]:
        """How much better each axis could be with the others no worse than at a point; None where nothing is known."""
        bounds = [self.least(j, point) for j in range(len(point))]
        return tuple(None if b is None else max(0, v - b) for v, b in zip(point, bounds, strict=True))

    def is_open(self, point: Vector) -> bool:
        """Whether some axis could be better by a step: it is not proven that nothing beats the point."""
        return any(r is None or r >= s for r, s in zip(self.room(point), self._steps, strict=True))


def _below(first: Vector, second: Vector) -> bool:
    return all(x < y for x, y in zip(first, second, strict=True))


def _extreme(
    known: Iterable[Vector], hit: Sequence[Vector], new: Iterable[Vector], beaten: Callable[[Vector, Vector], bool]
) -> list[Vector]:
    """Those that stay and the new ones, without any that another one beats."""
    gone = set(hit)
    kept = [v for v in known if v not in gone]
    fresh = list(dict.fromkeys(new))
    return kept + [
        v
        for v in fresh
        if not any(beaten(v, other) for other in kept) and not any(v != other and beaten(v, other) for other in fresh)
    ]
