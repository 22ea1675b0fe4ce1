"""No more points are told than were asked for, but for those that a known proposal is held against."""

from localisation.solving.frontier.few_points import few_points

FRONT = [(0, 100), (10, 60), (50, 50), (90, 10), (100, 0)]


def test_the_ends_stay_and_the_rest_is_spread():
    assert few_points(FRONT, 2, held=(), proven=()) == [(0, 100), (100, 0)]
    assert few_points(FRONT, 3, held=(), proven=()) == [(0, 100), (50, 50), (100, 0)]
    assert few_points(FRONT, 9, held=(), proven=()) == FRONT


def test_what_is_proven_comes_before_what_is_not():
    assert few_points(FRONT, 3, held=(), proven={(90, 10)}) == [(0, 100), (90, 10), (100, 0)]


def test_a_known_proposal_stays_or_one_that_beats_it_and_an_end_that_does_is_enough():
    assert few_points(FRONT, 2, held=[(10, 60)], proven=()) == [(0, 100), (10, 60), (100, 0)]
    assert few_points(FRONT, 2, held=[(60, 55)], proven=()) == [(0, 100), (50, 50), (100, 0)]
    assert few_points(FRONT, 2, held=[(100, 100)], proven=()) == [(0, 100), (100, 0)]
