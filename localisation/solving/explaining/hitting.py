"""The cheapest demands to let go that leave no known conflict."""

from collections.abc import Collection, Mapping, Sequence

from ortools.sat.python import cp_model

from localisation.solving.explaining.demand import Demand


def cheapest_hitting(
    conflicts: Sequence[Collection[Demand]], told: Sequence[Collection[Demand]], costs: Mapping[Demand, int]
) -> tuple[Demand, ...] | None:
    """The cheapest demands with one of each conflict, but not all of any set in `told`; None when there is none.

    The implicit hitting set method (Davies & Bacchus 2011; Liffiton et al. 2016 for telling all).
    """
    model = cp_model.CpModel()
    demands = sorted({d for one in (*conflicts, *told) for d in one})
    gone = {d: model.new_bool_var("") for d in demands}
    for conflict in conflicts:
        model.add_bool_or(gone[d] for d in conflict)
    for known in told:
        model.add_bool_or(~gone[d] for d in known)
    model.minimize(sum(costs[d] * gone[d] for d in demands))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.catch_sigint_signal = False
    if solver.solve(model) != cp_model.OPTIMAL:
        return None
    return tuple(d for d in demands if solver.value(gone[d]))
