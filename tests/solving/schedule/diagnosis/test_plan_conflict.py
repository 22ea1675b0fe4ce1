"""A conflict is called minimal only when every answer it rests on is one, and another search agrees."""

import threading

import pytest
from ortools.sat.python import cp_model

from localisation.domain.errors import Disagreement
from localisation.domain.relocation.derive import programme_of
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.solving.engines.outcome import Outcome
from localisation.solving.progress import Stop
from localisation.solving.schedule.build import relaxable_schedule
from localisation.solving.schedule.diagnosis import plan_conflict
from localisation.solving.schedule.diagnosis.plan_conflict import PlanConflict
from tests.solving.sample import criterion
from tests.solving.schedule.village_plan import PROPOSAL, instance

LIMITS = SolveLimits(time_limit_s=60, workers=1)


def ring(stop: Stop | None = None) -> PlanConflict:
    """Two who must each move before the other."""
    case = instance(
        criterion("K-rekke", "move_order", units=("point",), parameters={"first": ("accounts",)}),
        criterion("K-omvendt", "move_order", units=("accounts",), parameters={"first": ("point",)}),
    )
    return PlanConflict(relaxable_schedule(case, programme_of(case, PROPOSAL)), LIMITS, stop, 60)


def test_two_searches_that_agree_are_sure():
    conflict = ring()
    assert {c for c, _ in conflict.minimal()} == {"K-rekke", "K-omvendt"}
    assert conflict.sure


def test_without_a_second_answer_it_is_not_sure(monkeypatch):
    monkeypatch.setattr(plan_conflict, "search", lambda *_, **__: Outcome(status=Status.UNKNOWN), raising=False)
    conflict = ring()
    assert {c for c, _ in conflict.minimal()} == {"K-rekke", "K-omvendt"}
    assert not conflict.sure


def test_a_second_search_that_finds_a_plan_is_a_disagreement(monkeypatch):
    found = Outcome(status=Status.OPTIMAL, values=[], value=0, bound=0)
    monkeypatch.setattr(plan_conflict, "search", lambda *_, **__: found, raising=False)
    with pytest.raises(Disagreement):
        ring().minimal()


def test_a_model_the_engine_does_not_accept_is_no_answer(monkeypatch):
    monkeypatch.setattr(cp_model.CpSolver, "solve", lambda *_: cp_model.MODEL_INVALID)
    conflict = ring()
    assert conflict.minimal() == ()
    assert not conflict.sure


def test_the_engine_hears_a_stop_while_it_searches(monkeypatch):
    stop, heard = threading.Event(), threading.Event()

    def searching(*_: object) -> object:
        stop.set()
        assert heard.wait(30)
        return cp_model.UNKNOWN

    monkeypatch.setattr(cp_model.CpSolver, "solve", searching)
    monkeypatch.setattr(cp_model.CpSolver, "stop_search", lambda _: heard.set())
    conflict = ring(stop)
    assert conflict.minimal() == ()
    assert not conflict.sure
