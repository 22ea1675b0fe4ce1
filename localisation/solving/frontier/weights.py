"""What each axis weighs in a weighted sum, in whole numbers."""

from collections.abc import Sequence

from localisation.solving.frontier.axis import LEAST_PRICE
from localisation.solving.frontier.region import Vector

MOST_SUM = 10**13
"""Goal units that an axis comes to at most in a weighted sum: of more, floating point is not sure enough."""


def weights_of(extents: Sequence[float], sizes: Sequence[int], steps: Sequence[int]) -> Vector:
    """Goal units for one of each axis' own units, such that the `extents` weigh alike (Aneja & Nair 1979).

    `sizes` are the largest values by amount. A step of any axis weighs so much that a proof tells it from none; where
    that leaves no room for the ratio, what the larger weight may be (`MOST_SUM`) comes first.
    """
    together = max(LEAST_PRICE / step * extent for extent, step in zip(extents, steps, strict=True))
    return tuple(
        max(-(-LEAST_PRICE // step), min(round(together / extent), MOST_SUM // max(1, size)))
        for extent, size, step in zip(extents, sizes, steps, strict=True)
    )
