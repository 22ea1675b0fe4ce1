"""Limits that end at a moment, and searches that share the time until then."""

import time
from dataclasses import replace

import pytest

from localisation.domain.assessment import Assessment
from localisation.domain.scenario import SolveLimits
from localisation.solving import ending as ending_module
from localisation.solving import solve as solve_module
from localisation.solving.ending import ending
from localisation.solving.explaining import fewest_moved as fewest_module
from localisation.solving.explaining.asked import Asked
from localisation.solving.explaining.fewest_moved import fewest_moved, searching
from localisation.solving.robustness import what_if as what_if_module
from localisation.solving.robustness.wish import Wish
from localisation.solving.solve import solve
from tests.solving.frontier.test_solve_frontier import fixed

CASE = fixed(10)


@pytest.mark.parametrize(("left", "seconds"), [(5.9, 5), (1.0, 1), (0.2, 1), (-7, 1), (400, 30)])
def test_limits_end_in_time_after_a_second_at_least(monkeypatch: pytest.MonkeyPatch, left: float, seconds: int):
    monkeypatch.setattr(ending_module.time, "monotonic", lambda: 100.0)
    assert ending(SolveLimits(time_limit_s=30), 100.0 + left).time_limit_s == seconds


def test_each_goal_level_gets_its_share_of_what_is_left(monkeypatch: pytest.MonkeyPatch):
    weighed = tuple(c.id for c in CASE.criteria if c.weight)
    levels = ((weighed[0],), (weighed[1],))
    case = replace(CASE, scenario=CASE.scenario.model_copy(update={"levels": levels}))
    given = []
    real = solve_module.run_engines

    def heard(model, limits, **how):
        given.append(limits.time_limit_s)
        return real(model, limits, **how)

    monkeypatch.setattr(solve_module, "run_engines", heard)
    solve(case, limits=SolveLimits(time_limit_s=100, workers=1), until=time.monotonic() + 21)
    assert len(given) == 2
    assert 5 <= given[0] <= 10
    assert given[0] < given[1] <= 20


def test_when_time_is_up_the_answer_found_is_the_one(monkeypatch: pytest.MonkeyPatch):
    found = solve(CASE, limits=SolveLimits(workers=1))
    monkeypatch.setattr(fewest_module, "as_good", lambda *_, **__: pytest.fail("no time to look"))
    limits = SolveLimits(time_limit_s=30)
    assert fewest_moved(CASE, found.proposal, found, limits, None, time.monotonic() + 0.1) == (found, False)


def test_a_what_if_keeps_all_of_its_parts_within_the_limit(monkeypatch: pytest.MonkeyPatch):
    ends = []
    real_solve, real_fewest = what_if_module.solve, what_if_module.fewest_moved

    def solved(*of, **how):
        ends.append(how["until"])
        return real_solve(*of, **how)

    def fewest(*of):
        ends.append(of[-1])
        return real_fewest(*of)

    monkeypatch.setattr(what_if_module, "solve", solved)
    monkeypatch.setattr(what_if_module, "fewest_moved", fewest)
    before = solve(CASE, limits=SolveLimits(workers=1)).proposal
    began = time.monotonic()
    told: list[Assessment] = []
    unit, building = next(
        (u.id, b.id)
        for u in CASE.inventory.units
        for b in CASE.inventory.buildings
        if b.id not in before.sites(u.id)
        and what_if_module.first_answer(
            CASE, before, Wish(asked=(Asked(unit=u.id, building=b.id),)), limits=SolveLimits(workers=1)
        )
    )
    wish = Wish(asked=(Asked(unit=unit, building=building),))
    what_if_module.what_if(CASE, before, wish, limits=SolveLimits(time_limit_s=20, workers=1), on_first=told.append)
    assert told
    assert len(ends) == 2
    assert began < ends[0] < ends[1] <= time.monotonic() + 20
    assert searching(None) is None
