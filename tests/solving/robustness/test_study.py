"""Solving again under each change, held against brute force."""

import threading
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from localisation.domain.assessment import LevelRun, Result
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.vocabulary import Status
from localisation.rules.goal import GOAL_UNITS
from localisation.solving.engines.outcome import PROOF_TOLERANCE
from localisation.solving.robustness.carried import carried
from localisation.solving.robustness.change import Change, Kind, usual_changes
from localisation.solving.robustness.changed_instance import changed_instance
from localisation.solving.robustness.flip_point import FlipPoint, flip_among, flip_point
from localisation.solving.robustness.implied import implied
from localisation.solving.robustness.known import Known
from localisation.solving.robustness.pool import Pool
from localisation.solving.robustness.robustness import Robustness
from localisation.solving.robustness.study_robustness import study_robustness
from localisation.solving.robustness.tried import Tried, Verdict
from localisation.solving.robustness.try_change import try_change
from localisation.solving.solve import solve
from localisation.solving.verify import assess, structural_faults
from tests.solving.frontier.test_solve_frontier import fixed, lawful, town
from tests.solving.sample import every_proposal

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


def tired(found: dict[Change, Proposal]) -> Callable[..., Result]:
    """A solver that finds nothing better than its start but under a few changes, and proves nothing."""

    def solve_tired(changed: Instance, *, start: Proposal, **_: object) -> Result:
        here = (p for change, p in found.items() if changed_instance(CASE, change).criteria == changed.criteria)
        proposal = next(here, start)
        assessment = assess(changed, proposal)
        runs = tuple(
            LevelRun(status=Status.FEASIBLE, value=g, bound=None, seconds=0, engine="x") for g in assessment.goal
        )
        return Result(proposal=proposal, assessment=assessment, runs=runs, seed=1, workers=1)

    return solve_tired


@pytest.mark.parametrize("refine", [False, True])
def test_no_row_says_that_nothing_is_better_where_a_proposal_that_the_study_knows_is(
    refine: bool, monkeypatch: pytest.MonkeyPatch
):
    # Something better is met only when a weight is halved: the trial of 0 is over by then, and found nothing.
    halved = [c for c in usual_changes(CASE) if c.kind is Kind.WEIGHT and c.factor == Fraction(1, 2)]
    found = {c: solve(changed_instance(CASE, c)).proposal for c in halved}
    monkeypatch.setattr("localisation.solving.robustness.try_change.solve", tired(found))
    told = study(CASE, refine=refine)
    assert len(told.known) > 1
    turned = 0
    for tried in (*told.tried, *(step for flip in told.flips for step in flip.tried)):
        then = changed_instance(CASE, tried.change)
        known = [carried(k.proposal, then) for k in told.known]
        least = min(a.goal[0] for p in known if (a := assess(then, p)).valid)
        better = tried.assessment.goal[0] - least
        if tried.assessment.valid and better > PROOF_TOLERANCE:
            assert tried.verdict is Verdict.BEATEN
            assert tried.regret is not None
            assert tried.regret[0] == pytest.approx(better / GOAL_UNITS, abs=1e-5)
            turned += tried.change.factor == 0
    assert turned
    for one in told.ranges:
        for tried in told.tried:
            if tried.change.kind is Kind.WEIGHT and tried.change.criterion == one.criterion.id:
                weight = tried.change.factor * one.criterion.weight
                within = one.low <= weight and (one.high is None or weight <= one.high)
                assert within or tried.verdict is Verdict.BEATEN
    for flip in told.flips:
        if flip.change.kind is Kind.WEIGHT:
            one = next(r for r in told.ranges if r.criterion.id == flip.change.criterion)
            assert flip.holds * one.criterion.weight == (one.low if flip.change.factor < 1 else one.high)


def ahead_of(own: Proposal, change: Change) -> list[Proposal]:
    """Those that beat a proposal under a change."""
    then = changed_instance(CASE, change)
    goal = assess(then, own).goal[0] - PROOF_TOLERANCE
    return [p for p in every_proposal(CASE) if (a := assess(then, p)).valid and a.goal[0] < goal]


def test_after_a_stop_a_flip_point_is_held_against_nobody_and_says_no_more_than_is_known(
    monkeypatch: pytest.MonkeyPatch,
):
    best = solve(CASE)
    half = Change(kind=Kind.WEIGHT, criterion="annual_cost", factor=Fraction(1, 2))
    flipped = try_change(CASE, [best.proposal], half, limits=LIMITS)
    assert flipped.verdict is Verdict.BEATEN
    proven = flip_point(CASE, [best.proposal], flipped, limits=LIMITS)
    rivals = [best.proposal, *ahead_of(best.proposal, half)]
    known = [Known(name="", name_en="", proposal=p, assessment=assess(CASE, p)) for p in rivals]
    pool = Pool(CASE, known, lambda _: ("", ""))
    stop = threading.Event()
    assert flip_among(CASE, pool, flipped, proven, against=1) == proven
    stop.set()
    monkeypatch.setattr("localisation.solving.robustness.held_against.assess", None)
    assert flip_among(CASE, pool, flipped, proven, against=1, stop=stop) == proven
    open_steps = [replace(s, found=None) if s.verdict is Verdict.HOLDS else s for s in proven.tried]
    unsure = replace(proven, proven=False, tried=tuple(open_steps))
    assert flip_among(CASE, pool, flipped, unsure, against=len(pool.known), stop=stop) == unsure
    cut = flip_among(CASE, pool, flipped, unsure, against=1, stop=stop)
    assert (cut.holds, cut.proven) == (1, False)
    assert all(s.verdict is Verdict.BEATEN for s in cut.tried)


def test_a_smaller_change_that_is_overturned_late_is_followed_in_place_of_the_greater(
    monkeypatch: pytest.MonkeyPatch,
):
    none, half = (Change(kind=Kind.WEIGHT, criterion="annual_cost", factor=f) for f in (Fraction(0), Fraction(1, 2)))
    ahead = {c: ahead_of(solve(CASE).proposal, c) for c in (none, half)}
    only_then = next(p for p in ahead[none] if p not in ahead[half])
    monkeypatch.setattr("localisation.solving.robustness.try_change.solve", tired({none: only_then}))
    followed: list[Change] = []

    def brings(case: Instance, proposals: list[Proposal], flipped: Tried, **_: object) -> FlipPoint:
        followed.append(flipped.change)
        assert flipped.found is not None
        found = replace(flipped.found, proposal=ahead[half][0])
        step = replace(flipped, change=replace(flipped.change, factor=Fraction(1, 4)), found=found)
        return FlipPoint(
            change=flipped.change, holds=Fraction(1), flips=flipped.change.factor, proven=False, tried=(step,)
        )

    monkeypatch.setattr("localisation.solving.robustness.study_robustness.flip_point", brings)
    told = study(CASE, refine=True)
    mine = [c for c in followed if c.criterion == "annual_cost" and c.factor < 1]
    assert mine == [none, half]
    assert [f.change for f in told.flips if f.change in (none, half)] == [half]


def test_a_proposal_that_only_other_staff_brought_up_is_a_rival_too(monkeypatch: pytest.MonkeyPatch):
    best = solve(CASE)
    fewer = next(c for c in usual_changes(CASE) if c.kind is Kind.STAFF)
    rival = next(p for p in every_proposal(CASE) if assess(CASE, p).valid and p != best.proposal)

    def brings(instance: Instance, proposals: list[Proposal], change: Change, **_: object) -> Tried:
        kept = carried(proposals[0], changed_instance(CASE, change))
        tried = Tried(change=change, kept=kept, assessment=assess(changed_instance(CASE, change), kept))
        proposal = carried(rival, changed_instance(CASE, change))
        return replace(tried, found=replace(best, proposal=proposal)) if change == fewer else tried

    monkeypatch.setattr("localisation.solving.robustness.study_robustness.try_change", brings)
    assert any(k.proposal.placements == rival.placements for k in study(CASE).known)


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
