"""Which floors each unit ranges over, from its lowest to its highest, for CP-SAT."""

from collections.abc import Iterable, Mapping

from ortools.sat.python import cp_model

from localisation.domain.stacking.stack_task import Occupant, StackTask
from localisation.solving.stacking.amount_model import AmountModel
from localisation.solving.stacking.line_room import LineRoom, Range


class RangeModel:
    """One range a unit, such that everyone has room within theirs.

    Room is stated without amounts (`LineRoom`). Only the spaces where inhabitants are received have amounts here, where
    floors differ in how far they are from an entrance. `longest` is the most floors a unit may range over beyond its
    shortest range.
    """

    def __init__(self, task: StackTask, *, parted: bool, longest: int | None = None) -> None:
        self.task = task
        self.cp = cp_model.CpModel()
        self._heights = [f.height for f in task.floors]
        self._limits = {k: task.limits(k) for k in {k for o in task.occupants for k in o.needs}}
        self._chosen: dict[str, dict[Range, cp_model.IntVar]] = {
            o.unit: self._ranges(o, longest) for o in task.occupants
        }
        self._below: dict[tuple[str, int], cp_model.IntVar] = {}
        self._above: dict[tuple[str, int], cp_model.IntVar] = {}
        for unit, own in self._chosen.items():
            for b in self._boundaries:
                self._below[unit, b] = self._any(v for r, v in own.items() if r[1] <= b)
                self._above[unit, b] = self._any(v for r, v in own.items() if r[0] > b)
        received = self._received(parted)
        self.visits_vary = received is not None
        for kind in sorted({k for o in task.occupants for k in o.presence}):
            needs = {o.unit: o.needs[kind] for o in task.occupants if kind in o.needs}
            amounts = self.visits_vary and any(o.visits and kind in o.fronts for o in task.occupants)
            LineRoom(self.cp, needs, self._limits[kind], self._chosen, parted=parted or amounts)
        self.visits: cp_model.LinearExprT = received if received is not None else cp_model.LinearExpr.sum([])
        self.between: cp_model.LinearExprT = cp_model.LinearExpr.sum(
            [var * self._length(r) for own in self._chosen.values() for r, var in own.items()]
        )
        self.apart: cp_model.LinearExprT = cp_model.LinearExpr.sum(
            [self._floors_apart(*pair) * strength for pair, strength in task.together.items()]
        )

    @property
    def _boundaries(self) -> range:
        return range(len(self._heights) - 1)

    @property
    def least_between(self) -> int:
        """The floors between that no plan can avoid: everyone in their shortest range."""
        return sum(min(map(self._length, own)) for own in self._chosen.values())

    @property
    def most_outside(self) -> int:
        """No less than `rooms_outside` can be."""
        return len(self.task.occupants) * (len(self._heights) + 1)

    def _length(self, r: Range) -> int:
        return self._heights[r[1]] - self._heights[r[0]]

    def _ranges(self, o: Occupant, longest: int | None) -> dict[Range, cp_model.IntVar]:
        floors = range(len(self._heights))
        fits = [(i, j) for i in floors for j in floors if i <= j and self._holds(o, i, j)]
        if not o.presence:
            fits = [(i, i) for i in floors]
        shortest = min(map(self._length, fits))
        kept = [r for r in fits if longest is None or self._length(r) <= shortest + longest]
        chosen = {r: self.cp.new_bool_var(f"{o.unit} {r}") for r in kept}
        self.cp.add_exactly_one(chosen.values())
        return chosen

    def _holds(self, o: Occupant, i: int, j: int) -> bool:
        return all(o.needs[k] <= sum(self._limits[k][i : j + 1]) for k in o.presence)

    def _any(self, choices: Iterable[cp_model.IntVar]) -> cp_model.IntVar:
        """A helper that is 1 exactly when one of these ranges of a unit is chosen."""
        helper = self.cp.new_bool_var("")
        self.cp.add(cp_model.LinearExpr.sum(list(choices)) == helper)
        return helper

    def _received(self, parted: bool) -> cp_model.LinearExprT | None:
        """The visits, if it matters to them who is where; then the spaces where they are received are placed too."""
        received = [o for o in self.task.occupants if o.visits]
        fronts = {k for o in received for k in o.fronts}
        far = [i for i, f in enumerate(self.task.floors) if f.away]
        anywhere = any(self._limits[k][i] for k in fronts for i in far) or not all(o.fronts for o in received)
        if not far or not anywhere:
            return None
        model = AmountModel(self.cp, self.task, sorted(fronts), parted=parted)
        on: dict[tuple[str, int], cp_model.IntVar] = {}
        for o in self.task.occupants:
            if not o.presence:
                on |= {(o.unit, i): v for (i, _), v in self._chosen[o.unit].items()}
            for kind in (k for k in o.presence if k in fronts):
                for f in model.floors:
                    reach = [v for (i, j), v in self._chosen[o.unit].items() if i <= f <= j]
                    for part, most in model.parts(o, (kind,), f):
                        self.cp.add(part <= most * cp_model.LinearExpr.sum(reach))
        return model.visits(on)

    def _floors_apart(self, one: str, other: str) -> cp_model.LinearExprT:
        """Floors from the highest of the lower unit to the lowest of the upper: the boundaries that part them."""
        apart: list[cp_model.LinearExprT] = []
        for b in self._boundaries:
            parted = self.cp.new_bool_var("")
            for low, high in ((one, other), (other, one)):
                self.cp.add_bool_or(~self._below[low, b], ~self._above[high, b], parted)
            apart.append(parted * (self._heights[b + 1] - self._heights[b]))
        return cp_model.LinearExpr.sum(apart)

    def rooms_outside(self) -> cp_model.LinearExprT:
        """About the floors where units have rooms outside their range: those it has no room for, and one when crowded.

        What a range has room for is either all within it or, at the price of a floor, anywhere.
        """
        crowded = {o.unit: self.cp.new_bool_var(f"{o.unit} crowded") for o in self.task.occupants}
        beyond: dict[tuple[str, Range], int] = {}
        for kind in sorted({k for o in self.task.occupants for k in o.needs if k not in o.presence}):
            limits = self._limits[kind]
            needs = {o.unit: o.needs[kind] for o in self.task.occupants if kind in o.needs and kind not in o.presence}
            within: dict[str, dict[Range, cp_model.IntVar]] = {u: {} for u in needs}
            for u, need in needs.items():
                for r, chosen in self._chosen[u].items():
                    outside = _floors_outside(limits, r, need)
                    beyond[u, r] = max(outside, beyond.get((u, r), 0))
                    if not outside:
                        inside = within[u][r] = self.cp.new_bool_var(f"{u} {kind} within {r}")
                        self.cp.add_bool_or(~chosen, inside, crowded[u])
            LineRoom(self.cp, needs, limits, within, parted=True)
        far = [self._chosen[u][r] * floors for (u, r), floors in beyond.items() if floors]
        return cp_model.LinearExpr.sum([*crowded.values(), *far])

    def ranges(self, solver: cp_model.CpSolver) -> Mapping[str, Range]:
        """The range of each unit in a solution."""
        return {u: next(r for r, v in own.items() if solver.boolean_value(v)) for u, own in self._chosen.items()}

    def hint(self, ranges: Mapping[str, Range]) -> None:
        """Where the search is to begin."""
        self.cp.clear_hints()  # type: ignore[no-untyped-call]
        for unit, own in self._chosen.items():
            for r, variable in own.items():
                self.cp.add_hint(variable, int(r == ranges[unit]))


def _floors_outside(limits: tuple[int, ...], r: Range, need: int) -> int:
    """The fewest floors outside a range that hold what it has no room for."""
    left, floors = need - sum(limits[r[0] : r[1] + 1]), 0
    for room in sorted((*limits[: r[0]], *limits[r[1] + 1 :]), reverse=True):
        if left <= 0:
            break
        left, floors = left - room, floors + 1
    return floors
