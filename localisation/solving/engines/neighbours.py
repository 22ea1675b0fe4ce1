"""Which groups to free together in a part."""

import random

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array

from localisation.array_types import Flags, Floats
from localisation.solving.engines.parts import Parts
from localisation.solving.engines.relaxation import Relaxation

EACH, DRAWN = 10, 3
"""Choices that a group gets in a part besides its own now: those of least reduced cost (all that cost as much as the
last of them), and any others."""
TELLING = 30
"""Where more choices than this cost the same, who is in the way of whom cannot be told."""
ALONE = 0.3
"""How often groups are drawn only by what their choice costs, and not by whom they get in the way of."""
LITTLE = 1e-3


class Neighbours:
    """Draws groups whose choices now stand where a first one would rather be, and some that pay much where they are."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._open = [i for i, choices in enumerate(parts.choices) if len(choices)]
        arrays = parts.arrays
        weight = 1 / np.maximum(1, np.diff(arrays.starts))
        shape = (len(weight), len(arrays.low))
        self._ties = csc_array((weight[arrays.row], (arrays.row, arrays.column)), shape=shape)
        """Rows by variables: a row of many variables ties them less."""

    def draw(self, draw: random.Random, values: list[int], relaxed: Relaxation | None, size: int) -> Flags:
        """The variables that are free when groups with about `size` choices are, and all that follow from choices.

        What a choice costs is its reduced cost, or its price while there is no relaxation.
        """
        costs = self._parts.prices if relaxed is None else relaxed.reduced
        known = np.array(values)
        now = {i: self._parts.choices[i][known[self._parts.choices[i]] > 0] for i in self._open}
        paid = {i: max(LITTLE, float(costs[now[i]].sum())) for i in self._open}
        first = draw.choices(list(paid), list(paid.values()))[0]
        wanted = self._best(first, costs)
        if draw.random() < ALONE or len(wanted) > TELLING:
            scores = {i: paid[i] * draw.random() for i in self._open}
        else:
            pull = self._pull(wanted)
            scores = {i: float(pull[now[i]].sum()) * draw.random() ** 2 for i in self._open}
        del scores[first]
        free = self._parts.followers.copy()
        room = size
        for i in [first, *sorted(scores, key=lambda i: -scores[i])]:
            choices, best = self._parts.choices[i].tolist(), self._best(i, costs)
            room -= min(len(choices), len(best) + DRAWN)
            if room < 0 and i != first:
                break
            free[now[i]] = free[best] = True
            free[draw.sample(choices, min(len(choices), DRAWN))] = True
        return free

    def _best(self, group: int, costs: Floats) -> NDArray[np.int64]:
        choices = self._parts.choices[group]
        own = costs[choices]
        most = np.partition(own, EACH - 1)[EACH - 1] if len(own) > EACH else np.inf
        best: NDArray[np.int64] = choices[own <= most]
        return best

    def _pull(self, wanted: NDArray[np.int64]) -> NDArray[np.float64]:
        """How much each variable shares rows with what is wanted."""
        rows = self._ties[:, wanted].sum(axis=1)
        pull: NDArray[np.float64] = self._ties.T @ rows
        return pull
