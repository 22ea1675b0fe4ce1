"""Percentiles of times of which some may be missing."""

import numpy as np

from localisation.array_types import Whole32


def nearest_rank(times_s: Whole32, percentile: int) -> Whole32:
    """The least time that at least so many per cent of the departures keep to; missing ones count as the longest.

    The nearest-rank percentile: of n departures the ceil(percentile / 100 * n)-th in order, so always a time of a
    real journey, never a mean of two. `times_s` is departures x destinations; one number a destination.
    """
    rank = -(-percentile * len(times_s) // 100)
    ranked: Whole32 = np.partition(times_s, rank - 1, axis=0)[rank - 1]
    return ranked
