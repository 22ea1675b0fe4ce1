"""The knee and the band, with numbers one can redo on paper."""

import pytest

from localisation.solving.frontier.band import band_share
from localisation.solving.frontier.knee import knee
from localisation.solving.frontier.region import Region


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


def test_a_bound_for_looser_limits_holds_for_tighter():
    region = Region((0, 0), (10, 10), (1, 1))
    region.proven((4, 8))
    assert region.least(0, (0, 7)) == 4
    assert region.least(0, (0, 3)) == 4
    assert region.least(0, (0, 8)) is None
