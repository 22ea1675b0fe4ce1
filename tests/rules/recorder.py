"""A placement model that only listens: what a rule says is kept, and then held against one proposal after another.

It shares nothing with the model that is solved. Placement variables take the proposal's values; helpers take the
values that are best for the criterion, found by CP-SAT, just as a solver would choose them.
"""

from collections.abc import Callable, Iterable

from ortools.sat.python import cp_model

from localisation.domain.assessment import About
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.rules.linear import Constraint, Linear, total

Value = Callable[[Proposal], int]


class Recorder:
    """Variables are numbered in the order they are asked for; `impossible` pairs are the constant 0 from the start."""

    def __init__(self, instance: Instance, impossible: frozenset[tuple[str, str]] = frozenset()) -> None:
        self._impossible = impossible
        self._unit = instance.inventory.unit
        self._bounds: list[tuple[int, int]] = []
        self._fixed: dict[int, Value] = {}
        self._cache: dict[object, Linear] = {}
        self._always: list[Constraint] = []
        self._demands: list[tuple[About, Constraint]] = []
        self._charges: list[Linear | int] = []
        self._engine: _Engine | None = None

    def sits(self, unit: str, building: str) -> Linear:
        if (unit, building) in self._impossible:
            return Linear()
        return self._placed(("sits", unit, building), lambda p: int(building in p.sites(unit)))

    def staff(self, unit: str, building: str) -> Linear:
        if (unit, building) in self._impossible:
            return Linear()
        if self._unit[unit].sites_max == 1:
            return self.sits(unit, building) * self._unit[unit].staff
        return self._placed(("staff", unit, building), lambda p: p.sites(unit).get(building, 0))

    def used(self, building: str) -> Linear:
        return self._placed(("used", building), lambda p: int(p.used(building)))

    def refurbished(self, option: str) -> Linear:
        return self._placed(("refurbished", option), lambda p: int(option in p.refurbishments))

    def none_of(self, choices: Iterable[Linear]) -> Linear:
        asked = list(choices)
        key = frozenset(variable for choice in asked for variable in choice.terms)
        if key not in self._cache:
            self._cache[key] = self.whole(0, 1, "none of")
            self.always(total([self._cache[key], *asked]) >= 1)
        return self._cache[key]

    def whole(self, low: int, high: int, name: str) -> Linear:
        self._bounds.append((low, high))
        return Linear({len(self._bounds) - 1: 1})

    def always(self, constraint: Constraint) -> None:
        self._always.append(constraint)

    def require(self, constraint: Constraint, about: About) -> None:
        self._demands.append((about, constraint))

    def charge(self, amount: Linear | int) -> None:
        self._charges.append(amount)

    def _placed(self, key: object, value: Value) -> Linear:
        if key not in self._cache:
            self._cache[key] = self.whole(0, 10**6, str(key))
            self._fixed[next(iter(self._cache[key].terms))] = value
        return self._cache[key]

    @property
    def plain(self) -> bool:
        """Whether the rule made do without helpers, so that everything can be read off."""
        return len(self._fixed) == len(self._bounds)

    def broken(self, proposal: Proposal) -> set[About]:
        """The subjects whose demands cannot all be met on the proposal."""
        if self.plain:
            values = {v: value(proposal) for v, value in self._fixed.items()}
            return {about for about, demand in self._demands if not _holds(demand, values)}
        return self._solved().broken(proposal)

    def charged(self, proposal: Proposal) -> int:
        """The least amount the rule can be charged on the proposal."""
        if self.plain:
            return _value(total(self._charges), {v: value(proposal) for v, value in self._fixed.items()})
        return self._solved().charged(proposal)

    def _solved(self) -> "_Engine":
        if self._engine is None:
            self._engine = _Engine(self._bounds, self._fixed, self._always, self._demands, total(self._charges))
        return self._engine


class _Engine:
    """One CP-SAT model a rule and instance; the placement variables are fixed anew for every proposal."""

    def __init__(
        self,
        bounds: list[tuple[int, int]],
        fixed: dict[int, Value],
        always: list[Constraint],
        demands: list[tuple[About, Constraint]],
        charges: Linear,
    ) -> None:
        self._model = cp_model.CpModel()
        self._fixed = fixed
        self._variables = [self._model.new_int_var(low, high, "") for low, high in bounds]
        for constraint in always:
            self._state(constraint)
        self._broken = {about: self._model.new_bool_var(str(about)) for about, _ in demands}
        for about, constraint in demands:
            self._state(constraint).only_enforce_if(~self._broken[about])
        self._amount = self._expression(charges)
        self._model.minimize(sum(self._broken.values()) + self._amount)
        self._solver = cp_model.CpSolver()
        self._solver.parameters.num_workers = 1
        self._solver.parameters.random_seed = 1
        self._solver.parameters.cp_model_presolve = False

    def _expression(self, linear: Linear) -> cp_model.LinearExprT:
        return sum(self._variables[v] * factor for v, factor in linear.terms.items()) + linear.constant

    def _state(self, constraint: Constraint) -> cp_model.Constraint:
        low = constraint.low if constraint.low is not None else -(10**12)
        high = constraint.high if constraint.high is not None else 10**12
        if not constraint.expression.terms:
            low, high = low - constraint.expression.constant, high - constraint.expression.constant
            return self._model.add_linear_constraint(self._model.new_constant(0), low, high)
        return self._model.add_linear_constraint(self._expression(constraint.expression), low, high)

    def _solve(self, proposal: Proposal) -> None:
        for variable, value in self._fixed.items():
            domain = self._model.proto.variables[self._variables[variable].index].domain
            domain[0] = domain[1] = value(proposal)
        status = self._solver.solve(self._model)
        assert status == cp_model.OPTIMAL, f"the meaning of a helper forbids {proposal}: {status}"

    def broken(self, proposal: Proposal) -> set[About]:
        self._solve(proposal)
        return {about for about, literal in self._broken.items() if self._solver.boolean_value(literal)}

    def charged(self, proposal: Proposal) -> int:
        self._solve(proposal)
        return round(self._solver.objective_value)


def _value(linear: Linear, values: dict[int, int]) -> int:
    return linear.constant + sum(factor * values[v] for v, factor in linear.terms.items())


def _holds(constraint: Constraint, values: dict[int, int]) -> bool:
    value = _value(constraint.expression, values)
    return (constraint.low is None or value >= constraint.low) and (constraint.high is None or value <= constraint.high)
