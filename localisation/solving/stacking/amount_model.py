"""How much of each kind of space each unit has on each floor, as variables of CP-SAT."""

from collections.abc import Iterable

from ortools.sat.python import cp_model

from localisation.domain.stacking.stack_task import Occupant, StackTask
from localisation.domain.vocabulary import SpaceKind

Key = tuple[str, SpaceKind, int]


class AmountModel:
    """Amounts in hundredths by (unit, kind, floor counted from below); no floor is asked for more than its limit.

    A need is met in whole spaces but for what is left of it, which stands on one floor; if `parted`, in any hundredths.
    """

    def __init__(self, cp: cp_model.CpModel, task: StackTask, kinds: Iterable[SpaceKind], *, parted: bool) -> None:
        self._cp, self._task = cp, task
        self._step = 1 if parted else 100
        self.floors = range(len(task.floors))
        self.amount: dict[Key, cp_model.LinearExprT] = {}
        self._parts: dict[Key, list[tuple[cp_model.IntVar, int]]] = {}
        for kind in kinds:
            self._share_out(kind)

    def _share_out(self, kind: SpaceKind) -> None:
        cp, limits = self._cp, self._task.limits(kind)
        users = [o for o in self._task.occupants if kind in o.needs]
        for o in users:
            count, left = divmod(o.needs[kind], self._step)
            for f in self.floors:
                most = min(o.needs[kind], limits[f]) // self._step
                whole = cp.new_int_var(0, most, f"{o.unit} {kind} {f}")
                self._parts[o.unit, kind, f] = [(whole, most)]
                if left:
                    self._parts[o.unit, kind, f].append((cp.new_bool_var(f"{o.unit} {kind} {f} left"), 1))
                sizes = (self._step, left)
                self.amount[o.unit, kind, f] = cp_model.LinearExpr.weighted_sum(
                    [part for part, _ in self._parts[o.unit, kind, f]], sizes[: 1 + bool(left)]
                )
            parts = [self._parts[o.unit, kind, f] for f in self.floors]
            cp.add(cp_model.LinearExpr.sum([own[0][0] for own in parts]) == count)
            if left:
                cp.add_exactly_one(own[1][0] for own in parts)
        for f in self.floors if users else ():
            cp.add(cp_model.LinearExpr.sum([self.amount[o.unit, kind, f] for o in users]) <= limits[f])

    def parts(self, occupant: Occupant, kinds: Iterable[SpaceKind], f: int) -> list[tuple[cp_model.IntVar, int]]:
        """The variables that make up what a unit has of some kinds on a floor, each with its largest value."""
        return [part for kind in kinds for part in self._parts[occupant.unit, kind, f]]

    def visits(self, on: dict[tuple[str, int], cp_model.IntVar]) -> cp_model.LinearExprT:
        """Thousandths of visits times floors from the nearest entrance; `on` says where a unit without needs is."""
        terms: list[cp_model.LinearExprT] = []
        for o in self._task.occupants:
            for f, floor in enumerate(self._task.floors):
                if o.visits and floor.away:
                    terms += [self.amount[o.unit, k, f] * (o.visits_per_hundredth(k) * floor.away) for k in o.fronts]
                    terms += [] if o.fronts else [on[o.unit, f] * (1000 * o.visits * floor.away)]
        return cp_model.LinearExpr.sum(terms)
