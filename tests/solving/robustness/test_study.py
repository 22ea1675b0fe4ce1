"""Solving again under each change, held against brute force."""

import threading
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from localisation.domain.instance import Instance
from localisation.domain.vocabulary import Strength
from localisation.solving.engines.outcome import PROOF_TOLERANCE
from localisation.solving.goal import GOAL_UNITS
from localisation.solving.robustness.carried import carried
from localisation.solving.robustness.change import Change, Kind, usual_changes
from localisation.solving.robustness.changed_instance import changed_instance
from localisation.solving.robustness.flip_point import flip_point
from localisation.solving.robustness.implied import implied
from localisation.solving.robustness.known import Known
from localisation.solving.robustness.robustness import Robustness
from localisation.solving.robustness.study_robustness import study_robustness
from localisation.solving.robustness.tried import Verdict
from localisation.solving.robustness.try_change import try_change
from localisation.solving.solve import solve
from localisation.solving.verify import assess, structural_faults
from tests.solving.frontier.test_solve_frontier import fixed, lawful, town
from tests.solving.sample import criterion, every_proposal, instance, inventory

HARD = settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
CASE = fixed(10)
LIMITS = CASE.scenario.solve


def study(case: Instance, stop: threading.Event | None = None, refine: bool = False) -> Robustness:
    best = solve(case)
    own = Known(name="A", name_en="A", proposal=best.proposal, assessment=best.assessment)
    return study_robustness(
        case,
        best,
        [own],
        draws=50,
        seed=1,
        limits=LIMITS,
        name_met=lambda change: (f"ved {change.kind}", f"at {change.kind}"),
        refine=refine,
        stop=stop,
    )


@HARD
@given(data=st.data())
def test_each_verdict_is_what_brute_force_says(data: st.DataObject):
    case = town(lambda low, high: data.draw(st.integers(low, high)))
    if not lawful(case):
        return
    best = solve(case)
    change = data.draw(st.sampled_from(usual_changes(case)))
    tried = try_change(case, [best.proposal], change, limits=LIMITS)
    changed = changed_instance(case, change)
    goals = [a.goal[0] for a in lawful(changed)]
    assert not structural_faults(changed, tried.kept)
    if not goals:
        assert tried.verdict is Verdict.NONE
    elif not tried.assessment.valid:
        assert tried.verdict is Verdict.BREAKS
    else:
        regret = tried.assessment.goal[0] - min(goals)
        assert tried.verdict is (Verdict.BEATEN if regret > PROOF_TOLERANCE else Verdict.HOLDS)
        assert tried.regret == pytest.approx((max(0, regret) / GOAL_UNITS,) * 2, abs=1e-5)


@HARD
@given(data=st.data())
def test_a_weight_proven_at_two_ends_is_proven_in_between(data: st.DataObject):
    case = town(lambda low, high: data.draw(st.integers(low, high)))
    if not lawful(case):
        return
    found = study(case)
    every = [assess(case, p) for p in every_proposal(case)]
    for one in found.ranges:
        assert one.sure is not None
        low, high = one.sure
        assert one.low - Fraction(1, 10**4) <= low <= one.criterion.weight <= high
        for weight in (low, (low + high) / 2, high):
            case_then = changed_instance(
                case, Change(kind=Kind.WEIGHT, criterion=one.criterion.id, factor=weight / one.criterion.weight)
            )
            own = assess(case_then, found.known[0].proposal).goal[0]
            others = [assess(case_then, p).goal[0] for p, a in zip(every_proposal(case), every, strict=True) if a.valid]
            assert own <= min(others) + 10 * PROOF_TOLERANCE


def test_the_flip_point_of_a_weight_is_where_brute_force_has_it():
    best = solve(CASE)
    proposals = [p for p in every_proposal(CASE) if assess(CASE, p).valid]
    turned = 0
    for change in usual_changes(CASE):
        tried = try_change(CASE, [best.proposal], change, limits=LIMITS)
        if change.kind is not Kind.WEIGHT or tried.verdict is not Verdict.BEATEN:
            continue
        turned += 1
        point = flip_point(CASE, [best.proposal], tried, limits=LIMITS)
        assert point.proven
        assert point.holds == point.flips
        step = Fraction(1, 10**4) * (1 if change.factor > 1 else -1)
        for factor, leads in ((point.holds - step, True), (point.holds + step, False)):
            then = changed_instance(CASE, replace(change, factor=factor))
            least = min(assess(then, p).goal[0] for p in proposals)
            assert (assess(then, best.proposal).goal[0] <= least + PROOF_TOLERANCE) is leads
    assert turned


def test_what_wins_under_a_change_is_a_rival_from_then_on():
    found = study(CASE)
    assert found.untried == 0
    assert found.overturned
    assert len(found.known) > 1
    assert found.surpassed is None
    # Whoever beat it at half or twice the weight is in the set, so the range ends before that.
    for tried in found.overturned:
        if tried.change.kind is Kind.WEIGHT:
            one = next(r for r in found.ranges if r.criterion.id == tried.change.criterion)
            weight = tried.change.factor * one.criterion.weight
            assert weight < one.low or (one.high is not None and weight > one.high)


def test_a_stop_keeps_ranges_and_draws_and_tells_how_much_is_left():
    stop = threading.Event()
    best = solve(CASE)
    own = Known(name="A", name_en="A", proposal=best.proposal, assessment=best.assessment)
    found = study_robustness(
        CASE,
        best,
        [own],
        draws=10,
        seed=1,
        limits=LIMITS,
        name_met=lambda _: ("", ""),
        on_step=lambda done, *_: stop.set() if done == 2 else None,
        stop=stop,
    )
    assert found.stopped
    assert len(found.tried) + found.untried == len(usual_changes(CASE))
    assert found.untried > 0
    assert sum(found.draws.wins) == 10


def test_more_rent_changes_the_cost_by_that_share_and_nothing_else():
    # B costs 500 000 a year in rent, 20 % more is 600 000; A's 100 000 and C's 150 000 in running cost stay.
    case = instance(criterion("kost", "annual_cost", Strength.WEIGHT, weight=1, best=0, worst=1_000))
    dearer = changed_instance(case, Change(kind=Kind.RENT, factor=Fraction(6, 5)))
    today = case.inventory.today
    amounts = [assess(c, today).result("kost").amount for c in (case, dearer)]
    assert amounts[1] - amounts[0] == 100
    assert dearer.inventory.building["A"] == case.inventory.building["A"]


def test_more_staff_sit_on_the_same_sites_today_and_in_the_proposal():
    # 4, 5 and 6 become 4, 6 and 7 (4.4, 5.5 and 6.6, halves up); w's two sites of 2 and 4 get 2 and 5.
    case = instance(criterion("flytt", "people_moved", Strength.WEIGHT, weight=1, best=0, worst=15))
    grown = changed_instance(case, Change(kind=Kind.STAFF, factor=Fraction(11, 10)))
    assert [u.staff for u in grown.inventory.units] == [4, 6, 7]
    split = next(p for p in every_proposal(case) if p.sites("w") == {"B": 2, "C": 4} and p.sites("v") == {"B": 5})
    more = carried(split, grown)
    assert not structural_faults(grown, more)
    assert more.sites("w") == {"B": 2, "C": 5}
    assert carried(grown.inventory.today, grown) == grown.inventory.today
    assert assess(grown, grown.inventory.today).result("flytt").amount == 0


def test_longer_journeys_change_seconds_only():
    case = instance(criterion("flytt", "people_moved", Strength.WEIGHT, weight=1, best=0, worst=15), stock=inventory())
    slower = changed_instance(case, Change(kind=Kind.TRAVEL, factor=Fraction(6, 5))).travel
    assert slower.zone_m == case.travel.zone_m
    before = case.travel.zone_s["2"]["A"]
    assert slower.zone_s["2"]["A"] == (12 * before + 5) // 10


def test_weights_are_halved_and_dropped_without_rounding():
    weights = {c.id: c.weight for c in CASE.criteria if c.weight}
    half = changed_instance(CASE, Change(kind=Kind.WEIGHT, factor=Fraction(1, 2), criterion="together"))
    assert {c.id: c.weight for c in half.criteria if c.weight} == {k: 2 * w for k, w in weights.items()} | {
        "together": 5
    }
    none = changed_instance(CASE, Change(kind=Kind.WEIGHT, factor=Fraction(0), criterion="together"))
    assert "together" not in {c.id for c in none.criteria}


def test_a_weight_between_two_proven_ones_is_not_solved_again_and_is_right():
    best = solve(CASE)
    skipped = 0
    for key in (c.id for c in CASE.criteria if c.weight):
        none, half = (Change(kind=Kind.WEIGHT, criterion=key, factor=f) for f in (Fraction(0), Fraction(1, 2)))
        dropped = try_change(CASE, [best.proposal], none, limits=LIMITS)
        follows = implied(CASE, best, [dropped], half)
        assert (follows is None) == (dropped.verdict is not Verdict.HOLDS)
        assert implied(CASE, best, [dropped], replace(half, factor=Fraction(2))) is None
        if follows is not None:
            skipped += 1
            solved = try_change(CASE, [best.proposal], half, limits=LIMITS)
            assert follows.verdict is solved.verdict is Verdict.HOLDS
            assert follows.regret == solved.regret == (0, 0)
    assert skipped
