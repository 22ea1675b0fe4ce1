"""How often each known proposal is best when the weights are drawn at random."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from localisation.domain.instance import Instance
from localisation.solving.robustness.known import Known
from localisation.solving.robustness.points_lost import first_weights, points_lost

SPREAD_PERCENT = 50
"""Each weight is drawn between this much less and this much more, triangularly about what it is."""
_PARTS = 1000
"""Drawn weights are whole thousandths, so that the sums are exact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draws:
    """`wins` by the place of each known proposal, `sites` by (unit, building) of the winners; both add up by draws."""

    count: int
    seed: int
    wins: tuple[int, ...]
    sites: dict[tuple[str, str], int]

    def share(self, number: int) -> float:
        """The share of the draws that a known proposal wins."""
        return self.wins[number] / self.count


def draw_weights(instance: Instance, known: Sequence[Known], *, count: int, seed: int) -> Draws:
    """Draw the weights of the first goal level `count` times and choose among the known proposals that meet the musts.

    Whole numbers throughout: the same seed gives the same answer everywhere. Of those equally good the first wins.
    """
    weights = first_weights(instance)
    competing = [i for i, one in enumerate(known) if one.competes]
    wins, sites = [0] * len(known), Counter[tuple[str, str]]()
    if competing:
        chosen = _winners(instance, [known[i] for i in competing], weights, count, seed)
        for place, times in Counter(chosen).items():
            wins[competing[place]] = times
            for site in {(p.unit, p.building) for p in known[competing[place]].proposal.placements}:
                sites[site] += times
    return Draws(count=count, seed=seed, wins=tuple(wins), sites=dict(sites))


def _winners(
    instance: Instance, competing: Sequence[Known], weights: dict[str, int], count: int, seed: int
) -> list[int]:
    lost = [points_lost(instance, one.assessment) for one in competing]
    common = math.lcm(*(row[key].denominator for row in lost for key in weights), 1)
    # Only what differs from the first counts, which keeps the numbers small.
    whole = [[int(common * (row[key] - lost[0][key])) for key in weights] for row in lost]
    chance = np.random.default_rng(seed)
    reach = SPREAD_PERCENT * _PARTS // 100
    drawn = np.empty((count, len(weights)), dtype=np.int64)
    for column, weight in enumerate(weights.values()):
        ends = (weight * (_PARTS - reach), weight * _PARTS, weight * (_PARTS + reach))
        drawn[:, column] = np.rint(chance.triangular(*ends, size=count)).astype(np.int64)
    largest = max((abs(x) for row in whole for x in row), default=0) * int(drawn.max(initial=0)) * len(weights)
    exact: type = np.int64 if largest < 2**62 else object
    totals: NDArray[Any] = drawn.astype(exact) @ np.array(whole, dtype=exact).T
    return [int(i) for i in totals.argmin(axis=1)]
