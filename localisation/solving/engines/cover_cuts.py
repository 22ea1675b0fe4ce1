"""What rows of limited room say of a point of the linear relaxation: lifted cover inequalities."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from localisation.array_types import Floats, Whole
from localisation.solving.engines.matrix import Matrix
from localisation.solving.engines.relaxation import NEARLY, CutRow

VIOLATED = 1e-3
"""A cut that the point breaks by less is not worth a row."""
ROUNDED = 1e-9
"""The part of a room that sums of its weights may be rounded by: there is so much more of it, to be sure."""
LONGEST = 2_000
"""Terms of a row that is looked at; one of more is no room of a building."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Knapsack:
    """sum of weight * y <= room, of yes-or-no y: a variable, or (`turned`) 1 less it.

    With an `opener` u that is 1 whenever any y's variable is: y is then what they are in shares of u, and a cut
    sum of a * y <= b holds as sum of a * (u * y) <= b * u, where u * y of a turned one is u less the variable.
    """

    variables: Whole
    weights: Floats
    turned: NDArray[np.bool_]
    room: float
    opener: int | None


class CoverCuts:
    """Makes rows that hold for every solution in whole numbers and that a point of the relaxation breaks.

    A cover is a set that has no room together: not all of it can be chosen. Covers are made minimal, and everything
    else in the row is lifted one by one, exactly (Balas 1975; Zemel 1989), in the order of the point's values.
    """

    def __init__(self, matrix: Matrix, but_not: Collection[int] = ()) -> None:
        """`but_not`: variables that mean more than the matrix says of them, such as the totals of blocks."""
        self._knapsacks = _knapsacks(matrix, but_not)

    def violated(self, x: Floats) -> list[CutRow]:
        """The rows (low, variables, factors) that the point breaks, at most one of each knapsack."""
        return [cut for knapsack in self._knapsacks if (cut := _cut(knapsack, x)) is not None]


def _cut(knapsack: Knapsack, x: Floats) -> CutRow | None:
    opened = 1.0 if knapsack.opener is None else float(x[knapsack.opener])
    if opened < VIOLATED:
        return None
    at = x[knapsack.variables]
    y = np.clip(np.where(knapsack.turned, opened - at, at) / opened, 0, 1)
    if not ((y > NEARLY) & (y < 1 - NEARLY)).any():
        return None
    best: tuple[float, int, Floats] | None = None
    for order in (np.argsort((1 - y) / knapsack.weights, kind="stable"), np.argsort(-y, kind="stable")):
        cover = _minimal_cover(knapsack, order, y)
        if cover is None:
            continue
        most = len(cover) - 1
        factors = _lifted(knapsack, cover, y)
        broken = float(factors @ y - most) * opened
        if broken > VIOLATED and (best is None or broken > best[0]):
            best = broken, most, factors
    return None if best is None else _row(knapsack, best[1], best[2])


def _minimal_cover(knapsack: Knapsack, order: Whole, y: Floats) -> Whole | None:
    """The first in an order that have no room together, without those that can be spared."""
    together = np.cumsum(knapsack.weights[order])
    count = int((together <= knapsack.room).sum()) + 1
    if count > len(order):
        return None
    cover = order[:count]
    weight = together[count - 1]
    kept = []
    for item in cover[np.lexsort((-knapsack.weights[cover], y[cover]))].tolist():
        if weight - knapsack.weights[item] > knapsack.room:
            weight -= knapsack.weights[item]
        else:
            kept.append(item)
    return np.array(kept, dtype=np.int64)


def _lifted(knapsack: Knapsack, cover: Whole, y: Floats) -> Floats:
    """The factor of each item: 1 in the cover; for each other in turn as much as leaves the row true."""
    most = len(cover) - 1
    factors = np.zeros(len(knapsack.weights))
    factors[cover] = 1
    least = np.concatenate(([0.0], np.cumsum(np.sort(knapsack.weights[cover]))))
    """The least weight at which the items so far come to at least so much."""
    for item in np.argsort(-y, kind="stable").tolist():
        if factors[item]:
            continue
        weight = float(knapsack.weights[item])
        beside = int(np.searchsorted(least, knapsack.room - weight, side="right")) - 1
        factor = most - max(0, beside) if weight <= knapsack.room else most
        if factor > 0:
            factors[item] = factor
            least = np.minimum(least, np.concatenate((np.full(factor, weight), least[:-factor] + weight)))
            least[0] = 0
    return factors


def _row(knapsack: Knapsack, most: int, factors: Floats) -> CutRow:
    """The cut as low <= sum of factor * variable."""
    used = factors > 0
    variables = knapsack.variables[used].astype(np.int32)
    factor = np.where(knapsack.turned, factors, -factors)[used]
    turned = float(factors[knapsack.turned].sum())
    if knapsack.opener is None:
        return turned - most, variables, factor
    if most == turned:
        return 0.0, variables, factor
    return 0.0, np.append(variables, np.int32(knapsack.opener)), np.append(factor, most - turned)


def _knapsacks(matrix: Matrix, but_not: Collection[int]) -> list[Knapsack]:
    either = (matrix.low == 0) & (matrix.high == 1)
    either[list(but_not)] = False
    follows = _follows(matrix, either)
    found = []
    sizes = np.diff(matrix.start)
    for row in np.flatnonzero((sizes > 2) & (sizes <= LONGEST)).tolist():
        ends = slice(matrix.start[row], matrix.start[row + 1])
        variables, factor = matrix.index[ends].astype(np.int64), matrix.factor[ends]
        for factors, high in ((factor, matrix.row_high[row]), (-factor, -matrix.row_low[row])):
            if np.isfinite(high):
                knapsack = _knapsack(matrix, either, follows, variables, factors, high)
                if knapsack is not None:
                    found.append(knapsack)
    return found


def _knapsack(
    matrix: Matrix,
    either: NDArray[np.bool_],
    follows: set[tuple[int, int]],
    variables: Whole,
    factors: Floats,
    high: float,
) -> Knapsack | None:
    """What a row sum of factors * variables <= high says of its yes-or-no variables, the others at their least."""
    ours = either[variables]
    others = ~ours
    ends = factors[others] * np.array([matrix.low[variables[others]], matrix.high[variables[others]]])
    room = float(high - ends.min(axis=0).sum())
    variables, factors = variables[ours], factors[ours]
    turned = factors < 0
    weighed = factors[~turned]
    if len(weighed) < 2 or (weighed == 1).all():
        return None
    opener = _opener(variables[turned].tolist(), follows) if room == 0 else None
    if opener is not None:
        rest = variables != opener
        room -= float(factors[~rest].sum())
        variables, factors, turned = variables[rest], factors[rest], turned[rest]
    room -= float(factors[turned].sum())
    weights = np.abs(factors)
    if room <= 0 or weights.sum() <= room:
        return None
    room += ROUNDED * room
    return Knapsack(variables=variables, weights=weights, turned=turned, room=room, opener=opener)


def _opener(turned: list[int], follows: set[tuple[int, int]]) -> int | None:
    """The one that all others that make room need: without it there is none, and nothing in the row is chosen."""
    for one in turned:
        if all(other == one or (other, one) in follows for other in turned):
            return one
    return None


def _follows(matrix: Matrix, either: NDArray[np.bool_]) -> set[tuple[int, int]]:
    """The pairs (x, u) of yes-or-no variables with a row that says x <= u."""
    found = set()
    for row in np.flatnonzero(np.diff(matrix.start) == 2).tolist():
        at = matrix.start[row]
        pair, factors = matrix.index[at : at + 2], matrix.factor[at : at + 2]
        if not either[pair].all():
            continue
        for x, u, factor_x, factor_u in ((0, 1, *factors), (1, 0, *factors[::-1])):
            above = matrix.row_high[row] == 0 and factor_x > 0 > factor_u
            below = matrix.row_low[row] == 0 and factor_x < 0 < factor_u
            if above or below:
                found.add((int(pair[x]), int(pair[u])))
    return found
