"""The knee of a frontier: where giving up more of one measure begins to buy little of the others."""

from collections.abc import Sequence

from localisation.solving.frontier.region import Vector


def knee(points: Sequence[Vector]) -> int | None:
    """Which point bends most: furthest below the chord between the ends, each axis from its best (0) to its worst (1).

    With two measures the ends are (0, 1) and (1, 0), and the chord is where the two add up to 1; with three, the plane
    where they add up to 1 is taken (Das 1999, "On characterizing the knee of the Pareto curve"). None when no
    point lies below it. The first of several equal ones.
    """
    if len(points) < 3:
        return None
    ends = [(min(p[j] for p in points), max(p[j] for p in points)) for j in range(len(points[0]))]
    if any(low == high for low, high in ends):
        return None
    sums = [sum((x - low) / (high - low) for x, (low, high) in zip(p, ends, strict=True)) for p in points]
    best = min(range(len(points)), key=lambda i: (sums[i], i))
    return best if sums[best] < 1 - 1e-9 else None
