"""A flow drawn as a curved band that ends in an arrow head."""

from math import hypot

Point = tuple[float, float]
_STEPS = 22
_BEND = 0.16
"""How far the curve swings out, as a share of its length; always to the right, so that there and back part."""
_START_SHARE = 0.35
"""Width at the start as a share of the width at the head."""


def ribbon(start: Point, end: Point, width: float, *, start_gap: float = 0.0, end_gap: float = 0.0) -> list[Point]:
    """The outline, in pixels; `width` is that at the arrow head, the gaps keep clear of the symbols at the ends.

    Empty when the ends are too close to draw anything between them.
    """
    length = hypot(end[0] - start[0], end[1] - start[1])
    if length < start_gap + end_gap + 6:
        return []
    middle = _swung(start, end)
    head = min(max(6.0, 3.0 + 1.3 * width), (length - start_gap - end_gap) * 0.6)
    first, last = start_gap / length, 1 - end_gap / length
    neck = last - head / length
    left, right = [], []
    for step in range(_STEPS + 1):
        t = first + (neck - first) * step / _STEPS
        (x, y), (nx, ny) = _at(start, middle, end, t)
        half = width / 2 * (_START_SHARE + (1 - _START_SHARE) * step / _STEPS)
        left.append((x + nx * half, y + ny * half))
        right.append((x - nx * half, y - ny * half))
    (x, y), (nx, ny) = _at(start, middle, end, neck)
    wing = max(3.0, 1.5 + 0.7 * width)
    tip = _at(start, middle, end, last)[0]
    return [*left, (x + nx * wing, y + ny * wing), tip, (x - nx * wing, y - ny * wing), *reversed(right)]


def ribbon_spine(start: Point, end: Point) -> list[Point]:
    """Points along the middle of the band, for labels to keep clear of."""
    return [_at(start, _swung(start, end), end, t / 12)[0] for t in range(1, 12)]


def _swung(start: Point, end: Point) -> Point:
    dx, dy = end[0] - start[0], end[1] - start[1]
    return (start[0] + end[0]) / 2 - dy * _BEND * 2, (start[1] + end[1]) / 2 + dx * _BEND * 2


def _at(a: Point, b: Point, c: Point, t: float) -> tuple[Point, Point]:
    """Point and unit normal of the quadratic Bézier curve at t."""
    u = 1 - t
    x = u * u * a[0] + 2 * u * t * b[0] + t * t * c[0]
    y = u * u * a[1] + 2 * u * t * b[1] + t * t * c[1]
    dx = 2 * u * (b[0] - a[0]) + 2 * t * (c[0] - b[0])
    dy = 2 * u * (b[1] - a[1]) + 2 * t * (c[1] - b[1])
    size = hypot(dx, dy) or 1.0
    return (x, y), (-dy / size, dx / size)
