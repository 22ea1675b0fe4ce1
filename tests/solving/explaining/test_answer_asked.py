"""Why not? The numbers are those of a fresh solve, and of trying every proposal there is."""

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from localisation.domain.assessment import LevelRun
from localisation.domain.proposal import Proposal
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.rules.goal import GOAL_UNITS
from localisation.solving.alternatives.difference import Differ, difference
from localisation.solving.explaining import shared_limits
from localisation.solving.explaining.answer_asked import answer_asked
from localisation.solving.explaining.asked import Asked
from localisation.solving.explaining.musts import Musts
from localisation.solving.no_proposal import NoProposal
from localisation.solving.solve import solve
from localisation.solving.verify import assess
from tests.solving.explaining.cases import LIMITS, all_broken, case, holds
from tests.solving.sample import criterion, every_proposal, instance
from tests.solving.test_solve import CAPACITY, MIXES, SITES

SEEDS = st.integers(0, 10_000)


@given(SEEDS, st.data())
@settings(max_examples=40, deadline=None)
def test_the_cost_is_what_brute_force_finds(seed: int, data: st.DataObject):
    place, proposals = case(seed, requirements=3, weights=2)
    lawful = {p: a.goal for p in proposals if (a := assess(place, p)).valid}
    assume(lawful)
    before = solve(place, limits=LIMITS).proposal
    asked = Asked(
        unit=data.draw(st.sampled_from(sorted(place.inventory.unit))),
        building=data.draw(st.sampled_from(sorted(place.inventory.building))),
        there=data.draw(st.booleans()),
    )
    answer = answer_asked(place, before, asked, limits=LIMITS)
    as_asked = {p: goal for p, goal in lawful.items() if asked.met_by(p)}
    if not as_asked:
        assert answer.found is None
        _forbidden(answer, place, [p for p in proposals if asked.met_by(p)])
        return
    best = min(as_asked.values())
    assert answer.found is not None
    assert answer.found.assessment.goal == best
    assert asked.met_by(answer.found.proposal)
    lost = (best[0] - min(lawful.values())[0]) / GOAL_UNITS
    assert answer.cost == pytest.approx((lost, lost), abs=1e-6)
    assert answer.proven
    # Of all that are equally good, none moves fewer people.
    assert answer.fewest
    fewest = min(difference(before, p, Differ.PEOPLE) for p, goal in as_asked.items() if goal == best)
    assert difference(before, answer.found.proposal, Differ.PEOPLE) == fewest


def _forbidden(answer, place, as_asked: list[Proposal]) -> None:
    """The musts named forbid it, and any one of them less would not."""
    assert answer.refused is not None
    broken = all_broken(place, as_asked)
    if not as_asked:  # no proposal at all has the unit there
        return
    for conflict in answer.refused.conflicts:
        demands = frozenset(conflict.demands)
        assert conflict.minimal
        assert not holds(demands, broken)
        assert all(holds(demands - {d}, broken) for d in demands)
    for way in answer.refused.ways_out:
        assert answer.asked.met_by(way.proposal)
        assert Musts(place).broken(way.proposal) == way.demands


@pytest.mark.parametrize("mix", MIXES.values(), ids=MIXES)
def test_the_numbers_are_those_of_a_fresh_solve(mix):
    place = instance(CAPACITY, SITES, *mix)
    before = solve(place).proposal
    for unit, building in (("u", "C"), ("v", "A"), ("w", "B")):
        asked = Asked(unit=unit, building=building, there=building not in before.sites(unit))
        answer = answer_asked(place, before, asked)
        fresh = solve(asked.added_to(place))
        assert answer.found is not None
        assert answer.found.assessment.goal == fresh.assessment.goal
        assert answer.found.assessment.points == pytest.approx(fresh.assessment.points)


def test_what_is_so_already_costs_nothing():
    place = instance(CAPACITY, SITES, *MIXES["economy"])
    before = solve(place).proposal
    building = next(iter(before.sites("u")))
    answer = answer_asked(place, before, Asked(unit="u", building=building))
    assert (answer.already, answer.cost, answer.moved) == (True, (0.0, 0.0), ())


def test_a_proposal_that_is_not_the_best_is_told_what_it_loses():
    # The dearest lawful proposal, asked for what it already has: better ones have it too, so the cost is below nothing.
    place = instance(CAPACITY, SITES, *MIXES["economy"])
    lawful = [p for p in every_proposal(place) if assess(place, p).valid and "A" in p.sites("u")]
    worst = max(lawful, key=lambda p: assess(place, p).goal)
    answer = answer_asked(place, worst, Asked(unit="u", building="A"))
    assert answer.already
    assert answer.cost is not None
    assert answer.cost[1] < 0


def test_musts_that_collide_whatever_is_asked_are_told_as_such():
    place = instance(
        criterion("ja", "fixed_location", units=("v",), parameters={"buildings": ("A",)}),
        criterion("nei", "forbidden_location", units=("v",), parameters={"buildings": ("A",)}),
    )
    with pytest.raises(NoProposal):
        answer_asked(place, place.inventory.today, Asked(unit="u", building="A"))


def test_a_criteria_list_may_have_a_row_called_asked():
    # A is shut by a row whose id is what a question would have been called: that row is what forbids it.
    shut = criterion("asked", "buildings_closed", parameters={"buildings": ("A",)})
    place = instance(CAPACITY, shut, *MIXES["economy"])
    before = solve(place).proposal
    answer = answer_asked(place, before, Asked(unit="u", building="A"))
    assert answer.refused is not None
    assert {c for one in answer.refused.conflicts for c, _ in one.demands} == {"asked"}


def _unproven(answer_of, room: int | None):
    """How the answer's own solve ended, had it been stopped with so many goal units open."""
    value = answer_of.assessment.goal[0]
    bound = None if room is None else value - room
    return LevelRun(status=Status.FEASIBLE, value=value, bound=bound, seconds=1.0, engine="CP-SAT")


def test_a_must_more_gains_at_most_what_was_open_for_the_proposal_before():
    place = instance(CAPACITY, SITES, *MIXES["economy"])
    best = solve(place)
    building = next(b for b in "ABC" if b not in best.proposal.sites("u"))
    whole = answer_asked(place, best.proposal, Asked(unit="u", building=building), runs=best.runs)
    assert whole.found is not None
    assert (whole.open_before, whole.from_unproven) == (0.0, False)
    # The same answer, had its own search known no bound: what is proven of the proposal before still holds.
    blind = replace(whole, found=replace(whole.found, runs=(_unproven(whole.found, None),)))
    assert blind.cost is not None
    assert blind.cost[0] == 0
    # And had the proposal before been stopped with one and a half points open, so much could be gained.
    stopped = replace(blind, runs=(_unproven(best, 3 * GOAL_UNITS // 2),))
    assert stopped.from_unproven
    assert stopped.cost == (-1.5, blind.cost[1])
    # Nothing known of either: nothing is claimed.
    unknown = replace(blind, runs=())
    assert unknown.from_unproven
    assert unknown.cost == (float("-inf"), blind.cost[1])


def test_a_better_answer_than_the_proposal_before_is_no_proof_of_anything_when_no_bound_is_known():
    place = instance(CAPACITY, SITES, *MIXES["economy"])
    lawful = [p for p in every_proposal(place) if assess(place, p).valid and "A" in p.sites("u")]
    worst = max(lawful, key=lambda p: assess(place, p).goal)
    answer = answer_asked(place, worst, Asked(unit="u", building="A"), runs=())
    assert answer.found is not None
    blind = replace(answer, found=replace(answer.found, runs=(_unproven(answer.found, None),)))
    assert not blind.proven


def test_the_parts_of_a_question_share_its_time(monkeypatch: pytest.MonkeyPatch):
    clock = [100.0]
    monkeypatch.setattr(shared_limits.time, "monotonic", lambda: clock[0])
    shared = shared_limits.SharedLimits(SolveLimits(time_limit_s=50), parts=2, levels=1)
    # 25 seconds each: four fifths of them for the solve, one fifth for the smallest change.
    assert shared.next().time_limit_s == 20
    # The first took five: the other gets the 45 that are left, 36 of them for the solve.
    clock[0] += 5
    assert shared.next().time_limit_s == 36
    # With nothing left, a part still gets a second.
    clock[0] += 100
    assert shared.next().time_limit_s == 1
