"""From which sites are open to a whole solution."""

import numpy as np

from localisation.array_types import Floats
from localisation.domain.scenario import SolveLimits
from localisation.rules.linear import Linear
from localisation.solving.engines.arrays import Arrays
from localisation.solving.engines.cpsat import solve_cpsat
from localisation.solving.engines.model import Model, Variable

DIVES = 2_000
"""Variables set one by one before CP-SAT is asked instead."""
EFFORT = 2
"""What CP-SAT may use on one completion, in its deterministic seconds."""


class Completion:
    """Gives all variables values when those of the openings are decided, the cheap way first."""

    def __init__(self, model: Model, arrays: Arrays, openings: list[int]) -> None:
        self._model, self._arrays, self._openings = model, arrays, np.array(openings, dtype=np.int64)
        costs = np.zeros(len(model.variables))
        for v, factor in model.objective.terms.items():
            costs[v] = factor
        self._upwards = costs < 0
        self._totals = np.zeros(len(model.variables), dtype=bool)
        self._totals[[block.total for block in model.blocks]] = True

    def __call__(self, chosen: set[int], *, thorough: bool = True) -> list[int] | None:
        """Values by variable index when just these openings are 1; None if none are found."""
        values = self._dive(chosen)
        if values is None and thorough:
            values = self._search(chosen)
        if values is None:
            return None
        for block in self._model.blocks:
            values[block.total] = block.amount(values)
        return values

    def _dive(self, chosen: set[int]) -> list[int] | None:
        """Every variable to its cheaper bound, all at once where that holds, else one by one."""
        arrays = self._arrays
        low, high = arrays.low.copy(), arrays.high.copy()
        on = np.array([v in chosen for v in self._openings.tolist()], dtype=np.float64)
        if (on < low[self._openings]).any() or (on > high[self._openings]).any():
            return None
        low[self._openings] = high[self._openings] = on
        if not arrays.propagate(low, high):
            return None
        values = arrays.repaired(self._cheapest(low, high), low, high)
        if arrays.holds(values):
            return [round(x) for x in values.tolist()]
        for v in np.flatnonzero((low < high) & ~self._totals)[:DIVES].tolist():
            values = self._cheapest(low, high)
            if arrays.holds(values):
                break
            if low[v] == high[v]:
                continue
            if not self._set(low, high, v, first_high=bool(self._upwards[v])):
                return None
        values = self._cheapest(low, high)
        return [round(x) for x in values.tolist()] if arrays.holds(values) else None

    def _cheapest(self, low: Floats, high: Floats) -> Floats:
        return np.where(self._upwards, high, low)

    def _set(self, low: Floats, high: Floats, v: int, *, first_high: bool) -> bool:
        for value in (high[v], low[v]) if first_high else (low[v], high[v]):
            new_low, new_high = low.copy(), high.copy()
            new_low[v] = new_high[v] = value
            if self._arrays.propagate(new_low, new_high):
                low[:], high[:] = new_low, new_high
                return True
        return False

    def _search(self, chosen: set[int]) -> list[int] | None:
        model, openings = self._model, set(self._openings.tolist())
        totals = {block.total for block in model.blocks}
        variables = [
            Variable(v.name, int(i in chosen), int(i in chosen)) if i in openings else v
            for i, v in enumerate(model.variables)
        ]
        if any(v.high > old.high or v.low < old.low for v, old in zip(variables, model.variables, strict=True)):
            return None
        goal = Linear({v: f for v, f in model.objective.terms.items() if v not in totals})
        limits = SolveLimits(workers=1, deterministic_limit=EFFORT)
        return solve_cpsat(Model(variables=variables, rows=model.rows, objective=goal), limits, seconds=60).values
