"""An adopted plan that still holds stands, though steps of it could slide within their slack."""

from dataclasses import replace

import pytest

from localisation.domain.relocation.derive import programme_of
from localisation.domain.relocation.plan import Plan, Step
from localisation.domain.vocabulary import Status, Strength
from localisation.solving.schedule.replanning.difference import Why, difference
from localisation.solving.schedule.replanning.difference_sentences import difference_reasons
from localisation.solving.schedule.replanning.replan import changes_of
from localisation.solving.schedule.replanning.replanned import Replanned, replanned
from localisation.solving.stopped_empty import StoppedEmpty
from tests.solving.sample import criterion
from tests.solving.schedule.village_plan import ACCOUNTS, POINT, PROPOSAL, adopted, instance

CREW = criterion("K-lag", "crew_capacity")
SOON = criterion("V-ferdig", "completion_time", Strength.WEIGHT, weight=1, best=0, worst=200)
CASE = instance(CREW, SOON)
IT = f"it:{POINT}"


def slack() -> Plan:
    """The adopted plan with the last step, the point's IT, on day 45 instead of 43, right after it is carried."""
    plan = adopted()
    return replace(plan, steps={**plan.steps, IT: Step(start=45, end=46)})


def anew(*delays: str) -> Replanned:
    programme = programme_of(CASE, PROPOSAL)
    changes = changes_of(CASE, programme, slack(), as_of=programme.calendar.days[10], delays=delays)
    return replanned(CASE, PROPOSAL, slack(), changes)


def test_with_no_news_the_plan_stands_step_by_step():
    found = anew()
    assert found.result.plan == slack()
    assert found.differences == ()


def test_what_it_could_gain_is_said():
    # Nobody's move starts on another day: proven. It could be done two days sooner, which is no longer called best.
    deviation, soon = anew().result.runs
    assert (deviation.status, deviation.value) == (Status.OPTIMAL, 0)
    assert soon.status is Status.FEASIBLE
    assert soon.value > soon.bound


def test_with_news_that_it_cannot_take_up_it_does_not_stand():
    found = anew("Regnskap flyttelass +1d")
    assert found.result.plan != slack()
    assert ACCOUNTS in {c.thing for c in found.differences}


def test_a_step_that_slid_is_not_explained_as_if_the_carrying_had_moved():
    # The point's IT is on day 43 again; it is carried on day 42 in both plans.
    result = replace(anew().result, plan=adopted())
    (change,) = difference(CASE, slack(), result)
    assert (change.thing, change.why) == (POINT, Why.WITHIN)
    assert difference_reasons(CASE, result.programme, (change,)) == (
        "Selve flyttedagene er som før; bare et steg før eller etter dem er flyttet.",
    )


def test_it_stands_too_when_the_time_was_too_short_to_find_any_plan(monkeypatch: pytest.MonkeyPatch):
    def in_vain(*_: object, **__: object) -> None:
        raise StoppedEmpty

    monkeypatch.setattr("localisation.solving.schedule.replanning.replanned.solve_plan", in_vain)
    found = anew()
    assert found.result.plan == slack()
    assert [(r.status, r.bound) for r in found.result.runs] == [(Status.OPTIMAL, 0), (Status.FEASIBLE, None)]
    with pytest.raises(StoppedEmpty):
        anew("Regnskap flyttelass +1d")
