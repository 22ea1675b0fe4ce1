"""Alternatives side by side, and the reason for each site."""

from dataclasses import replace

import pytest

from localisation.comparing.comparable import NotComparable
from localisation.comparing.compare import compare
from localisation.comparing.reasons import reasons
from localisation.domain.proposal import Placement, Proposal
from localisation.domain.vocabulary import Status, Strength
from localisation.solving.solve import solve
from localisation.solving.verify import assess
from tests.solving.sample import criterion, instance

CAPACITY = criterion("K-plass", "space_capacity")
MOVED = criterion("V-flytt", "people_moved", Strength.WEIGHT, weight=100, best=0, worst=10)
LEASED = criterion("V-leid", "leased_workplaces", Strength.WEIGHT, weight=300, best=0, worst=10)


def test_today_stands_first_and_is_measured_by_the_same_criteria():
    case = instance(CAPACITY, MOVED, LEASED)
    comparison = compare((case, solve(case)))
    first, second = comparison.alternatives
    assert first.status is Status.HELD
    assert second is comparison.chosen
    # Today 5 people sit in the leased house B and nobody moves: 50 points lost of a three quarters share.
    assert first.points == 100 - 0.75 * 50
    assert second.points >= first.points


def test_the_next_best_site_costs_what_moving_that_one_site_costs():
    # u (4 people) sits in A today; v fills B (5 of 6) and w takes 6 of 10 in C. If only u moves, C has
    # room for exactly 4: 4 people moved is 40 points lost, all from "people moved".
    case = instance(CAPACITY, MOVED)
    reason = next(r for r in reasons(case, case.inventory.today) if r.unit == "u")
    assert (reason.building, reason.next_best) == ("A", "C")
    assert reason.loss == 40
    assert reason.deltas == (("V-flytt", 40.0),)
    assert reason.refusals == (("K-plass", 1),)


def test_a_site_no_other_building_can_take_says_which_must_forbids_it():
    case = instance(CAPACITY, MOVED, criterion("lås", "fixed_location", units=("v",), parameters={"buildings": ("B",)}))
    reason = next(r for r in reasons(case, case.inventory.today) if r.unit == "v")
    assert reason.next_best is None
    assert dict(reason.refusals) == {"lås": 1, "K-plass": 1} or dict(reason.refusals) == {"K-plass": 2}


def test_staff_that_do_not_add_up_are_a_fault_no_criteria_list_allows():
    case = instance(CAPACITY, MOVED)
    short = Proposal(placements=(Placement(unit="u", building="A", staff=3), *case.inventory.today.placements[1:]))
    assessment = assess(case, short)
    assert not assessment.valid
    assert assessment.structural[0].about == ("staff", "u")
    assert assessment.structural[0].holes == {"placed": 3, "staff": 4}


def test_a_move_that_empties_a_house_saves_the_works_there():
    # u sits alone in A, which is refurbished for 2 million; in C there is room without. Moving u saves the works.
    cost = criterion("V-bygg", "refurbishment_cost", Strength.WEIGHT, weight=100, best=0, worst=2_000)
    case = instance(CAPACITY, cost)
    refurbished = Proposal(placements=case.inventory.today.placements, refurbishments=frozenset({"A+"}))
    reason = next(r for r in reasons(case, refurbished) if r.unit == "u")
    assert reason.next_best == "C"
    assert reason.loss == -100


def test_a_proposal_that_is_none_in_the_chosen_data_is_never_placed():
    case = instance(CAPACITY, MOVED)
    other = replace(case, scenario=case.scenario.model_copy(update={"id": "annet", "reference": True}))
    beyond = Proposal(placements=case.inventory.today.placements, refurbishments=frozenset({"Z+"}))
    solved = replace(solve(other), proposal=beyond)
    with pytest.raises(NotComparable, match="not_whole"):
        compare((case, solve(case)), [(other, solved)])
