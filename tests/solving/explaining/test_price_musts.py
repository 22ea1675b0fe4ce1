"""What each must costs is what trying every proposal without it says."""

import threading
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from localisation.domain.assessment import Result
from localisation.domain.instance import Instance
from localisation.domain.vocabulary import Status, Strength
from localisation.rules.goal import GOAL_UNITS
from localisation.solving.explaining import price_musts as price_musts_module
from localisation.solving.explaining.loosen import without
from localisation.solving.explaining.looser_steps import looser_steps
from localisation.solving.explaining.price import Gain, Price
from localisation.solving.explaining.price_musts import price_musts
from localisation.solving.solve import solve
from localisation.solving.verify import assess
from tests.solving.explaining.cases import LIMITS, case
from tests.solving.sample import criterion, every_proposal, instance
from tests.solving.test_solve import CAPACITY, MIXES, SITES, weighted

SEEDS = st.integers(0, 10_000)


def best_of(place, proposals) -> float:
    """Points lost by the best lawful proposal, on the first goal level."""
    return min(a.goal[0] for p in proposals if (a := assess(place, p)).valid) / GOAL_UNITS


@given(SEEDS)
@example(1379)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
def test_every_price_is_what_brute_force_finds(seed: int):
    place, proposals = case(seed, requirements=4, weights=2)
    assume(any(assess(place, p).valid for p in proposals))
    now = best_of(place, proposals)
    found = price_musts(place, limits=LIMITS)
    musts = [c.id for c in place.criteria if c.strength is Strength.MUST]
    assert [p.criterion for p in found.prices] == musts
    assert found.left_out == ()
    for price in found.prices:
        gained = now - best_of(without(place, price.criterion), proposals)
        assert price.gain.proven
        assert (price.gain.least, price.gain.most) == pytest.approx((gained, gained), abs=1e-5)
        if gained > 1e-4:
            steps = list(looser_steps(place, price.criterion))
            assert [s.then for s in price.looser] == [s.looser.then for s in steps]
            for told, step in zip(price.looser, steps, strict=True):
                by_step = now - best_of(step.instance, proposals)
                if told.kind == "space":  # more room also counts as unused room, but nobody has to take it
                    by_step = max(0.0, by_step)
                assert (told.gain.least, told.gain.most) == pytest.approx((by_step, by_step), abs=1e-5)
    assert found.together is not None
    gained = now - best_of(without(place, *musts), proposals)
    assert (found.together.least, found.together.most) == pytest.approx((gained, gained), abs=1e-5)


def test_musts_that_cost_nothing_are_skipped_with_one_solve():
    # Nobody has to move, everyone fits: four musts that hold today, and the best there is without any of them.
    place = instance(
        CAPACITY,
        SITES,
        criterion("u i A", "fixed_location", units=("u",), parameters={"buildings": ("A",)}),
        criterion("få", "building_limit", parameters={"at_most": 3}),
        weighted("people_moved", 1, 0, 15),
    )
    found = price_musts(place, limits=LIMITS)
    assert [p.gain.nothing for p in found.prices] == [True] * 4
    assert found.solves == 1


def test_a_lock_has_its_price():
    # v moves from B to A for nothing but the lock: 5 of 15 people, a third of the scale.
    place = instance(
        criterion("lock:v:A", "fixed_location", units=("v",), parameters={"buildings": ("A",)}),
        weighted("people_moved", 1, 0, 15),
    )
    (lock,) = price_musts(place, limits=LIMITS).prices
    assert lock.gain.least == pytest.approx(100 / 3, abs=1e-5)
    assert lock.gain.proven


def test_a_budget_one_step_larger_tells_what_the_step_gives():
    # B is closed, so v (5) moves. Into A with u only after the works, which cost 2 000; else into C, and 2 of w must
    # make room. So the budget costs 2 people of 15, and 5 % more, 2 048, is enough for the works.
    place = instance(
        criterion("ramme", "refurbishment_cost", at_most=1_950),
        criterion("stengt", "buildings_closed", parameters={"buildings": ("B",)}),
        CAPACITY,
        SITES,
        weighted("people_moved", 1, 0, 15),
    )
    budget = next(p for p in price_musts(place, limits=LIMITS).prices if p.criterion == "ramme")
    assert budget.gain.least == pytest.approx(200 / 15, abs=1e-5)
    (step,) = budget.looser
    assert (step.now, step.then) == (1_950, 2_048)
    assert step.gain.least == pytest.approx(200 / 15, abs=1e-5)


def test_a_stop_keeps_the_prices_that_are_done():
    stop = threading.Event()
    place = instance(CAPACITY, SITES, *MIXES["economy"])
    seen: list[int] = []

    def stop_after_the_first(done: int, of: int, dropped: tuple[str, ...]) -> None:
        seen.append(done)
        if done:
            stop.set()

    found = price_musts(place, limits=LIMITS, on_step=stop_after_the_first, stop=stop)
    assert found.stopped
    assert len(found.prices) + len(found.left_out) == 2
    lawful = [p for p in every_proposal(place) if assess(place, p).valid]
    assert found.best.assessment.goal == min(assess(place, p).goal for p in lawful)


def test_a_stored_best_that_was_proven_is_not_solved_again(monkeypatch: pytest.MonkeyPatch):
    place = instance(CAPACITY, SITES, *MIXES["economy"])
    stored = solve(place, limits=LIMITS)
    assert stored.status is Status.OPTIMAL
    solved: list[bool] = []

    def watched(changed: Instance, **more: Any) -> Result:
        solved.append((changed.criteria, changed.inventory) == (place.criteria, place.inventory))
        return solve(changed, **more)

    monkeypatch.setattr("localisation.solving.explaining.price_musts.solve", watched)
    found = price_musts(place, stored=stored, limits=LIMITS)
    assert (found.best.status, found.best.proposal) == (Status.OPTIMAL, stored.proposal)
    assert not any(solved)
    # What was not proven is solved, from that proposal.
    open_still = replace(stored, runs=tuple(replace(r, status=Status.FEASIBLE) for r in stored.runs))
    again = price_musts(place, stored=open_still, limits=LIMITS)
    assert sum(solved) == 1
    assert again.prices == found.prices


def test_one_must_is_never_said_to_gain_more_than_all_of_them_together(monkeypatch: pytest.MonkeyPatch):
    # Two locks that each cost part of the scale, and no time to prove what one alone gains.
    place = instance(
        criterion("lock:v:A", "fixed_location", units=("v",), parameters={"buildings": ("A",)}),
        criterion("lock:u:B", "fixed_location", units=("u",), parameters={"buildings": ("B",)}),
        weighted("people_moved", 1, 0, 15),
    )

    def unsure(changed: Instance, **more: Any) -> Result:
        found = solve(changed, **more)
        if sum(c.strength is Strength.MUST for c in changed.criteria) != 1:
            return found
        loose = tuple(replace(r, status=Status.FEASIBLE, bound=-90 * GOAL_UNITS) for r in found.runs)
        return replace(found, runs=loose)

    monkeypatch.setattr("localisation.solving.explaining.price_musts.solve", unsure)
    found = price_musts(place, limits=LIMITS)
    assert found.together is not None
    assert found.together.most is not None
    assert found.solves > 1
    for price in found.prices:
        assert price.gain.most is not None
        assert price.gain.most <= found.together.most


def test_all_musts_together_are_never_said_to_gain_less_than_one(monkeypatch: pytest.MonkeyPatch):
    # Without any must there was no time to find more than was known; without one of them there was.
    place = instance(
        criterion("lock:v:A", "fixed_location", units=("v",), parameters={"buildings": ("A",)}),
        criterion("lock:u:B", "fixed_location", units=("u",), parameters={"buildings": ("B",)}),
        weighted("people_moved", 1, 0, 15),
    )
    best = solve(place, limits=LIMITS)

    def late(changed: Instance, **more: Any) -> Result:
        if any(c.strength is Strength.MUST for c in changed.criteria):
            return solve(changed, **more)
        return replace(best, runs=tuple(replace(r, status=Status.FEASIBLE, bound=None) for r in best.runs))

    monkeypatch.setattr("localisation.solving.explaining.price_musts.solve", late)
    found = price_musts(place, limits=LIMITS)
    assert found.together is not None
    assert found.together.least == max(p.gain.least for p in found.prices) > 0


def test_a_step_is_never_said_to_gain_more_than_leaving_out():
    place = instance(
        criterion("plass", "space_capacity"),
        criterion("ramme", "refurbishment_cost", at_most=1_200),
        weighted("people_moved", 1, 0, 15),
    )

    tried = SimpleNamespace(gain=Gain(least=3.0, most=None))
    pricing: Any = SimpleNamespace(instance=place, over=False, tried=lambda *_: tried)
    price = price_musts_module._with_steps(
        pricing, Price(criterion="ramme", gain=Gain(least=2.0, most=None), alone=True)
    )
    assert price.looser
    assert price.gain.least == max(one.gain.least for one in price.looser) == 3.0
