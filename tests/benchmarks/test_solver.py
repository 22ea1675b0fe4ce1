"""The bench itself: what was known when, where ours was behind, and SCIP on a model one can solve in one's head."""

import pytest

from benchmarks.solver import behind, ratio
from benchmarks.solver_case import case_of
from benchmarks.solver_run import Run
from benchmarks.solver_scip import _Log, solve_scip
from benchmarks.solver_track import Known, Track, known_at
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.rules.linear import Linear
from localisation.solving.engines.model import Model, Row


def known(seconds: float, value: int | None, bound: int | None) -> Known:
    return Known(seconds=seconds, value=value, bound=bound)


def a_run(engine: str, *changes: Known, seconds: float = 60, status: str = "feasible") -> Run:
    return Run(
        name="case", engine=engine, build_s=0, seconds=seconds, cpu_s=seconds, status=status, checked=True, memory_mb=1,
        load=0, known=None, units=1, offset=0, changes=list(changes),
    )  # fmt: skip


def test_values_only_go_down_and_bounds_only_up() -> None:
    track = Track()
    for value, bound in ((None, 3), (9, None), (12, 2), (8, 4)):
        track("", value, bound)
    assert [(k.value, k.bound) for k in track.changes] == [(None, 3), (9, 3), (8, 4)]


def test_what_was_known_at_a_checkpoint() -> None:
    changes = [known(2, None, 3), known(7, 10, 3), known(20, 8, 5)]
    assert known_at(changes, 1).bound is None
    assert known_at(changes, 10) == changes[1]
    assert a_run("ours", *changes).gap(10) == pytest.approx(70)


def test_ours_is_told_to_be_behind_in_value_or_bound() -> None:
    ours = a_run("ours", known(1, 10, 4))
    alone = a_run("highs", known(1, 11, 5))
    other = a_run("cp-sat", known(1, 10, 2))
    told = behind([ours, alone, other], (10,))
    assert [line for line in told if line.startswith("-")] == ["- case after 10 s: bound 4.00, highs 5.00"]
    assert not behind([ours, other], (10,))


def test_times_are_compared_where_ours_is_proven() -> None:
    ours = a_run("ours", known(1, 5, 5), seconds=2, status="optimal")
    slow = a_run("highs", known(1, 5, 4), seconds=8)
    assert "4.00 in seconds" in ratio([ours, slow], "highs")
    assert "1 of them not proven" in ratio([ours, slow], "highs")


def test_scip_finds_the_cheapest_two_of_three() -> None:
    model = Model()
    x = [model.new(f"x{i}", 0, 1) for i in range(3)]
    model.rows.append(Row(Linear(dict.fromkeys(x, 1)), 2, None))
    model.objective = Linear({v: price * 10**9 for v, price in zip(x, (5, 3, 4), strict=True)})
    outcome = solve_scip(model, SolveLimits(time_limit_s=20), Track())
    assert (outcome.status, outcome.value, outcome.values) == (Status.OPTIMAL, 7 * 10**9, [0, 1, 1])


def test_scips_table_is_read_by_its_heading() -> None:
    track = Track()
    log = _Log(track)
    log.heard(["presolving:", " time | node  |  dualbound   | primalbound  |  gap "])
    log.heard(
        [" 0.1s|     1 | 1.500000e+00 |      --      |   Inf", " 0.2s|     1 | 2.000000e+00 | 3.000000e+00 | 50%"]
    )
    assert [k.bound for k in track.changes] == [1_500_000_000 - 1_500, 2_000_000_000 - 2_000], "seven digits"
    assert [k.value for k in track.changes] == [None, 3_000_000_000 + 3_000]


def test_a_case_of_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown kind"):
        case_of("sudoku:1")
