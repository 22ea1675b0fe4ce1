"""Generalised assignment as rows."""

from pathlib import Path

import pytest

from benchmarks.gap import Gap, known_gap, read_gap
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.solving.engines.race import run_engines

TINY = """ 2 3
 1 1 1
 5 6 7
 2 2 2 9 1 1
 4 2
"""
"""Two agents, three jobs. Agent 0 costs 1 each, takes 2 each, holds 4; agent 1 costs 5, 6, 7, takes 9, 1, 1, holds 2.

Agent 0 can do two jobs; the third goes to agent 1, which cannot do job 0. Job 1 is the cheaper there: 1 + 6 + 1 = 8.
"""


@pytest.fixture
def tiny(tmp_path: Path) -> Gap:
    path = tmp_path / "tiny"
    path.write_text(TINY)
    return read_gap(path)


def test_lines_may_break_anywhere(tiny: Gap) -> None:
    assert tiny.cost == ((1, 1, 1), (5, 6, 7))
    assert tiny.takes == ((2, 2, 2), (9, 1, 1))
    assert tiny.capacity == (4, 2)


def test_the_best_assignment_costs_8(tiny: Gap) -> None:
    limits = SolveLimits(time_limit_s=20, workers=1)
    _, outcome = run_engines(tiny.model(), limits, report=lambda *_: None, stop=None)
    assert outcome.status is Status.OPTIMAL
    assert outcome.values is not None
    assert outcome.value == 8 * Gap.COST_UNITS
    assert tiny.worth(outcome.values) == 8


def test_what_a_solution_is_worth_is_reckoned_from_the_file(tiny: Gap) -> None:
    assert tiny.worth([1, 1, 0, 0, 0, 1]) == 1 + 1 + 7
    assert tiny.worth([1, 1, 1, 0, 0, 0]) is None, "agent 0 holds 4, not 6"
    assert tiny.worth([1, 1, 0, 0, 1, 1]) is None, "job 1 is done twice"


def test_the_best_values_known_are_read_and_may_be_missing(tmp_path: Path) -> None:
    listed = tmp_path / "best.csv"
    listed.write_text("instance,best_bound,optimum,best_value\ntiny,8,8,8\nopen,7,,9\n")
    assert known_gap(listed) == {"tiny": 8, "open": 9}
    assert known_gap(tmp_path / "none.csv") == {}
