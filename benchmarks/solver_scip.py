"""SCIP on a neutral model, through OR-Tools MathOpt: for comparison only."""

import time
from collections.abc import Sequence
from datetime import timedelta
from math import ceil, floor, isfinite

import numpy as np
from ortools.math_opt import model_pb2
from ortools.math_opt.python import mathopt
from scipy import sparse

from benchmarks.solver_track import Track
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.rules.goal import GOAL_UNITS
from localisation.solving.engines.expanded import expanded
from localisation.solving.engines.matrix import Matrix
from localisation.solving.engines.matrix_of import matrix_of
from localisation.solving.engines.model import Model
from localisation.solving.engines.outcome import PROOF_TOLERANCE, Outcome, evaluate, holds

NAME = "SCIP"
DIGITS = 1e-6
"""The log's numbers are rounded to seven digits."""


def solve_scip(model: Model, limits: SolveLimits, track: Track) -> Outcome:
    """What SCIP finds alone, checked in whole numbers; what its log says on the way is noted.

    MathOpt gives no solutions while SCIP runs, so values of the log count as found before they are checked.
    """
    until = time.monotonic() + limits.time_limit_s
    plain = expanded(model)
    asked = mathopt.Model.from_model_proto(_proto(matrix_of(plain)))
    parameters = mathopt.SolveParameters(
        time_limit=timedelta(seconds=max(0.1, until - time.monotonic())), relative_gap_tolerance=1e-9,
        absolute_gap_tolerance=0.0, random_seed=limits.seed,
    )  # fmt: skip
    parameters.gscip.int_params["display/freq"] = 20
    result = mathopt.solve(asked, mathopt.SolverType.GSCIP, params=parameters, msg_cb=_Log(track).heard)
    if result.termination.reason is mathopt.TerminationReason.INFEASIBLE:
        return Outcome(status=Status.INFEASIBLE)
    limit = result.termination.objective_bounds.dual_bound
    bound = floor(limit * GOAL_UNITS) - PROOF_TOLERANCE // 2 if np.isfinite(limit) else None
    if not result.has_primal_feasible_solution():
        return Outcome(status=Status.UNKNOWN, bound=bound)
    by_id = {v.id: x for v, x in result.variable_values().items()}
    values = [round(by_id[i]) for i in range(len(by_id))]
    if not holds(plain, values):
        return Outcome(status=Status.UNKNOWN, bound=bound)
    value = evaluate(model.objective, values)
    proven = bound is not None and value - bound <= PROOF_TOLERANCE
    return Outcome(
        status=Status.OPTIMAL if proven else Status.FEASIBLE, values=values[: len(model.variables)], value=value,
        bound=value if proven else bound,
    )  # fmt: skip


def _proto(matrix: Matrix) -> model_pb2.ModelProto:
    proto = model_pb2.ModelProto()
    columns, rows = range(len(matrix.cost)), range(len(matrix.row_low))
    proto.variables.ids.extend(columns)
    proto.variables.lower_bounds.extend(matrix.low.tolist())
    proto.variables.upper_bounds.extend(matrix.high.tolist())
    proto.variables.integers.extend(True for _ in columns)
    priced = np.flatnonzero(matrix.cost)
    proto.objective.offset = matrix.offset / matrix.scale
    proto.objective.linear_coefficients.ids.extend(priced.tolist())
    proto.objective.linear_coefficients.values.extend((matrix.cost[priced] / matrix.scale).tolist())
    proto.linear_constraints.ids.extend(rows)
    proto.linear_constraints.lower_bounds.extend(matrix.row_low.tolist())
    proto.linear_constraints.upper_bounds.extend(matrix.row_high.tolist())
    cells = sparse.csr_matrix((matrix.factor, matrix.index, matrix.start), shape=(len(rows), len(columns)))
    cells.sort_indices()
    cells = cells.tocoo()
    proto.linear_constraint_matrix.row_ids.extend(cells.row.tolist())
    proto.linear_constraint_matrix.column_ids.extend(cells.col.tolist())
    proto.linear_constraint_matrix.coefficients.extend(cells.data.tolist())
    return proto


class _Log:
    """Reads SCIP's table: the columns are found by the names of its last heading."""

    def __init__(self, track: Track) -> None:
        self._track = track
        self._at: dict[str, int] = {}

    def heard(self, lines: Sequence[str]) -> None:
        for line in lines:
            cells = [cell.strip() for cell in line.split("|")]
            if "dualbound" in cells:
                self._at = {cell: k for k, cell in enumerate(cells)}
            elif self._at and len(cells) == len(self._at):
                self._row(cells)

    def _row(self, cells: Sequence[str]) -> None:
        value, bound = (_number(cells[self._at[name]]) for name in ("primalbound", "dualbound"))
        self._track(
            NAME,
            None if value is None else ceil(value + abs(value) * DIGITS),
            None if bound is None else floor(bound - abs(bound) * DIGITS),
        )


def _number(cell: str) -> float | None:
    """A cell in goal units."""
    try:
        number = float(cell)
    except ValueError:
        return None
    return number * GOAL_UNITS if isfinite(number) else None
