"""From what the proposal was reckoned to cost to what the plan costs."""

from dataclasses import replace

import pytest

from localisation.domain.proposal import Proposal
from localisation.exporting.plan.cost_bridge import cost_bridge
from localisation.texts import LANGUAGES, Texts
from tests.exporting.plan_outcome import case, finished
from tests.pictures.plan_town import planned

NB = Texts("nb")


def test_the_bridge_adds_up_on_paper():
    """Works 3 million; 15 move at 10 000 and 10 at 11 500: 0.265. Those 10 move twice, and IT is 4 days at 5 000."""
    first, *_ = cost_bridge(finished(), NB)
    assert "regnet 3\xa0265 (1000 kr): ombygging 3\xa0000 og flytting 265" in first
    assert "kommer på 3\xa0400" in first
    assert "(flytting, noen i to etapper +115; IT +20)" in first


def test_a_plan_without_a_way_round_moves_for_what_the_proposal_reckoned():
    given = case()
    run = finished(given)
    run = replace(run, result=replace(planned(given, via={}), runs=run.result.runs))
    first, *_ = cost_bridge(run, NB)
    assert "(IT +15)" in first  # one move less is a day less


@pytest.mark.parametrize("language", LANGUAGES)
def test_double_rent_is_said_to_be_in_neither_sum(language: str):
    t, run = Texts(language), finished()
    found = cost_bridge(run, t)
    assert len(found) == 2
    assert t("plan.bridge.double_rent") in found[1]


def test_a_plan_of_no_proposal_has_no_bridge():
    run = finished()
    programme = replace(run.result.programme, proposal=Proposal(placements=()))
    assert cost_bridge(replace(run, result=replace(run.result, programme=programme)), NB) == ()
