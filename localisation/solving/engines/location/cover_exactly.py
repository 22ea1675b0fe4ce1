"""Set covering and maximal covering by CP-SAT, which learns what linear bounds do not see."""

import time

import numpy as np
from ortools.sat.python import cp_model

from localisation.array_types import Whole
from localisation.solving.engines.cpsat_watch import CpsatWatch
from localisation.solving.engines.location.as_stop import AsStop
from localisation.solving.engines.location.ascent import Halted
from localisation.solving.engines.location.node import Node


def only_covers(node: Node) -> bool:
    """Whether every row costs nothing or all it may, as where one is in reach or not."""
    return not ((node.costs > 0) & (node.costs < node.otherwise)).any()


def cover_exactly(node: Node, limit: float, deadline: float, seed: int, halted: Halted) -> tuple[float, Whole | None]:
    """A bound on a node that `only_covers` (infinite: nothing in it is below the limit) and the best columns found.

    One worker with a full linear relaxation: measured, on reduced problems of 700 sites, 0.1-0.6 s of CPU where HiGHS
    needs 1-9 s and CP-SAT's defaults prove nothing in 20 s; on maximal covering of 400 nodes 1 s where HiGHS needs 6.
    What is reduced already gains little by presolve: on maximal covering of 700 nodes 0.2 s without where 0.7 s with.
    Cuts cost more than they give, too: without, 0.13 to 0.21 s where 0.3 to 0.5 s with them (500 nodes, four seeds).
    """
    cp = cp_model.CpModel()
    chosen = [cp.new_bool_var("") for _ in node.columns]
    for members, needed in zip(node.covers, node.needed.tolist(), strict=True):
        those = [chosen[j] for j in np.flatnonzero(members)]
        if needed == 1:
            cp.add_bool_or(those)
        else:
            cp.add(cp_model.LinearExpr.sum(those) >= int(needed))
    for g, (fewest, most) in enumerate(zip(node.fewest.tolist(), node.most.tolist(), strict=True)):
        cp.add_linear_constraint(
            cp_model.LinearExpr.sum([chosen[j] for j in np.flatnonzero(node.group == g)]), fewest, most
        )
    missed = []
    for costs, otherwise in zip(node.costs.T, node.otherwise, strict=True):
        missed.append(cp.new_bool_var(""))
        cp.add_bool_or([missed[-1], *[chosen[j] for j in np.flatnonzero(costs < otherwise)]])
    prices = np.concatenate([node.linear, node.otherwise]).astype(np.int64).tolist()
    amount = cp_model.LinearExpr.weighted_sum([*chosen, *missed], prices)
    if np.isfinite(limit):
        cp.add(amount <= int(limit - node.paid) - 1)
    cp.minimize(amount)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.cut_level = 0
    solver.parameters.cp_model_presolve = not len(node.otherwise)
    solver.parameters.max_presolve_iterations = 1
    solver.parameters.cp_model_probing_level = 0
    solver.parameters.symmetry_level = 0
    solver.parameters.random_seed = seed
    solver.parameters.catch_sigint_signal = False
    solver.parameters.max_time_in_seconds = max(0.1, deadline - time.monotonic())
    with CpsatWatch(solver, None, AsStop(halted)) as watch:
        status = solver.solve(cp, watch.callback)
    if status == cp_model.INFEASIBLE:
        return np.inf, None
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return solver.best_objective_bound + node.paid if solver.best_objective_bound > 0 else -np.inf, None
    found = np.array([solver.boolean_value(v) for v in chosen])
    return solver.best_objective_bound + node.paid, node.columns[found]
