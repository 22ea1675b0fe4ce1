"""Which groups to free together in a part."""

import random

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array

from localisation.solving.engines.arrays import Floats
from localisation.solving.engines.parts import Flags, Parts

EACH, DRAWN = 10, 3
"""Choices that a group gets in a part besides its own now: those of least reduced cost, and any others."""
ALONE = 0.3
"""How often groups are drawn only by what their choice costs, and not by whom they get in the way of."""
LITTLE = 1e-3


class Neighbours:
    """Draws groups whose choices now stand where a first one would rather be, and some that pay much where they are.

    `reduced`: reduced costs of a relaxation in points, or prices where there is none.
    """

    def __init__(self, parts: Parts, reduced: Floats) -> None:
        self._parts, self._reduced = parts, reduced
        self._open = [i for i, choices in enumerate(parts.choices) if len(choices)]
        self._best = [c[np.argsort(reduced[c], kind="stable")][:EACH] for c in parts.choices]
        arrays = parts.arrays
        weight = 1 / np.maximum(1, np.diff(arrays.starts))
        shape = (len(weight), len(arrays.low))
        self._ties = csc_array((weight[arrays.row], (arrays.row, arrays.column)), shape=shape)
        """Rows by variables: a row of many variables ties them less."""

    def draw(self, draw: random.Random, values: list[int], size: int) -> Flags:
        """The variables that are free when `size` groups are, and all that follow from choices."""
        known = np.array(values)
        now = {i: self._parts.choices[i][known[self._parts.choices[i]] > 0] for i in self._open}
        paid = {i: max(LITTLE, float(self._reduced[now[i]].sum())) for i in self._open}
        first = draw.choices(list(paid), list(paid.values()))[0]
        if draw.random() < ALONE:
            scores = {i: paid[i] * draw.random() for i in self._open}
        else:
            pull = self._pull(first)
            scores = {i: float(pull[now[i]].sum()) * draw.random() ** 2 for i in self._open}
        del scores[first]
        free = self._parts.followers.copy()
        for i in [first, *sorted(scores, key=lambda i: -scores[i])[: size - 1]]:
            choices = self._parts.choices[i].tolist()
            free[now[i]] = free[self._best[i]] = True
            free[draw.sample(choices, min(len(choices), DRAWN))] = True
        return free

    def _pull(self, group: int) -> NDArray[np.float64]:
        """How much each variable shares rows with what the group would rather have."""
        rows = self._ties[:, self._best[group]].sum(axis=1)
        pull: NDArray[np.float64] = self._ties.T @ rows
        return pull
