"""Which of the points found are told when only so many were asked for."""

from collections.abc import Collection, Sequence

from localisation.solving.frontier.region import Vector


def few_points(
    points: Sequence[Vector], wanted: int, *, held: Collection[Vector], proven: Collection[Vector]
) -> list[Vector]:
    """At most `wanted` of the points, in their order; one question may find more than one.

    The best on each axis are kept, and for each of the `held` a point that is it or beats it, even where that makes
    more than are wanted. Then those `proven`, and of those alike the furthest from all that are kept.
    """
    if len(points) <= wanted:
        return list(points)
    ranges = [max(column) - min(column) or 1 for column in zip(*points, strict=True)]
    kept = {min(points, key=lambda p: (p[j], p)) for j in range(len(ranges))}
    for mine in sorted(held):
        over = [p for p in points if _as_good(p, mine)]
        if over and not kept.intersection(over):
            kept.add(mine if mine in over else over[0])

    def distance(point: Vector) -> float:
        return min(max(abs(x - y) / r for x, y, r in zip(point, k, ranges, strict=True)) for k in kept)

    while len(kept) < wanted:
        rest = [p for p in points if p not in kept]
        kept.add(max(rest, key=lambda p: (p in proven, distance(p))))
    return [p for p in points if p in kept]


def _as_good(first: Vector, second: Vector) -> bool:
    return all(x <= y for x, y in zip(first, second, strict=True))
