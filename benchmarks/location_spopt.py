"""spopt on the same cost matrix: for comparison, run with a Python that has it.

    python -P benchmarks/location_spopt.py KIND SOLVER SECONDS CASE.npz

KIND is p-median, covering (fewest sites) or maximal covering; SOLVER is CBC or HiGHS, both through PuLP. The case has
`costs` (rows x columns), `weights`, `radius` and `sites`. Prints one line of JSON: value (None without one), whether
proven, wall and CPU seconds of stating and solving, reading and imports aside.
"""

import json
import os
import sys
import time
from typing import Any


def solve(kind: str, solver_name: str, seconds: float, path: str) -> dict[str, Any]:
    """One case."""
    import numpy  # noqa: PLC0415
    import pulp  # noqa: PLC0415
    from spopt.locate import LSCP, MCLP, PMedian  # noqa: PLC0415

    case = numpy.load(path)
    costs, weights = case["costs"].astype(float), case["weights"].astype(float)
    radius, sites = float(case["radius"]), int(case["sites"])
    began, used = time.monotonic(), _cpu()
    if solver_name == "CBC":
        solver = pulp.PULP_CBC_CMD(msg=False, timeLimit=seconds)
    else:
        solver = pulp.HiGHS(msg=False, timeLimit=seconds)
    if kind == "p-median":
        asked = PMedian.from_cost_matrix(costs, weights, p_facilities=sites)
    elif kind == "covering":
        asked = LSCP.from_cost_matrix(costs, radius)
    else:
        asked = MCLP.from_cost_matrix(costs, weights, radius, p_facilities=sites)
    try:
        asked.solve(solver)
        value = asked.problem.objective.value()
    except (RuntimeError, pulp.PulpSolverError):
        value = None
    wall = time.monotonic() - began
    proven = value is not None and asked.problem.sol_status == pulp.LpSolutionOptimal and wall < seconds
    return {"value": value, "proven": proven, "wall_s": wall, "cpu_s": _cpu() - used}


def _cpu() -> float:
    """CPU seconds of this process and those it has waited for (CBC is one of its own)."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def main() -> None:
    """Solve the case that is named."""
    kind, solver, seconds, path = sys.argv[1:]
    print(json.dumps(solve(kind, solver, float(seconds), path)))


if __name__ == "__main__":
    main()
