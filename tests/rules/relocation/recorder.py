"""A model of who moves when that only listens: what a rule says is kept, and then held against one plan after another.

It shares nothing with the model that is solved. Times and ways are the plan's; those of activities that do not take
place are made up, for nothing may be said of them. Helpers take the values that are best for the criterion, found by
CP-SAT, just as a solver would choose them. `at_once` is counted day by day.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from ortools.sat.python import cp_model

from localisation.domain.assessment import About
from localisation.domain.relocation.plan import Plan, Step
from localisation.domain.relocation.programme import Programme
from localisation.rules.linear import Constraint, Linear, total
from localisation.rules.relocation.base import ALWAYS, MINUTES, Block

Value = Callable[[Plan], int]


@dataclass(frozen=True)
class Demand:
    about: About
    constraint: Constraint
    when: Linear


@dataclass(frozen=True)
class AtOnce:
    about: About
    blocks: Sequence[Block]
    at_most: int


class Recorder:
    """Variables are numbered in the order they are asked for."""

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self.bounds: list[tuple[int, int]] = []
        self.fixed: dict[int, Value] = {}
        self.lookups: dict[int, tuple[tuple[int, ...], Linear]] = {}
        self.meanings: list[tuple[Constraint, Linear]] = []
        self.demands: list[Demand | AtOnce] = []
        self.charges: list[Linear | int] = []
        self._cache: dict[object, Linear] = {}

    def start(self, activity: str) -> Linear:
        return self._planned(("start", activity), lambda p: self._step(p, activity).start)

    def end(self, activity: str) -> Linear:
        return self._planned(("end", activity), lambda p: self._step(p, activity).end)

    def _step(self, plan: Plan, activity: str) -> Step:
        made_up = Random(f"{activity} {sorted(plan.via)}")
        days = len(self.programme.calendar)
        return plan.steps.get(activity) or Step(start=made_up.randint(0, days), end=made_up.randint(0, days))

    def takes_place(self, activity: str) -> Linear:
        leg = self.programme.activity[activity].leg
        if not leg:
            return ALWAYS
        routes = self.programme.move[self.programme.leg[leg].move_id].routes
        (via,) = (r.via for r in routes if any(one.id == leg for one in r.legs))
        return self.goes(self.programme.leg[leg].move_id, via)

    def goes(self, move: str, via: str) -> Linear:
        ways = [r.via for r in self.programme.move[move].routes]
        if via not in ways:
            return Linear()
        if len(ways) == 1:
            return ALWAYS
        return self._planned(("goes", move, via), lambda p: int(p.via.get(move, "") == via))

    def overtime(self, activity: str) -> Linear:
        demands = self.programme.activity[activity].demands
        hands = {c.id: c.overtime_size for c in self.programme.crews}
        if not demands or any(hands.get(c, 0) < n for c, n in demands.items()):
            return Linear()
        none = Step(start=0, end=0)
        return self._planned(("overtime", activity), lambda p: int(p.steps.get(activity, none).overtime))

    def vehicle(self, leg: str) -> Linear:
        return self._planned(("vehicle", leg), lambda p: p.runs[leg].vehicle if leg in p.runs else 0)

    def minute(self, leg: str) -> Linear:
        return self._planned(("minute", leg), lambda p: p.runs[leg].minute if leg in p.runs else MINUTES - 1)

    def whole(self, low: int, high: int, name: str) -> Linear:
        self.bounds.append((low, high))
        return Linear({len(self.bounds) - 1: 1})

    def lookup(self, table: Sequence[int], index: Linear) -> Linear:
        found = self.whole(min(table), max(table), "lookup")
        self.lookups[next(iter(found.terms))] = (tuple(table), index)
        return found

    def always(self, constraint: Constraint, when: Linear = ALWAYS) -> None:
        self.meanings.append((constraint, when))

    def require(self, constraint: Constraint, about: About, when: Linear = ALWAYS) -> None:
        self.demands.append(Demand(about, constraint, when))

    def at_once(self, blocks: Sequence[Block], at_most: int, about: About) -> None:
        assert min([at_most, *(b.demand for b in blocks)]) >= 0, "a solver would refuse it"
        self.demands.append(AtOnce(about, tuple(blocks), at_most))

    def charge(self, amount: Linear | int) -> None:
        self.charges.append(amount)

    def _planned(self, key: object, value: Value) -> Linear:
        if key not in self._cache:
            self._cache[key] = self.whole(0, 10**6, str(key))
            self.fixed[next(iter(self._cache[key].terms))] = value
        return self._cache[key]

    def broken(self, plan: Plan) -> set[About]:
        """The subjects whose demands cannot all be met by the plan."""
        return _Held(self, plan).broken()

    def charged(self, plan: Plan) -> int:
        """The least amount the rule can be charged for the plan."""
        return _Held(self, plan).charged()


class _Held:
    """What was recorded, with a plan's values put in; only helpers are left to CP-SAT."""

    def __init__(self, recorder: Recorder, plan: Plan) -> None:
        self._recorder = recorder
        self._values = {v: value(plan) for v, value in recorder.fixed.items()}
        self._model = cp_model.CpModel()
        self._helpers: dict[int, cp_model.IntVar] = {}
        for index, (table, at) in recorder.lookups.items():
            known = self._known(at)
            if isinstance(known, int):
                self._values[index] = table[known]
            else:
                self._model.add_element(known, list(table), self._helper(index))
        for constraint, when in recorder.meanings:
            self._state(constraint, when, None)

    def _helper(self, index: int) -> cp_model.IntVar:
        if index not in self._helpers:
            self._helpers[index] = self._model.new_int_var(*self._recorder.bounds[index], str(index))
        return self._helpers[index]

    def _known(self, linear: Linear) -> int | cp_model.LinearExprT:
        amount = linear.constant + sum(f * self._values[v] for v, f in linear.terms.items() if v in self._values)
        return amount + sum(f * self._helper(v) for v, f in linear.terms.items() if v not in self._values)

    def _is(self, choice: Linear) -> bool | cp_model.IntVar:
        known = self._known(choice)
        if isinstance(known, int):
            assert known in (0, 1), "a yes or no"
            return bool(known)
        literal = self._model.new_bool_var("")
        self._model.add(literal == known)
        return literal

    def _state(self, constraint: Constraint, when: Linear, broken: cp_model.IntVar | None) -> None:
        """Put a constraint in, to hold if it counts and its subject is not broken."""
        counts = self._is(when)
        if counts is False:
            return
        conditions = [] if counts is True else [counts]
        conditions += [] if broken is None else [~broken]
        known = self._known(constraint.expression)
        low = -(10**12) if constraint.low is None else constraint.low
        high = 10**12 if constraint.high is None else constraint.high
        if isinstance(known, int):
            if not low <= known <= high:
                self._model.add_bool_or([~c for c in conditions])
            return
        self._model.add_linear_constraint(known, low, high).only_enforce_if(conditions)

    def broken(self) -> set[About]:
        literals = {d.about: self._model.new_bool_var(str(d.about)) for d in self._recorder.demands}
        for demand in self._recorder.demands:
            if isinstance(demand, Demand):
                self._state(demand.constraint, demand.when, literals[demand.about])
                continue
            for day in range(len(self._recorder.programme.calendar)):
                there = [self._there(block, day) * block.demand for block in demand.blocks]
                self._model.add(sum(there) <= demand.at_most).only_enforce_if(~literals[demand.about])
        solver = self._solved(sum(literals.values()))
        return {about for about, literal in literals.items() if solver.boolean_value(literal)}

    def _there(self, block: Block, day: int) -> int | cp_model.IntVar:
        """Whether the block covers the day; a literal that may not be 0 if it does."""
        start, end, when = self._known(block.start), self._known(block.end), self._is(block.when)
        if isinstance(start, int) and isinstance(end, int) and isinstance(when, bool):
            return int(when and start <= day < end)
        there, later, over, absent = (self._model.new_bool_var("") for _ in range(4))
        self._model.add_bool_or([there, later, over, absent])
        self._model.add(start >= day + 1).only_enforce_if(later)
        self._model.add(end <= day).only_enforce_if(over)
        self._model.add(when == 0).only_enforce_if(absent)
        return there

    def charged(self) -> int:
        amount = self._known(total(self._recorder.charges))
        return amount if isinstance(amount, int) else round(self._solved(amount).objective_value)

    def _solved(self, goal: cp_model.LinearExprT) -> cp_model.CpSolver:
        self._model.minimize(goal)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 1
        solver.parameters.cp_model_presolve = False
        status = solver.solve(self._model)
        assert status == cp_model.OPTIMAL, f"the meaning of a helper forbids the plan: {status}"
        return solver
