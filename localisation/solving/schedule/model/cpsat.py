"""An activity network in CP-SAT's words."""

from itertools import combinations
from math import gcd

from ortools.sat.python import cp_model

from localisation.rules.linear import Linear
from localisation.solving.schedule.model.network import AtOnce, Literals, Lookup, Network, Row, Taking
from localisation.solving.schedule.model.order import Order
from localisation.solving.schedule.model.straight_lines import straight_lines
from localisation.solving.schedule.model.too_large import TooLarge

LARGEST = 2**60
"""No sum that CP-SAT reckons may pass this; it counts in 64 bits."""
LINE_LENGTH = 10
"""A table is told as straight lines when they are at least so long on average, otherwise place by place."""


class Translation:
    """The CP-SAT model of a network; `scale` is what its objective was divided by."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.model = cp_model.CpModel()
        self.variables = [
            self.model.new_int_var(v.low, v.high, v.name)
            if v.values is None
            else self.model.new_int_var_from_domain(cp_model.Domain.from_values(v.values), v.name)
            for v in network.variables
        ]
        self._intervals: dict[tuple[object, ...], cp_model.IntervalVar] = {}
        self._order = Order(network)
        for choice in network.choices:
            self.model.add_exactly_one(self._literals(choice))
        for lookup in network.every_lookup():
            self._lookup(lookup)
        for row in network.rows:
            self._row(row)
        for scarce in network.at_once:
            self._at_once(scarce)
        self.scale = self._minimise()
        for index, value in network.hint.items():
            self.model.add_hint(self.variables[index], value)

    def objective_value(self, scaled: float) -> int:
        """What CP-SAT's number for the objective, or its bound, means."""
        return round(scaled) * self.scale + self.network.objective.constant

    def _expression(self, linear: Linear) -> cp_model.LinearExprT:
        least, most = self.network.span(linear)
        if max(-least, most) > LARGEST:
            raise TooLarge(max(-least, most))
        chosen = [self.variables[v] for v in linear.terms]
        return cp_model.LinearExpr.weighted_sum(chosen, list(linear.terms.values())) + linear.constant

    def _literal(self, index: int) -> cp_model.LiteralT:
        return self.variables[index] if index >= 0 else ~self.variables[~index]

    def _literals(self, when: Literals) -> list[cp_model.LiteralT]:
        return [self._literal(v) for v in when]

    def _minimise(self) -> int:
        objective = self.network.objective
        if not objective.terms:
            return 1
        scale = gcd(*objective.terms.values())
        divided = Linear({v: factor // scale for v, factor in objective.terms.items()})
        self.model.minimize(self._expression(divided))
        return scale

    def _lookup(self, lookup: Lookup) -> None:
        index, target = self._affine(lookup.index), self.variables[lookup.target]
        if not lookup.index.terms:
            self.model.add(target == lookup.table[lookup.index.constant])
            return
        lines = straight_lines(lookup.table, self._reached(lookup.index), len(lookup.table) // LINE_LENGTH)
        if lines is None:
            self.model.add_element(index, list(lookup.table), target)
            return
        chosen = [self.model.new_bool_var("") for _ in lines]
        self.model.add_exactly_one(chosen)
        for on, line in zip(chosen, lines, strict=True):
            self.model.add_linear_constraint(index, line.first, line.last).only_enforce_if(on)
            self.model.add(target == index * line.slope + line.constant).only_enforce_if(on)

    def _reached(self, index: Linear) -> frozenset[int] | None:
        """Which places of a table can be asked for; None: all of them."""
        match tuple(index.terms.items()):
            case ((variable, 1),) if (values := self.network.variables[variable].values) is not None:
                return frozenset(value + index.constant for value in values)
        return None

    def _row(self, row: Row) -> None:
        condition = self._literals(row.when)
        if row.broken is not None:
            condition.append(~self.variables[row.broken])
        if not row.expression.terms:  # it never holds
            self.model.add_bool_or([~literal for literal in condition])
            return
        low = row.low if row.low is not None else cp_model.INT_MIN
        high = row.high if row.high is not None else cp_model.INT_MAX
        bounded = self.model.add_linear_constraint(self._expression(row.expression), low, high)
        if condition:
            bounded.only_enforce_if(condition)

    def _at_once(self, scarce: AtOnce) -> None:
        intervals = [self._interval(t) for t in scarce.takings]
        demands = [t.demand for t in scarce.takings]
        one_by_one = max(demands) <= scarce.at_most and all(
            a + b > scarce.at_most for a, b in combinations(sorted(demands)[:2], 2)
        )
        lasting = all(self.network.span(t.end - t.start)[0] >= 1 for t in scarce.takings)
        if one_by_one and lasting:  # an empty interval takes nothing, but may not be inside one it must not overlap
            constraint = self.model.add_no_overlap(intervals)
        else:
            constraint = self.model.add_cumulative(intervals, demands, scarce.at_most)
        if scarce.broken is not None:
            constraint.only_enforce_if(~self.variables[scarce.broken])

    def _interval(self, taking: Taking) -> cp_model.IntervalVar:
        key = (*self._key(taking.start), *self._key(taking.end), taking.when)
        if key not in self._intervals:
            self._intervals[key] = self._new_interval(taking)
        return self._intervals[key]

    def _new_interval(self, taking: Taking) -> cp_model.IntervalVar:
        length = taking.end - taking.start
        size: cp_model.LinearExprT
        least, most = self.network.span(length)
        start = self._affine(taking.start)
        if least == most:
            size = max(0, least)
            end = self._affine(taking.end) if least >= 0 else start
        elif least >= 0:
            size, end = self._affine(length), self._affine(taking.end)
        elif self._order.follows(taking.end, taking.start, taking.when):  # said of it only if it is there
            size, end = self.model.new_int_var(0, most, "length"), self._affine(taking.end)
        else:  # nothing is taken when the end comes before the start
            positive = self.model.new_int_var(0, most, "length")
            self.model.add_max_equality(positive, [self._expression(length), 0])
            low, high = self.network.span(taking.start)
            until = self.model.new_int_var(low, high + most, "until")
            self.model.add(until - positive == start)
            size, end = positive, until
        if not taking.when:
            return self.model.new_interval_var(start, size, end, "")
        return self.model.new_optional_interval_var(start, size, end, self._condition(taking.when), "")

    def _condition(self, when: Literals) -> cp_model.LiteralT:
        if len(when) == 1:
            return self._literal(when[0])
        both = self.model.new_bool_var("")
        self.model.add_bool_and(self._literals(when)).only_enforce_if(both)
        self.model.add_bool_or([*(~literal for literal in self._literals(when)), both])
        return both

    def _affine(self, linear: Linear) -> cp_model.LinearExprT:
        """An expression over at most one variable, as intervals need; a new variable where it has more."""
        if len(linear.terms) <= 1:
            return self._expression(linear)
        low, high = self.network.span(linear)
        same = self.model.new_int_var(low, high, "")
        self.model.add(same == self._expression(linear))
        return same

    @staticmethod
    def _key(linear: Linear) -> tuple[object, ...]:
        return (tuple(sorted(linear.terms.items())), linear.constant)
