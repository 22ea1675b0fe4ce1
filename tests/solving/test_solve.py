"""The solver against brute force, and what it says when it cannot or must not answer."""

import threading
from dataclasses import replace

import pytest

from localisation.domain.errors import Disagreement
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status, Strength
from localisation.rules.placement.people_moved import PeopleMoved
from localisation.rules.placement.sites_per_unit import SitesPerUnit
from localisation.rules.placement.space_capacity import SpaceCapacity
from localisation.solving.build import build
from localisation.solving.engines.apart import solve_mip_apart
from localisation.solving.engines.cpsat import solve_cpsat
from localisation.solving.engines.expanded import expanded
from localisation.solving.engines.outcome import PROOF_TOLERANCE
from localisation.solving.no_proposal import NoProposal
from localisation.solving.solve import solve
from localisation.solving.stopped_empty import StoppedEmpty
from localisation.solving.verify import assess
from tests.solving.sample import criterion, every_proposal, instance

CAPACITY = criterion("K-plass", "space_capacity")
SITES = criterion("K-steder", "sites_per_unit")
WEIGHT = Strength.WEIGHT


def weighted(rule: str, weight: int, best: int, worst: int, **more: object):
    return criterion(f"V-{rule}", rule, WEIGHT, weight=weight, best=best, worst=worst, **more)


MIXES = {
    "economy": (
        weighted("present_value", 60, 0, 10_000),
        weighted("people_moved", 20, 0, 15),
    ),
    "nearness": (
        weighted("citizens_travel_time", 50, 0, 500, units=("w",)),
        weighted("annual_cost", 30, 0, 1_000),
        weighted("extra_sites", 5, 0, 3),
    ),
    "concentration": (
        weighted("leased_workplaces", 40, 0, 10),
        weighted("unused_space", 40, 0, 20),
        weighted("refurbishment_cost", 10, 0, 2_000),
    ),
    "soft wishes": (
        criterion("V-sammen", "together", WEIGHT, weight=30, units=("u",), parameters={"hosts": ("v",)}),
        criterion("V-nord", "presence", WEIGHT, weight=30, units=("w",), parameters={"at_least": 1, "per": "centre"}),
        weighted("moving_cost", 20, 0, 200),
    ),
}


@pytest.mark.parametrize("mix", MIXES.values(), ids=MIXES)
def test_the_optimum_is_the_best_of_all_proposals(mix):
    case = instance(CAPACITY, SITES, *mix)
    result = solve(case)
    best = min(a.goal for p in every_proposal(case) if (a := assess(case, p)).valid)
    assert result.status is Status.OPTIMAL
    assert result.assessment.goal == best


@pytest.mark.parametrize("mix", MIXES.values(), ids=MIXES)
def test_both_engines_find_the_same_optimum(mix):
    model = build(instance(CAPACITY, SITES, *mix))
    model.placement.model.objective = model.objectives[0]
    plain = expanded(model.placement.model)
    exact = solve_cpsat(plain, SolveLimits(workers=1), seconds=20)
    floating = solve_mip_apart(plain, seconds=20, seed=1)
    assert exact.status is floating.status is Status.OPTIMAL
    assert abs(exact.value - floating.value) <= PROOF_TOLERANCE


def test_a_lexicographic_goal_never_trades_the_first_level_for_the_second():
    first, second = weighted("leased_workplaces", 1, 0, 10), weighted("people_moved", 1, 0, 15)
    case = instance(CAPACITY, SITES, first, second, levels=((first.id,), (second.id,)))
    result = solve(case)
    assert [r.status for r in result.runs] == [Status.OPTIMAL, Status.OPTIMAL]
    lawful = [a.goal for p in every_proposal(case) if (a := assess(case, p)).valid]
    assert result.assessment.goal == min(lawful)
    assert result.assessment.goal != min(lawful, key=lambda g: g[1])


def test_the_same_seed_and_limits_give_the_same_proposal():
    case = instance(CAPACITY, SITES, *MIXES["economy"])
    limits = SolveLimits(workers=1, seed=7, deterministic_limit=5)
    assert solve(case, limits=limits).proposal == solve(case, limits=limits).proposal


def test_refurbishments_nobody_needs_are_not_proposed():
    result = solve(instance(CAPACITY, SITES, weighted("people_moved", 1, 0, 15)))
    assert result.proposal.refurbishments == frozenset()


def test_a_disagreement_with_the_independent_check_lets_nothing_out(monkeypatch):
    monkeypatch.setattr(SpaceCapacity, "encode", lambda self, model, given: None)
    with pytest.raises(Disagreement):
        solve(instance(CAPACITY, weighted("leased_workplaces", 9, 0, 10), weighted("unused_space", 9, 0, 9)))


def test_a_measure_that_charges_too_little_lets_nothing_out(monkeypatch):
    monkeypatch.setattr(PeopleMoved, "measure", lambda self, given, proposal: 3)
    with pytest.raises(Disagreement):
        solve(instance(CAPACITY, weighted("people_moved", 1, 0, 15)))


def test_stopped_before_any_proposal_is_said_so():
    stop = threading.Event()
    stop.set()
    with pytest.raises(StoppedEmpty) as told:
        solve(instance(CAPACITY, SITES, *MIXES["economy"]), stop=stop)
    assert told.value.by_user


def test_colliding_musts_are_named_and_the_cheapest_way_out_is_shown():
    # u must be in A and must not: those two collide, however roomy the houses are.
    case = instance(
        CAPACITY,
        SITES,
        criterion("L1", "fixed_location", units=("u",), parameters={"buildings": ("A",)}),
        criterion("L2", "forbidden_location", units=("u",), parameters={"buildings": ("A",)}),
        weighted("people_moved", 1, 0, 15),
    )
    with pytest.raises(NoProposal) as raised:
        solve(case)
    found = raised.value.diagnosis
    assert {c for c, _ in found.conflict} == {"L1", "L2"}
    assert found.cheapest
    assert [r.criterion.id for r in found.assessment.broken_musts] in (["L1"], ["L2"])


def test_a_bound_on_a_measure_takes_part_in_a_collision():
    # Only 6 + 6 workplaces without refurbishment in A and B; C is closed; 15 people need 3 more.
    case = instance(
        CAPACITY,
        SITES,
        criterion("stengt", "buildings_closed", parameters={"buildings": ("C",)}),
        criterion("ramme", "refurbishment_cost", at_most=1_000),
        weighted("people_moved", 1, 0, 15),
    )
    with pytest.raises(NoProposal) as raised:
        solve(case)
    assert {c for c, _ in raised.value.diagnosis.conflict} == {"K-plass", "stengt", "ramme"}


TWO_LEVELS = (weighted("leased_workplaces", 1, 0, 10), weighted("people_moved", 1, 0, 15))
IN_ORDER = tuple((c.id,) for c in TWO_LEVELS)


def test_every_level_of_a_lexicographic_goal_is_held_against_the_check(monkeypatch):
    measured = PeopleMoved.measure
    monkeypatch.setattr(PeopleMoved, "measure", lambda self, given, p: measured(self, given, p) + 7)
    with pytest.raises(Disagreement):
        solve(instance(CAPACITY, SITES, *TWO_LEVELS, levels=IN_ORDER))


def test_a_stop_between_levels_is_never_called_optimal():
    stop = threading.Event()

    def stop_once_solved(progress):
        if progress.best is not None:
            stop.set()

    result = solve(instance(CAPACITY, SITES, *TWO_LEVELS, levels=IN_ORDER), stop=stop, on_progress=stop_once_solved)
    assert result.stopped
    assert len(result.runs) == 2
    assert result.status is not Status.OPTIMAL


def test_a_level_may_give_up_its_slack_and_no_more():
    # 100 % slack on nothing lost is still nothing; the first level stays at its best.
    case = instance(CAPACITY, SITES, *TWO_LEVELS, levels=IN_ORDER)
    slack = replace(case, scenario=case.scenario.model_copy(update={"level_slack_percent": 100}))
    strict, loose = solve(case), solve(slack)
    assert strict.assessment.goal[0] <= loose.assessment.goal[0] <= 2 * strict.assessment.goal[0]
    assert loose.assessment.goal[1] <= strict.assessment.goal[1]
    assert [r.gap for r in loose.runs] == [0.0, 0.0]


def test_a_refusal_that_a_proposal_refutes_is_a_fault_of_the_engine(monkeypatch):
    # Encoded as what can never be, while the check finds nothing wrong.
    def never(self, model, given):
        for u in given.units:
            model.require(model.sits(u.id, "A") >= 2, about=(u.id,))

    monkeypatch.setattr(SitesPerUnit, "encode", never)
    with pytest.raises(Disagreement):
        solve(instance(CAPACITY, SITES, weighted("people_moved", 1, 0, 15)))


def test_a_deterministic_limit_repeats_whatever_the_workers():
    case = instance(CAPACITY, SITES, *MIXES["concentration"])
    limits = SolveLimits(workers=2, seed=3, deterministic_limit=1)
    first, second = solve(case, limits=limits), solve(case, limits=limits)
    assert first.proposal == second.proposal
    assert first.workers == 1
