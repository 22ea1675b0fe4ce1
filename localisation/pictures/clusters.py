"""Which symbols lie so close that they need a window of their own."""

from collections.abc import Mapping
from math import hypot


def clusters(circles: Mapping[str, tuple[float, float, float]], *, closer_than: float) -> list[tuple[str, ...]]:
    """Groups of two or more symbols chained by overlaps (single linkage), the largest group first.

    A circle is x, y and radius in pixels; two are chained when the distance between their centres is less than
    `closer_than` times the sum of their radii.
    """
    leader = {key: key for key in circles}

    def root(key: str) -> str:
        while leader[key] != key:
            key = leader[key]
        return key

    keys = sorted(circles)
    for i, a in enumerate(keys):
        for b in keys[i + 1 :]:
            (ax, ay, ar), (bx, by, br) = circles[a], circles[b]
            if hypot(ax - bx, ay - by) < closer_than * (ar + br):
                leader[root(b)] = root(a)
    groups: dict[str, list[str]] = {}
    for key in keys:
        groups.setdefault(root(key), []).append(key)
    return sorted((tuple(g) for g in groups.values() if len(g) > 1), key=lambda g: (-len(g), g))
