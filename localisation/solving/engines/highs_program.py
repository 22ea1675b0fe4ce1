"""A matrix in HiGHS' words."""

from typing import Any

import highspy

from localisation.solving.engines.matrix import Matrix


def program_of(matrix: Matrix, *, relaxed: bool = False) -> highspy.HighsLp:
    """The program; `relaxed`, its variables need not be whole."""
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(matrix.cost), len(matrix.row_low)
    lp.col_cost_, lp.offset_ = matrix.cost, matrix.offset
    lp.col_lower_, lp.col_upper_ = matrix.low, matrix.high
    lp.row_lower_, lp.row_upper_ = matrix.row_low, matrix.row_high
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_, lp.a_matrix_.index_, lp.a_matrix_.value_ = matrix.start, matrix.index, matrix.factor
    if not relaxed:
        lp.integrality_ = [highspy.HighsVarType.kInteger] * lp.num_col_
    return lp


def highs_on(program: highspy.HighsLp, seconds: float, seed: int) -> Any:
    """HiGHS with our settings and a program."""
    highs = highspy.Highs()  # type: ignore[no-untyped-call]
    options: dict[str, Any] = {
        "output_flag": False,
        "threads": 1,
        "mip_rel_gap": 1e-9,
        "mip_abs_gap": 0.0,
        "time_limit": seconds,
        "random_seed": seed,
    }
    for name, value in options.items():
        highs.setOptionValue(name, value)
    highs.passModel(program)
    return highs
