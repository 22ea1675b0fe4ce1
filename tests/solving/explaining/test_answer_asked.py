"""Why not? The numbers are those of a fresh solve, and of trying every proposal there is."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from localisation.domain.proposal import Proposal
from localisation.solving.alternatives.difference import Differ, difference
from localisation.solving.explaining.answer_asked import answer_asked
from localisation.solving.explaining.asked import Asked
from localisation.solving.explaining.musts import Musts
from localisation.solving.goal import GOAL_UNITS
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
