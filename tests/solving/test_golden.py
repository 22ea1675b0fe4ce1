"""Scenarios small enough to solve on paper; the sums stand in the scenario files."""

from pathlib import Path

import pytest

from localisation.domain.vocabulary import Status
from localisation.reading.scenario import read_scenario
from localisation.solving.no_proposal import NoProposal
from localisation.solving.solve import solve

GOLDEN = Path(__file__).parents[2] / "scenarios" / "golden"


def test_two_service_points_on_a_line_stand_where_the_people_are():
    result = solve(read_scenario(GOLDEN / "linje" / "linje.toml"))
    assert result.status is Status.OPTIMAL
    assert set(result.proposal.sites("TORG")) == {"B2", "B5"}
    assert result.assessment.result("reise").amount == 1_800


def test_three_units_leave_the_large_lease_for_the_small_one():
    result = solve(read_scenario(GOLDEN / "sekk" / "sekk.toml"))
    assert result.status is Status.OPTIMAL
    assert result.assessment.result("drift").amount == 750
    assert result.proposal.sites("b") == {"Z": 20}


def test_one_house_too_few_is_a_collision_of_room_and_closing():
    with pytest.raises(NoProposal) as raised:
        solve(read_scenario(GOLDEN / "sekk" / "umulig.toml"))
    assert {criterion for criterion, _ in raised.value.diagnosis.conflict} == {"plass", "building:X"}
