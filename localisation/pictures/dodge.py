"""Symbols that would cover each other step aside."""

from collections.abc import Sequence
from math import cos, hypot, sin

Circle = tuple[float, float, float]
"""x, y and radius in pixels."""


def dodge(circles: Sequence[Circle], *, air: float = 1.0, rounds: int = 200) -> list[tuple[float, float]]:
    """New positions, as near the old ones as a simple push apart gives; the smaller of a pair gives way most."""
    spots = [(x, y) for x, y, _ in circles]
    radii = [r for _, _, r in circles]
    for _ in range(rounds):
        still = True
        for i in range(len(spots)):
            for j in range(i + 1, len(spots)):
                (ax, ay), (bx, by) = spots[i], spots[j]
                wanted = radii[i] + radii[j] + air
                distance = hypot(bx - ax, by - ay)
                if distance >= wanted - 1e-6:
                    continue
                still = False
                angle = 2.4 * (i + j)
                ux, uy = (cos(angle), sin(angle)) if distance < 1e-9 else ((bx - ax) / distance, (by - ay) / distance)
                push = wanted - distance
                share = radii[j] ** 2 / (radii[i] ** 2 + radii[j] ** 2)
                spots[i] = (ax - ux * push * share, ay - uy * push * share)
                spots[j] = (bx + ux * push * (1 - share), by + uy * push * (1 - share))
        if still:
            break
    return spots
