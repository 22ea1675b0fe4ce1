"""Which of many points on a frontier are told apart."""

from collections.abc import Collection, Sequence

from localisation.solving.frontier.region import Vector

NEAR_PERCENT = 1
"""Two points are near each other when they differ by less than this much of the front's range on every axis."""


def told_apart(points: Sequence[Vector], first: Collection[Vector] = ()) -> list[Vector]:
    """The points without those near one that is kept, in their order (additive epsilon: Laumanns et al. 2002).

    The best on each axis are kept, then those named `first`, then the others as they come.
    """
    ranges = [max(column) - min(column) for column in zip(*points, strict=True)]
    ends = {min(points, key=lambda p: (p[j], p)) for j in range(len(ranges))}

    def near(one: Vector, other: Vector) -> bool:
        return all(100 * abs(x - y) < NEAR_PERCENT * r for x, y, r in zip(one, other, ranges, strict=True) if r)

    kept: list[Vector] = []
    for point in sorted(points, key=lambda p: (p not in ends, p not in first)):
        if not any(near(point, other) for other in kept):
            kept.append(point)
    return [p for p in points if p in kept]
