"""Ranges of weights and drawn weights, on cases small enough to hold every proposal against every other."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from localisation.domain.instance import Instance
from localisation.domain.vocabulary import Strength
from localisation.solving.robustness.draws import draw_weights
from localisation.solving.robustness.known import Known, distinct
from localisation.solving.robustness.points_lost import first_weights, points_lost
from localisation.solving.robustness.weight_range import WeightRange, weight_ranges
from localisation.solving.verify import assess
from tests.solving.frontier.test_solve_frontier import fixed, town
from tests.solving.sample import criterion, every_proposal, instance

HARD = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))


def named(case: Instance, most: int = 40) -> list[Known]:
    """The best of all proposals, then others, lawful and not."""
    found = [(assess(case, p), p) for p in every_proposal(case)]
    known = [Known(name=f"F{i}", name_en=f"P{i}", proposal=p, assessment=a) for i, (a, p) in enumerate(found)]
    best = min((k for k in known if k.competes), key=lambda k: k.assessment.goal, default=None)
    return [] if best is None else list(distinct([best, *known[:: max(1, len(known) // most)]]))


def lost_with(case: Instance, one: Known, weights: Mapping[str, int | Fraction]) -> Fraction:
    lost = points_lost(case, one.assessment)
    return sum((Fraction(w) * lost[key] for key, w in weights.items()), Fraction(0))


def leads(case: Instance, known: list[Known], weights: Mapping[str, int | Fraction]) -> bool:
    own = lost_with(case, known[0], weights)
    return all(own <= lost_with(case, k, weights) for k in known[1:] if k.competes)


@HARD
@given(data=st.data())
def test_within_its_range_the_recommendation_leads_and_just_outside_it_does_not(data: st.DataObject):
    case = town(lambda low, high: data.draw(st.integers(low, high)))
    known = named(case)
    if not known:
        return
    weights = first_weights(case)
    bit = Fraction(1, 10**9)
    for one in weight_ranges(case, known):
        key = one.criterion.id
        assert one.holds
        top = one.high if one.high is not None else Fraction(10**6)
        for inside in (one.low, (one.low + top) / 2, top):
            assert leads(case, known, weights | {key: inside})
        if one.low > 0:
            assert not leads(case, known, weights | {key: one.low - bit})
            assert one.below is not None
            even = weights | {key: one.low}
            assert lost_with(case, one.below, even) == lost_with(case, known[0], even)
        if one.high is not None:
            assert not leads(case, known, weights | {key: one.high + bit})
            assert one.above is not None


def test_the_range_can_be_redone_on_paper():
    # u sits in A today. Moving 4 of 15 costs 100 * 4 / 15 = 26 2/3 points on "moved"; staying in A
    # breaks "ut", which costs 100. With 30 on "ut" and t on "moved", leaving is ahead while 30 * 100 >= t * 80 / 3.
    case = instance(
        criterion("moved", "people_moved", Strength.WEIGHT, weight=10, best=0, worst=15),
        criterion("ut", "buildings_closed", Strength.WEIGHT, weight=30, parameters={"buildings": ("A",)}),
    )
    stay = case.inventory.today
    away = replace(
        stay, placements=tuple(sorted(replace(p, building="C") if p.unit == "u" else p for p in stay.placements))
    )
    known = [Known(name=n, name_en=n, proposal=p, assessment=assess(case, p)) for n, p in (("ut", away), ("i", stay))]
    moved, leave = weight_ranges(case, known)
    assert (moved.low, moved.high, moved.above) == (0, Fraction(30 * 100 * 3, 80), known[1])
    assert (leave.low, leave.high, leave.below) == (Fraction(10 * 80, 300), None, known[1])


def test_a_proposal_that_leads_at_no_weight_has_an_empty_range():
    case = fixed(10)
    known = named(case)
    weights = first_weights(case)
    worst = max((k for k in known if k.competes), key=lambda k: lost_with(case, k, weights))
    ranges: tuple[WeightRange, ...] = weight_ranges(case, [worst, *known])
    assert not any(one.holds for one in ranges)


@HARD
@given(data=st.data(), seed=st.integers(0, 1000))
def test_draws_repeat_and_add_up(data: st.DataObject, seed: int):
    case = town(lambda low, high: data.draw(st.integers(low, high)))
    known = named(case)
    if not known:
        return
    first, again = (draw_weights(case, known, count=50, seed=seed) for _ in range(2))
    assert first == again
    assert sum(first.wins) == 50
    assert all(wins == 0 or known[i].competes for i, wins in enumerate(first.wins))
    for (unit, building), times in first.sites.items():
        winners = sum(w for w, k in zip(first.wins, known, strict=True) if building in k.proposal.sites(unit))
        assert times == winners


def test_draws_of_other_seeds_differ_where_the_race_is_close():
    case = fixed(10)
    known = named(case, most=2000)
    found = {draw_weights(case, known, count=200, seed=seed).wins for seed in range(8)}
    assert len(found) > 1
    assert all(wins[0] == max(wins) for wins in found)


@pytest.mark.parametrize("worst", [15, 10**15 + 37])
def test_large_numbers_are_as_exact_as_small(worst: int):
    # On scales that differ by a factor of 10^14 the sums outgrow 64 bits; whoever moves fewer still wins every draw.
    case = instance(
        criterion("moved", "people_moved", Strength.WEIGHT, weight=997, best=0, worst=worst),
        criterion("moved2", "people_moved", Strength.WEIGHT, weight=3, best=0, worst=10**15 + 91),
    )
    stay = case.inventory.today
    away = replace(
        stay, placements=tuple(sorted(replace(p, building="C") if p.unit == "u" else p for p in stay.placements))
    )
    known = [Known(name=n, name_en=n, proposal=p, assessment=assess(case, p)) for n, p in (("ut", away), ("i", stay))]
    assert draw_weights(case, known, count=100, seed=1).wins == (0, 100)
