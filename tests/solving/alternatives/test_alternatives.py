"""Alternatives against brute force on cases small enough to try every proposal."""

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from localisation.domain.assessment import Assessment
from localisation.domain.errors import Disagreement
from localisation.domain.instance import Instance
from localisation.domain.proposal import Placement, Proposal
from localisation.domain.vocabulary import Status, Strength
from localisation.rules.goal import GOAL_UNITS
from localisation.rules.linear import Linear
from localisation.rules.placement.people_moved import PeopleMoved
from localisation.solving.alternatives import near_best as near_best_module
from localisation.solving.alternatives.all_optimal import all_optimal
from localisation.solving.alternatives.as_good import AsGood, as_good
from localisation.solving.alternatives.difference import Differ, difference
from localisation.solving.alternatives.far_apart import difference_from
from localisation.solving.alternatives.near_best import near_best
from localisation.solving.engines.outcome import Outcome
from localisation.solving.solve import solve
from localisation.solving.verify import assess
from tests.solving.frontier.test_solve_frontier import fixed, town
from tests.solving.sample import criterion, every_proposal, instance

HARD = settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))


def lawful(case: Instance) -> list[tuple[Proposal, Assessment]]:
    return [(p, a) for p in every_proposal(case) if (a := assess(case, p)).valid]


def seats(proposal: Proposal) -> tuple[Placement, ...]:
    return tuple(sorted(proposal.placements))


def drawn(data: st.DataObject) -> Callable[[int, int], int]:
    return lambda low, high: data.draw(st.integers(low, high))


@HARD
@given(data=st.data(), points=st.integers(0, 30), differ=st.sampled_from(Differ))
def test_each_alternative_is_within_the_limit_and_as_far_from_the_rest_as_any_can_be(
    data: st.DataObject, points: int, differ: Differ
):
    case = town(drawn(data))
    every = lawful(case)
    if not every:
        return
    best = solve(case)
    within = points * GOAL_UNITS
    found = near_best(case, best, within_goal=within, count=3, differ=differ, seconds=120)
    near = [(p, a) for p, a in every if a.goal[0] <= best.assessment.goal[0] + within]
    known = [best.proposal]
    for one in found.alternatives:
        assert one.assessment == assess(case, one.proposal)
        assert one.assessment.valid
        assert one.assessment.goal[0] <= best.assessment.goal[0] + within
        apart = {seats(p): min(difference(p, k, differ) for k in known) for p, _ in near}
        assert one.proven
        assert one.least == one.at_most == max(apart.values())
        assert one.least == min(difference(one.proposal, k, differ) for k in known)
        # Of those equally far it is the one that loses least.
        furthest = [a.goal[0] for p, a in near if apart[seats(p)] == one.least]
        assert one.assessment.goal[0] == min(furthest)
        known.append(one.proposal)
    if len(found.alternatives) < 3:
        assert found.no_more
        assert not found.cut_short
        assert {seats(p) for p, _ in near} == {seats(p) for p in known}


@HARD
@given(data=st.data())
def test_all_optimal_proposals_are_those_brute_force_finds(data: st.DataObject):
    # Only people moved are counted, and a stop gap everybody must leave: many proposals are equally good.
    case = town(drawn(data))
    leave = criterion("ut", "buildings_closed", parameters={"buildings": (data.draw(st.sampled_from("ABCD")),)})
    weighed = tuple(c for c in case.criteria if c.id in {"people_moved", "together"} or c.strength is Strength.MUST)
    case = replace(case, criteria=(*weighed, leave))
    every = lawful(case)
    if not every:
        return
    best = solve(case)
    least = min(a.goal for _, a in every)
    wanted = {seats(p) for p, a in every if a.goal == least}
    found = all_optimal(case, best, most=len(wanted) + 5, seconds=120)
    assert found.complete
    assert found.proven
    assert {seats(p) for p, _ in found.proposals} == wanted
    assert len(found.proposals) == len(wanted)
    assert all(a == assess(case, p) and a.goal == least for p, a in found.proposals)


def equal() -> tuple[Instance, set[tuple[Placement, ...]]]:
    """Nothing is weighed but who of v and u sit together: many proposals are best."""
    case = fixed(10)
    case = replace(case, criteria=tuple(c for c in case.criteria if c.id == "together" or c.strength is Strength.MUST))
    every = lawful(case)
    least = min(a.goal for _, a in every)
    return case, {seats(p) for p, a in every if a.goal == least}


def test_a_count_that_is_cut_off_says_so_and_one_that_just_suffices_does_not():
    case, wanted = equal()
    assert len(wanted) > 3
    best = solve(case)
    few = all_optimal(case, best, most=3, seconds=120)
    assert len(few.proposals) == 3
    assert not few.complete
    exactly = all_optimal(case, best, most=len(wanted), seconds=120)
    assert len(exactly.proposals) == len(wanted)
    assert exactly.complete


def test_a_stop_keeps_what_was_found():
    case, _ = equal()
    best, stop = solve(case), threading.Event()
    some = all_optimal(case, best, most=50, seconds=120, stop=stop, on_found=lambda n: stop.set() if n == 2 else None)
    assert (len(some.proposals), some.stopped, some.complete) == (2, True, False)
    stop.clear()
    near = near_best(
        case,
        best,
        within_goal=0,
        count=5,
        differ=Differ.PEOPLE,
        seconds=120,
        stop=stop,
        on_found=lambda n: stop.set(),
    )
    assert (len(near.alternatives), near.stopped, near.no_more, near.cut_short) == (1, True, False, False)


def test_fewer_than_asked_for_because_time_ran_out_are_not_called_all_there_are():
    case, _ = equal()
    found = near_best(case, solve(case), within_goal=0, count=3, differ=Differ.PEOPLE, seconds=0)
    assert (found.alternatives, found.asked, found.no_more, found.cut_short) == ((), 3, False, True)


@pytest.mark.parametrize("differ", Differ)
def test_what_is_found_part_by_part_is_within_the_limit_and_kept_when_stopped(differ: Differ):
    # Stopped at the first step on the way, before any engine has proven anything.
    case, within = fixed(10), 20 * GOAL_UNITS
    best = solve(case)
    model = as_good(case, best.assessment.goal, more=within, limits=case.scenario.solve)
    far = difference_from(model.placement, case, best.proposal, differ)
    stop, seen = threading.Event(), list[Proposal]()

    def on_the_way(proposal: Proposal) -> None:
        seen.append(proposal)
        if len(seen) > 1:
            stop.set()

    outcome = model.search(
        -far * GOAL_UNITS, seconds=120, start=best.proposal, stop=stop, on_the_way=on_the_way, improving=0.5
    )
    proposal, assessment = model.checked(outcome)
    assert assessment.valid
    assert assessment.goal[0] <= best.assessment.goal[0] + within
    assert difference(proposal, best.proposal, differ) == max(difference(p, best.proposal, differ) for p in seen) > 0
    # What must repeat does not go by threads and seconds.
    seen.clear()
    stop.clear()
    limits = case.scenario.solve.model_copy(update={"deterministic_limit": 100.0})
    again = replace(model, limits=limits)
    outcome = again.search(
        -far * GOAL_UNITS, seconds=120, start=best.proposal, stop=None, on_the_way=on_the_way, improving=0.5
    )
    assert (seen, outcome.status) == ([], Status.OPTIMAL)


@pytest.mark.parametrize("differ", Differ)
def test_searching_part_by_part_first_changes_nothing_that_is_proven(differ: Differ, monkeypatch: pytest.MonkeyPatch):
    case, within = fixed(10), 20 * GOAL_UNITS
    best = solve(case)
    wanted = near_best(case, best, within_goal=within, count=3, differ=differ, seconds=120)
    monkeypatch.setattr(near_best_module, "IMPROVING_SHARE", 0.0)
    found = near_best(case, best, within_goal=within, count=3, differ=differ, seconds=120)
    assert all(a.proven for a in (*found.alternatives, *wanted.alternatives))
    first, other = (
        (run.alternatives[0].least, run.alternatives[0].at_most, run.alternatives[0].assessment.goal)
        for run in (found, wanted)
    )
    assert first == other


def test_the_limit_holds_on_every_goal_level():
    case = fixed(10)
    levels = (("people_moved",), ("annual_cost", "citizens_travel_time"))
    case = replace(case, scenario=case.scenario.model_copy(update={"levels": levels}))
    best = solve(case)
    within = 25 * GOAL_UNITS
    found = near_best(case, best, within_goal=within, count=2, differ=Differ.PEOPLE, seconds=120)
    near = [
        p for p, a in lawful(case) if all(g <= b + within for g, b in zip(a.goal, best.assessment.goal, strict=True))
    ]
    assert found.alternatives
    first = found.alternatives[0]
    assert len(first.assessment.goal) == 2
    assert first.least == max(difference(p, best.proposal, Differ.PEOPLE) for p in near)
    assert all(seats(a.proposal) in {seats(p) for p in near} for a in found.alternatives)


def test_people_and_sites_are_counted_as_anyone_would():
    def proposal(*rows: tuple[str, str, int]) -> Proposal:
        return Proposal(placements=tuple(Placement(unit=u, building=b, staff=n) for u, b, n in rows))

    # Of u's ten, three move from A to B; v's five move from B to C.
    first = proposal(("u", "A", 10), ("v", "B", 5))
    second = proposal(("u", "A", 7), ("u", "B", 3), ("v", "C", 5))
    assert difference(first, second, Differ.PEOPLE) == difference(second, first, Differ.PEOPLE) == 8
    # Sites of one alone: u in B, v in B, v in C.
    assert difference(first, second, Differ.SITES) == 3


def test_a_claimed_difference_is_counted_again(monkeypatch: pytest.MonkeyPatch):
    case, _ = equal()
    monkeypatch.setattr(near_best_module, "difference", lambda *_: 0)
    with pytest.raises(Disagreement):
        near_best(case, solve(case), within_goal=0, count=1, differ=Differ.PEOPLE, seconds=60)


def test_a_score_the_check_contradicts_lets_nothing_out(monkeypatch: pytest.MonkeyPatch):
    case = fixed(10)
    best = solve(case)
    measured = PeopleMoved.measure
    monkeypatch.setattr(PeopleMoved, "measure", lambda self, given, p: measured(self, given, p) + 7)
    with pytest.raises(Disagreement):
        near_best(case, best, within_goal=0, count=2, differ=Differ.SITES, seconds=60)


def test_a_scale_so_short_that_points_lost_are_huge_numbers_does_not_overflow(monkeypatch: pytest.MonkeyPatch) -> None:
    # The goal comes to 10^15 units: ten thousand times as much is more than 64 bits hold.
    case = instance(criterion("dyr", "present_value", strength=Strength.WEIGHT, weight=1, best=0, worst=1))
    best, whole, largest = solve(case), AsGood.search, []

    def watched(self: AsGood, objective: Linear, **how: Any) -> Outcome:
        largest.extend(map(abs, self.placement.model.activity(how["leading"])))
        return whole(self, objective, **how)

    monkeypatch.setattr(AsGood, "search", watched)
    found = near_best(case, best, within_goal=10**6, count=1, differ=Differ.PEOPLE, seconds=60)
    assert 10**14 < max(largest) < 2**62
    near = [p for p, a in lawful(case) if a.goal[0] <= best.assessment.goal[0] + 10**6 and p != best.proposal]
    assert bool(found.alternatives) == bool(near)
