"""Prices that make the Lagrangian bound of a single-source assignment as high as it gets."""

from collections.abc import Callable

import numpy as np

from localisation.array_types import Floats
from localisation.solving.engines.single_source.prices import Priced, Pricing

ROUNDS = 400
PATIENCE, SHRINK, SMALLEST = 10, 0.7, 0.04
"""After so many rounds without a better bound the step shrinks by so much, until it is so small."""


def ascend(
    pricing: Pricing,
    heard: Callable[[Priced], float | None],
    *,
    start: Floats | None = None,
    first_step: float = 1.0,
    rounds: int = ROUNDS,
) -> tuple[Priced, Floats]:
    """The prices with the best bound, and how often each unit was in each place on the way (m x n, 0 to 1).

    Prices follow the units that no place takes, or several (Held, Wolfe & Crowder 1974), the direction smoothed
    (Camerini, Fratta & Maffioli 1975). `heard` is told of every round, and says what the bound is to rise to, in fine
    units: None when there is nothing more to look for. `start`: prices to begin with, for which the first step may be
    shorter.
    """
    prices = pricing.first() if start is None else start
    best = pricing.at(prices)
    now, step, quiet = best, first_step, 0
    before = np.zeros(len(prices))
    often = best.chosen.astype(np.float64)
    for _ in range(rounds):
        aim = heard(now)
        if aim is None:
            break
        before = now.missing + 0.5 * before
        length = float((before**2).sum())
        if not length or not now.missing.any():
            break
        prices = prices + step * max(aim - now.bound, pricing.fine) / length * before
        now = pricing.at(prices)
        often = 0.95 * often + 0.05 * now.chosen
        quiet = 0 if now.bound > best.bound else quiet + 1
        if now.bound > best.bound:
            best = now
        if quiet >= PATIENCE:
            prices, before, quiet = best.prices.astype(np.float64), np.zeros(len(prices)), 0
            step *= SHRINK
            if step < SMALLEST:
                break
    return best, often
