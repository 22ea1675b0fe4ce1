"""Facility location said with our rules: the goal is the file's own cost."""

from pathlib import Path

import pytest

from benchmarks.holmberg import COST_UNITS, known_holmberg, read_holmberg
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.solving.solve import solve

TINY = """2 3
5 10
100 150
3 2 4
10.000000 50.000000
20 50
60 50
"""
"""Plant 0 holds 5 and costs 100, plant 1 holds 10 and costs 150; customers need 3, 2 and 4.

All from plant 1: 150 + 50 + 50 + 50 = 300. Both plants: 250 + 10 + 20 + 50 = 330. Plant 0 alone is too small.
"""
PUBLIC = Path("../shared/bench/sscflp/holmberg_p1")


def written(folder: Path, text: str) -> Path:
    path = folder / "tiny"
    path.write_text(text)
    return path


def test_one_plant_for_all_is_cheaper_here(tmp_path: Path) -> None:
    result = solve(read_holmberg(written(tmp_path, TINY)), limits=SolveLimits(time_limit_s=20, workers=1))
    assert result.status is Status.OPTIMAL
    assert {p.building for p in result.proposal.placements} == {"plant1"}
    assert round(result.assessment.goal[0] / COST_UNITS) == 300


def test_both_plants_when_the_second_is_dear_to_reach(tmp_path: Path) -> None:
    """With 100 instead of 50 for the first two customers: 150 + 100 + 100 + 50 = 400 against 330."""
    dear = TINY.replace("10.000000 50.000000", "10 100").replace("20 50", "20 100")
    result = solve(read_holmberg(written(tmp_path, dear)), limits=SolveLimits(time_limit_s=20, workers=1))
    assert result.status is Status.OPTIMAL
    assert round(result.assessment.goal[0] / COST_UNITS) == 330
    assert result.assessment.result("fixed").amount == 250
    assert result.assessment.result("serving").amount == 80


def test_costs_that_are_not_whole_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"10\.5 is not whole"):
        read_holmberg(written(tmp_path, TINY.replace("10.000000", "10.5")))


def test_the_optima_are_read_and_may_be_missing(tmp_path: Path) -> None:
    listed = tmp_path / "best.csv"
    listed.write_text("instance,optimum\ntiny,300\n")
    assert known_holmberg(listed) == {"tiny": 300}
    assert known_holmberg(tmp_path / "none.csv") == {}


@pytest.mark.skipif(not PUBLIC.is_file(), reason="the public instances are not here")
def test_the_first_public_file_costs_8848() -> None:
    result = solve(read_holmberg(PUBLIC), limits=SolveLimits(time_limit_s=60, workers=2))
    assert result.status is Status.OPTIMAL
    assert round(result.assessment.goal[0] / COST_UNITS) == 8848
