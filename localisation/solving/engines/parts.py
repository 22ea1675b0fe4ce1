"""Small parts of a model: everything but a few choices is as in a known solution."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from localisation.array_types import Flags, Floats, Whole
from localisation.rules.goal import GOAL_UNITS
from localisation.rules.linear import Linear
from localisation.solving.engines.arrays import Arrays
from localisation.solving.engines.model import Model, Row, Variable, plain_rows
from localisation.solving.engines.nearest import Nearest

FREE, MANY_FREE = 1e-7, 10
"""Points up to which a choice is free, and how many free ones in each group, on average, still tell something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A model of the variables that are still open, and where they are in the whole; `values` are of the whole."""

    model: Model
    open: NDArray[np.intp]
    values: Whole

    def whole(self, values: list[int]) -> list[int]:
        """The values of the whole with these of the part."""
        together = self.values.copy()
        together[self.open] = values[: len(self.open)]
        return [int(x) for x in together]


class Parts:
    """Cuts parts out of a model, quickly: it is held in arrays, and what is decided is not written down again.

    A part is a place to look for solutions; it says nothing of what there is elsewhere.
    """

    def __init__(self, model: Model) -> None:
        self.model = model
        self.arrays = Arrays(replace(model, rows=list(plain_rows(model))))
        self._names = [v.name for v in model.variables]
        self._prices = [model.objective.terms.get(v, 0) for v in range(len(model.variables))]
        self.groups = [np.array(group, dtype=np.int64) for group in model.groups]
        yes_or_no = (self.arrays.low == 0) & (self.arrays.high == 1)
        self.choices = [group[yes_or_no[group]] for group in self.groups]
        """The yes-or-no variables of each group that are still open."""
        self.followers = np.ones(len(self._names), dtype=np.bool_)
        """Everything that is not a choice."""
        for choices in self.choices:
            self.followers[choices] = False

    @cached_property
    def prices(self) -> Floats:
        """What each variable costs by itself, in points."""
        return np.array(self._prices, dtype=np.float64) / GOAL_UNITS

    def tells(self, costs: Floats) -> bool:
        """Whether costs by variable tell choices apart: not where many choices of a group are free, on average."""
        free = sum(int(np.count_nonzero(np.abs(costs[choices]) <= FREE)) for choices in self.choices)
        return free <= MANY_FREE * len(self.groups)

    def part(self, known: list[int], free: Flags) -> Part | None:
        """All variables as they are known, but for those that are `free`; None when that cannot be lawful."""
        values = np.array(known, dtype=np.int64)
        low = np.where(free, self.arrays.low, values)
        high = np.where(free, self.arrays.high, values)
        blocks = [left for block in self.model.blocks if (left := _left_of(block, low, high))]
        if not self.arrays.propagate(low, high):
            return None
        where = np.flatnonzero(low < high)
        number = np.full(len(low), -1, dtype=np.int64)
        number[where] = np.arange(len(where))
        settled = np.where(number < 0, low, 0)
        model = Model(
            variables=[Variable(self._names[v], int(low[v]), int(high[v])) for v in where],
            rows=self._rows(low, high, number, settled),
            objective=self._objective(where, settled),
            hint=dict(enumerate(values[where].tolist())),
            blocks=[_renumbered(block, number) for block in blocks if number[block.total] >= 0],
        )
        return Part(model=model, open=where, values=settled.astype(np.int64))

    def _objective(self, where: NDArray[np.intp], settled: Floats) -> Linear:
        paid = sum(self._prices[v] * int(settled[v]) for v in np.flatnonzero(settled))
        terms = {i: self._prices[v] for i, v in enumerate(where.tolist()) if self._prices[v]}
        return Linear(terms, self.model.objective.constant + paid)

    def _rows(self, low: Floats, high: Floats, number: Whole, settled: Floats) -> list[Row]:
        """The rows that what is open may break."""
        arrays, rows = self.arrays, []
        for r in arrays.open_rows(np.flatnonzero(number >= 0), low, high).tolist():
            ends = slice(arrays.starts[r], arrays.starts[r + 1])
            column, factor = arrays.column[ends], arrays.factor[ends]
            places = number[column]
            kept = places >= 0
            terms = zip(places[kept].tolist(), factor[kept].astype(np.int64).tolist(), strict=True)
            expression = Linear(dict(terms), int(factor @ settled[column]))
            bottom = None if np.isinf(arrays.least[r]) else int(arrays.least[r])
            rows.append(Row(expression, bottom, None if np.isinf(arrays.most[r]) else int(arrays.most[r])))
        return rows


def _left_of(block: Nearest, low: Floats, high: Floats) -> Nearest | None:
    """The block in what is open; None, and its total narrowed, when nothing open is nearer than what is sure."""
    variables = np.array([v for choice in block.choices for v in choice], dtype=np.int64)
    column = np.repeat(np.arange(len(block.choices)), [len(choice) for choice in block.choices])
    sure = np.unique(column[low[variables] > 0])
    may = np.setdiff1d(column[high[variables] > 0], sure)
    otherwise = block.otherwise if not len(sure) else np.minimum(block.otherwise, block.costs[:, sure].min(axis=1))
    costs = block.costs[:, may]
    nearer = (costs < otherwise[:, None]).any(axis=1)
    rest = otherwise[~nearer].sum(keepdims=True)
    low[block.total] = max(low[block.total], rest[0])
    if not nearer.any():
        return None
    return Nearest(
        total=block.total,
        choices=tuple(tuple(v for v in block.choices[k] if high[v] > 0) for k in may),
        costs=np.vstack([costs[nearer], np.broadcast_to(rest, (1, len(may)))]),
        otherwise=np.append(otherwise[nearer], rest),
    )


def _renumbered(block: Nearest, number: Whole) -> Nearest:
    choices = tuple(tuple(int(number[v]) for v in choice if number[v] >= 0) for choice in block.choices)
    return replace(block, total=int(number[block.total]), choices=choices)
