"""Subgradient ascent on many parts of a maximal covering problem at once."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from localisation.array_types import Flags, Floats, Whole
from localisation.solving.engines.location.ascent import Halted, Pace
from localisation.solving.engines.location.cover_parts import Parts
from localisation.solving.engines.location.coverage import Coverage, Singles

LOOK_EVERY = 10
ENOUGH = 0.9
"""When so many of the parts hold nothing better the rest are divided."""
MANY_TIMES = 16
"""Where there are so many times the columns that may be chosen, choices are multiplied as sparse ones."""
Chosen = Callable[[Flags], float]
"""Hears of columns chosen in the first part, every `LOOK_EVERY` rounds; says what the bounds are to rise to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Climbed:
    """The multipliers with the best bounds (b x n), how often a column was chosen lately, and the best choice met."""

    rows: Singles
    often: Singles
    best: Flags
    best_in: int


def climb(coverage: Coverage, parts: Parts, pace: Pace, aim: float, halted: Halted, news: Chosen | None) -> Climbed:
    """Raise the Lagrangian bounds of all parts, as `ascend` does of one.

    One matrix product for all parts takes the place of many small ones. In single precision: the bound is to be
    reckoned anew from the multipliers that come back.
    """
    reach, linear = coverage.quick, coverage.linear.astype(np.float32)
    worth, rows = parts.worth.astype(np.float32), parts.rows.astype(np.float32)
    paid = parts.paid.astype(np.float32)
    barred = np.where(parts.left, linear, np.float32(np.inf))
    best, top, before = np.full(len(rows), -np.inf, dtype=np.float32), rows.copy(), np.zeros_like(rows)
    quiet, step = np.zeros(len(rows), dtype=np.int64), np.full(len(rows), pace.step, dtype=np.float32)
    often = np.zeros_like(barred)
    sparsely = MANY_TIMES * int(parts.most.max(initial=0)) < len(linear)
    found, found_in, found_value = np.zeros(len(linear), dtype=bool), 0, np.inf
    for turn in range(pace.rounds):
        chosen, prices = cheapest(barred - rows @ reach.T, parts.fewest, parts.most)
        bound = rows.sum(axis=1) + paid + prices
        often += np.float32(0.1) * (chosen - often)
        served = _sparse(chosen) @ reach if sparsely else chosen @ reach
        missed = np.einsum("bn,bn->b", (served == 0).astype(np.float32), worth)
        values = missed + chosen @ linear + paid
        if values.min() < found_value:
            found_in = int(values.argmin())
            found_value, found = float(values[found_in]), chosen[found_in] > 0
        if news and turn % LOOK_EVERY == 0:
            aim = news(chosen[0] > 0)
        quiet = np.where(bound > np.maximum(best, 0.998 * best + 0.002 * aim), 0, quiet + 1)
        better = bound > best
        best[better], top[better] = bound[better], rows[better]
        if (best >= aim).mean() > ENOUGH or (turn % LOOK_EVERY == 9 and halted()):
            break
        missing = _missing(1 - served, rows, worth)
        before = missing + np.float32(0.5) * before
        tired = quiet >= pace.patience
        quiet[tired], before[tired], rows[tired] = 0, 0, top[tired]
        step[tired] *= np.float32(0.6)
        if step.max() < pace.smallest:
            break
        length = np.maximum(np.einsum("bn,bn->b", before, before), np.float32(1e-6))
        pull = step * np.float32(1.05) * np.maximum(aim - bound, 1) / length
        rows = np.clip(rows + pull.astype(np.float32)[:, None] * before, 0, worth)
    return Climbed(rows=top, often=often, best=found, best_in=found_in)


def cheapest(prices: Floats | Singles, fewest: Whole, most: Whole) -> tuple[Singles, Floats]:
    """For each part 1 for the columns with the least sum of prices, and that sum; infinite prices are never taken."""
    count = min(int(most.max(initial=0)), prices.shape[1])
    chosen = np.zeros(prices.shape, dtype=np.float32)
    if not count:
        return chosen, np.zeros(len(prices))
    part = np.arange(len(prices))[:, None]
    places = np.argpartition(prices, count - 1, axis=1)[:, :count]
    own = prices[part, places]
    order = own.argsort(axis=1)
    places, own = places[part, order], own[part, order]
    rank = np.arange(count)
    taken = (rank < fewest[:, None]) | ((own < 0) & (rank < most[:, None]))
    taken &= np.isfinite(own)
    chosen[part, places] = taken
    return chosen, np.where(taken, own, 0).sum(axis=1)


def _missing(short: Singles, rows: Singles, worth: Singles) -> Singles:
    """The subgradient, without what bounds on the multipliers hold back."""
    short *= ~(((short > 0) & (rows >= worth)) | ((short < 0) & (rows <= 0)))
    return short


def _sparse(chosen: Singles) -> sparse.csr_array:
    """Few ones in each row, quicker than SciPy finds them."""
    ones = np.flatnonzero(chosen)
    start = np.concatenate(([0], np.cumsum(np.count_nonzero(chosen, axis=1))))
    return sparse.csr_array((np.ones(len(ones), np.float32), ones % chosen.shape[1], start), shape=chosen.shape)
