"""CP-SAT on a neutral model."""

from collections.abc import Sequence

from ortools.sat.python import cp_model

from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.rules.linear import Linear
from localisation.solving.engines.cpsat_watch import CpsatWatch
from localisation.solving.engines.model import Model
from localisation.solving.engines.outcome import Outcome, Report, evaluate
from localisation.solving.progress import Stop

NAME = "CP-SAT"
LP_HEAVY = ("max_lp", "default_lp", "reduced_costs", "quick_restart", "no_lp")
"""Subsolvers named explicitly: with few default workers CP-SAT has almost no LP bound on such models."""
LP_LIGHT = ("quick_restart", "no_lp")
"""Where the linear relaxation tells nothing."""

STATUS = {
    cp_model.OPTIMAL: Status.OPTIMAL,
    cp_model.FEASIBLE: Status.FEASIBLE,
    cp_model.INFEASIBLE: Status.INFEASIBLE,
    cp_model.UNKNOWN: Status.UNKNOWN,
}


def translate(model: Model) -> tuple[cp_model.CpModel, list[cp_model.IntVar]]:
    """The model in CP-SAT's words; `broken` variables switch their rows off."""
    assert not model.blocks, "CP-SAT is given variables and rows alone: write blocks out first (`expanded`)"
    cp = cp_model.CpModel()
    variables = [cp.new_int_var(v.low, v.high, v.name) for v in model.variables]
    add = cp.proto.constraints.add
    for row in model.rows:  # Straight into the protocol buffer: as expressions they take twice as long.
        stated = add()
        stated.linear.vars.extend(list(row.expression.terms))
        stated.linear.coeffs.extend(list(row.expression.terms.values()))
        constant = row.expression.constant
        low = row.low - constant if row.low is not None else cp_model.INT_MIN
        stated.linear.domain.extend([low, row.high - constant if row.high is not None else cp_model.INT_MAX])
        if row.broken is not None:
            stated.enforcement_literal.append(-row.broken - 1)
    if model.objective.terms:
        cp.minimize(_expression(model.objective, variables))
    for index, value in model.hint.items():
        cp.add_hint(variables[index], value)
    return cp, variables


def _expression(linear: Linear, variables: list[cp_model.IntVar]) -> cp_model.LinearExprT:
    chosen = [variables[v] for v in linear.terms]
    return cp_model.LinearExpr.weighted_sum(chosen, list(linear.terms.values())) + linear.constant


def solve_cpsat(
    model: Model,
    limits: SolveLimits,
    *,
    seconds: float,
    report: Report | None = None,
    stop: Stop | None = None,
    presolve: bool = True,
) -> Outcome:
    """Search until proven, out of limits or stopped.

    Deterministic with one worker when the proof or `deterministic_limit` ends it, not `seconds`.
    """
    cp, variables = translate(model)
    solver = solver_of(limits, seconds)
    solver.parameters.cp_model_presolve = presolve
    with CpsatWatch(solver, report, stop) as watch:
        status = STATUS.get(solver.solve(cp, watch.callback), Status.UNKNOWN)
    if status not in (Status.OPTIMAL, Status.FEASIBLE):
        return Outcome(status=status)
    values = [solver.value(v) for v in variables]
    value = evaluate(model.objective, values)
    bound = value if status is Status.OPTIMAL else round(solver.best_objective_bound)
    return Outcome(status=status, values=values, value=value, bound=bound)


def solver_of(limits: SolveLimits, seconds: float, subsolvers: Sequence[str] = LP_HEAVY) -> cp_model.CpSolver:
    """CP-SAT with our settings; with several workers the first subsolvers take part, and what looks near solutions."""
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    parameters.num_workers = limits.workers
    parameters.random_seed = limits.seed
    parameters.max_time_in_seconds = seconds
    parameters.linearization_level = 2
    parameters.catch_sigint_signal = False
    if limits.workers > 1:
        parameters.subsolvers.extend(subsolvers)
    if limits.memory_mb is not None:
        parameters.max_memory_in_mb = limits.memory_mb
    if limits.deterministic_limit is not None:
        parameters.max_deterministic_time = limits.deterministic_limit
    return solver
