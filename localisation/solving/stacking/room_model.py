"""What each unit has on each floor within its range, for CP-SAT."""

from collections.abc import Mapping

from ortools.sat.python import cp_model

from localisation.domain.stacking.stack_plan import Share
from localisation.domain.stacking.stack_task import Occupant, StackTask
from localisation.domain.vocabulary import SpaceKind
from localisation.solving.stacking.amount_model import AmountModel
from localisation.solving.stacking.apportioned import apportioned
from localisation.solving.stacking.line_room import Range


class RoomModel:
    """All spaces of all units; workplaces and public front within the unit's range, other rooms where they fit.

    `visits` is as in the ranges; `taken`, `apart` and `spare` are to be least, in that order.
    """

    def __init__(self, task: StackTask, ranges: Mapping[str, Range], *, parted: bool) -> None:
        self._task, self._ranges = task, ranges
        self.cp = cp_model.CpModel()
        self._model = AmountModel(self.cp, task, SpaceKind, parted=parted)
        self._on: dict[tuple[str, int], cp_model.IntVar] = {}
        self._apart: list[cp_model.IntVar] = []
        for occupant in task.occupants:
            self._presence(occupant)
            self._rooms_apart(occupant)
        self.visits = self._model.visits(self._on)
        self.taken = cp_model.LinearExpr.sum(list(self._on.values()))
        self.apart = cp_model.LinearExpr.sum(self._apart)
        self.spare = cp_model.LinearExpr.sum([self._spare(f) for f in self._model.floors])

    @property
    def most_apart(self) -> int:
        """The most floors there can be with rooms alone."""
        return len(self._apart)

    def _presence(self, o: Occupant) -> None:
        """A unit is on a floor exactly when it has workplaces or a public front there."""
        cp, (low, high) = self.cp, self._ranges[o.unit]
        for f in self._model.floors:
            on = self._on[o.unit, f] = cp.new_bool_var(f"{o.unit} on {f}")
            here = self._model.parts(o, o.presence, f)
            if not low <= f <= high:
                cp.add(on == 0)
            for part, most in here:
                cp.add(part <= most * on)
            if here:
                cp.add(cp_model.LinearExpr.sum([part for part, _ in here]) >= on)
        if not o.presence:
            cp.add(self._on[o.unit, low] == 1)

    def _rooms_apart(self, o: Occupant) -> None:
        others = [kind for kind in o.needs if kind not in o.presence]
        for f in self._model.floors if others else ():
            apart = self.cp.new_bool_var(f"{o.unit} rooms only {f}")
            self._apart.append(apart)
            for part, most in self._model.parts(o, others, f):
                self.cp.add(part <= most * (self._on[o.unit, f] + apart))

    def _spare(self, f: int) -> cp_model.LinearExprT:
        kind = SpaceKind.WORKPLACE
        room = 100 * self._task.floors[f].spaces.get(kind, 0)
        used = [self._model.amount[o.unit, kind, f] for o in self._task.occupants if kind in o.needs]
        spare = self.cp.new_bool_var(f"spare {f}")
        self.cp.add(room - cp_model.LinearExpr.sum(used) <= 99 + room * spare)
        return spare

    def shares(self, solver: cp_model.CpSolver) -> tuple[Share, ...]:
        """What a solution says each unit has on each floor; staff follow the workplaces, or else the public front."""
        found = []
        floors = self._task.floors
        for o in self._task.occupants:
            amounts = [{k: solver.value(self._model.amount[o.unit, k, f]) for k in o.needs} for f in range(len(floors))]
            spaces = [{k: v for k, v in here.items() if v} for here in amounts]
            on = [solver.boolean_value(self._on[o.unit, f]) for f in range(len(floors))]
            staff = apportioned(o, spaces, on)
            found += [
                Share(unit=o.unit, floor=floor.number, staff=staff[f], spaces=spaces[f])
                for f, floor in enumerate(floors)
                if spaces[f] or staff[f]
            ]
        return tuple(found)
