"""What multipliers prove of parts of a maximal covering problem, exactly."""

import numpy as np

from localisation.array_types import Flags, Floats
from localisation.solving.engines.location.cover_parts import Parts
from localisation.solving.engines.location.coverage import Coverage, Singles

Proven = tuple[Floats, Flags, Flags]


def prove(coverage: Coverage, parts: Parts, rows: Singles, limit: float) -> Proven:
    """Of each part: its bound (infinite when nothing lawful is in it), and which columns must be open or closed.

    A column must be where the other choice would lift the bound to the limit. The multipliers are rounded to the
    grid on which all sums are exact.
    """
    whole = np.minimum(np.floor(rows.astype(np.float64) * coverage.fine) / coverage.fine, parts.worth)
    prices = np.where(parts.left, coverage.linear - whole @ coverage.reach.T, np.inf)
    ranked = np.sort(prices, axis=1)
    sizes = parts.left.sum(axis=1)
    fewest, most = parts.fewest, np.minimum(parts.most, sizes)
    count = np.clip((ranked < 0).sum(axis=1), fewest, np.maximum(most, fewest))
    rank = np.arange(prices.shape[1])
    bound = whole.sum(axis=1) + parts.paid + np.where(rank < count[:, None], ranked, 0).sum(axis=1)
    bound[(sizes < fewest) | (parts.most < fewest)] = np.inf
    ends = np.hstack([np.full((len(prices), 1), -np.inf), ranked, np.full((len(prices), 1), np.inf)])
    worst = np.take_along_axis(ends, np.minimum(count, prices.shape[1])[:, None], axis=1)
    next_best = np.take_along_axis(ends, np.minimum(count + 1, prices.shape[1] + 1)[:, None], axis=1)
    chosen = parts.left & (prices <= worst)
    with np.errstate(invalid="ignore"):
        leaving = np.where((count > fewest)[:, None], np.minimum(0, next_best), next_best) - prices
        taking = prices - np.where((count >= most)[:, None], worst, np.maximum(0, worst))
        needed = chosen & (np.ceil(bound[:, None] + leaving) >= limit)
        barred = parts.left & ~chosen & (np.ceil(bound[:, None] + taking) >= limit)
    return bound, needed, barred
