"""The knee and the band, with numbers one can redo on paper."""

import pytest

from localisation.solving.frontier.band import band_share
from localisation.solving.frontier.knee import knee
from localisation.solving.frontier.region import Region, Slope


def test_the_knee_is_furthest_below_the_chord():
    # From (0, 100) to (10, 0): (2, 30) adds up to 0.2 + 0.3, (5, 20) to 0.5 + 0.2.
    assert knee([(0, 100), (2, 30), (5, 20), (10, 0)]) == 1


def test_a_frontier_on_or_above_its_chord_has_none():
    assert knee([(0, 10), (5, 5), (10, 0)]) is None
    assert knee([(0, 10), (6, 6), (10, 0)]) is None
    assert knee([(0, 10), (10, 0)]) is None


def test_the_band_is_what_the_bounds_allow_and_the_points_do_not_reach():
    region = Region((0, 0), (10, 10), (1, 1))
    for end in ((0, 10), (10, 0)):
        region.found(end)
    # Nothing known but the ends: everything between them may still be beaten.
    assert band_share(region, [(0, 10), (10, 0)]) == 1
    region.found((5, 5))
    region.proven((5, 5))
    # The points reach 25 of the 100, the bounds leave the two squares of 25 above (5, 5) open: 50 of 75.
    assert band_share(region, [(0, 10), (5, 5), (10, 0)]) == pytest.approx(50 / 75)
    region.proven((5, 11))
    region.proven((11, 5))
    assert region.boxes() == []
    assert band_share(region, [(0, 10), (5, 5), (10, 0)]) == 0


def test_a_slope_cuts_the_corners_off_that_a_staircase_leaves():
    region = Region((0, 0), (10, 10), (1, 1))
    points = [(0, 10), (5, 5), (10, 0)]
    for point in points:
        region.found(point)
    region.sloped(Slope((1, 1), 10, (10, 10)))
    # Left of (5, 5) and below (0, 10): 1 and 9, 2 and 8 or 9, and so on; ten pairs add up to 10, and as many on the
    # other side. The points reach 25.
    assert band_share(region, points) == pytest.approx(20 / 45)
    for end in ((1, 11), (11, 1)):
        region.proven(end)
    assert {(box.low, box.high) for box in region.boxes()} == {((1, 6), (5, 10)), ((6, 1), (10, 5))}
    region.sloped(Slope((1, 1), 14, (10, 10)))  # 4 and 9 add up to 13
    assert region.boxes() == []


def test_a_slope_says_nothing_beyond_its_limits():
    region = Region((0, 0), (10, 10), (1, 1))
    region.sloped(Slope((2, 3), 31, (6, 8)))
    # With 5 on the second axis: twice 8 and thrice 5 are 31; but from 7 on anything may be.
    assert region.least(0, (0, 5)) == 7
    assert region.least(0, (0, 8)) == 4
    assert region.least(0, (0, 9)) is None
    assert region.least(1, (6, 0)) == 7
    assert [box.low for box in region.boxes()] == [(0, 0)]


def test_a_bound_for_looser_limits_holds_for_tighter():
    region = Region((0, 0), (10, 10), (1, 1))
    region.proven((4, 8))
    assert region.least(0, (0, 7)) == 4
    assert region.least(0, (0, 3)) == 4
    assert region.least(0, (0, 8)) is None
