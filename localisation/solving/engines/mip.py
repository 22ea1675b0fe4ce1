"""HiGHS, through MathOpt, on the same neutral model: good bounds where CP-SAT's stay open."""

import re
from collections.abc import Sequence
from datetime import timedelta
from math import floor, inf

from ortools.math_opt.python import mathopt

from localisation.domain.vocabulary import Status
from localisation.rules.linear import Linear
from localisation.solving.engines.model import Model
from localisation.solving.engines.outcome import PROOF_TOLERANCE, Outcome, Report, evaluate, holds
from localisation.solving.goal import GOAL_UNITS

_LOG_LINE = re.compile(r"^ *[A-Za-z]? +\d+ +\d+ +\d+ +[\d.]+% +(\S+) +(\S+) ")
"""Progress in HiGHS's log: nodes, queue, leaves, explored, then best bound and best solution."""


def solve_mip(model: Model, *, seconds: float, seed: int = 1, report: Report | None = None) -> Outcome:
    """Search with HiGHS until proven or out of time; solutions are re-checked in whole numbers.

    HiGHS reckons in floating point: a bound within `PROOF_TOLERANCE` of the exact value is taken as proof, any
    other is lowered by as much. What is reported on the way is read from the log, for display only.
    """
    mip, variables = _translate(model)
    parameters = mathopt.SolveParameters(
        time_limit=timedelta(seconds=seconds), relative_gap_tolerance=1e-9, absolute_gap_tolerance=0.0, random_seed=seed
    )

    def read_log(lines: Sequence[str]) -> None:
        for line in lines:
            if report and (found := _LOG_LINE.match(line)):
                report(_goal_units(found[2]), _goal_units(found[1]))

    result = mathopt.solve(mip, mathopt.SolverType.HIGHS, params=parameters, msg_cb=read_log)
    reason = result.termination.reason
    if reason in (mathopt.TerminationReason.INFEASIBLE, mathopt.TerminationReason.INFEASIBLE_OR_UNBOUNDED):
        return Outcome(status=Status.INFEASIBLE)
    dual = result.termination.objective_bounds.dual_bound
    bound = None if dual in (inf, -inf) else floor(dual * GOAL_UNITS) - PROOF_TOLERANCE
    values = None
    if result.has_primal_feasible_solution():
        found = result.variable_values()
        values = [round(found[v]) for v in variables]
        if not holds(model, values):
            values = None
    if values is None:
        return Outcome(status=Status.UNKNOWN, bound=bound)
    value = evaluate(model.objective, values)
    if bound is not None and value - bound <= 2 * PROOF_TOLERANCE:
        return Outcome(status=Status.OPTIMAL, values=values, value=value, bound=value)
    return Outcome(status=Status.FEASIBLE, values=values, value=value, bound=bound)


def _goal_units(points: str) -> int | None:
    try:
        value = float(points)
    except ValueError:
        return None
    return None if abs(value) == inf else floor(value * GOAL_UNITS)


def _translate(model: Model) -> tuple[mathopt.Model, list[mathopt.Variable]]:
    mip = mathopt.Model()
    variables = [mip.add_variable(lb=v.low, ub=v.high, is_integer=True) for v in model.variables]
    for row in model.rows:
        expression = _expression(row.expression, variables)
        low, high = model.activity(row.expression)
        if row.broken is None:
            mip.add_linear_constraint(lb=_or(row.low, -inf), ub=_or(row.high, inf), expr=expression)
            continue
        if row.low is not None and low < row.low:
            mip.add_linear_constraint(expression + (row.low - low) * variables[row.broken] >= row.low)
        if row.high is not None and high > row.high:
            mip.add_linear_constraint(expression - (high - row.high) * variables[row.broken] <= row.high)
    mip.minimize(_expression(model.objective, variables) * (1 / GOAL_UNITS))
    return mip, variables


def _or(value: int | None, otherwise: float) -> float:
    return otherwise if value is None else value


def _expression(linear: Linear, variables: list[mathopt.Variable]) -> mathopt.LinearExpression:
    return mathopt.LinearSum(f * variables[v] for v, f in linear.terms.items()) + linear.constant
