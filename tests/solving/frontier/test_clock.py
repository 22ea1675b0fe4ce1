"""How long the questions of a frontier may take."""

import threading

import pytest

from localisation.solving.frontier.clock import Clock


def test_a_tenth_is_kept_until_all_is_given():
    clock = Clock(1_000, None, None)
    assert clock.left == pytest.approx(900, abs=5)
    clock.give_all()
    assert clock.left == pytest.approx(1_000, abs=5)


def test_each_question_has_the_same_time_and_more_when_few_points_are_missing():
    # Without a number a sixth of 900 each; for nine points a twelfth, and half of what is left for the last.
    assert Clock(1_000, None, None).share(points=50) == pytest.approx(150, abs=5)
    assert Clock(1_000, 9, None).share(points=0) == pytest.approx(90, abs=5)
    assert Clock(1_000, 9, None).share(points=8) == pytest.approx(450, abs=5)


def test_it_is_over_when_the_user_says_so_or_time_is_out():
    stop = threading.Event()
    clock = Clock(1_000, None, stop)
    assert not clock.over
    stop.set()
    assert clock.over
    assert Clock(0, None, None).over
