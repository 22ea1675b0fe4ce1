"""Isochrones of points one can draw, and what must hold of any."""

from itertools import pairwise
from math import pi

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from localisation.geography.isochrones import isochrones, points_along

ROAD = shapely.LineString([(0, 0), (10_000, 0)])


def road(limits: list[float], start_s: float = 0.0, drive_s: float = 600.0):
    """A straight road of 10 km that takes 600 s, from one end of it."""
    arrays = [np.array([v]) for v in (start_s, np.nan, drive_s, drive_s)]
    return isochrones(*points_along(np.array([ROAD]), *arrays, every_m=25), limits)


def test_from_one_point_in_the_open_it_is_a_circle():
    # 150 s at 5 km/h (1.389 m/s) are 208 m: a circle of 136,354 m².
    (found,) = isochrones(np.array([0.0]), np.array([0.0]), np.array([0.0]), [150], cell_m=10)
    assert found.area_m2 == pytest.approx(pi * (150 / 3.6 * 5) ** 2, rel=0.01)
    assert found.whole.contains(shapely.Point(0, 0))


def test_a_point_that_is_on_no_corner_of_the_grid_still_reaches_no_further_than_it_does():
    # 208 m around (24, -24), on a grid of 50 m: smaller by the coarseness of the grid, never larger.
    (found,) = isochrones(np.array([24.0]), np.array([-24.0]), np.array([0.0]), [150])
    true = shapely.Point(24, -24).buffer(150 / 3.6 * 5, quad_segs=64)
    assert found.whole.difference(true).area < 50
    assert found.area_m2 > 0.6 * true.area


def test_nobody_is_said_to_walk_further_than_the_limit_of_walking():
    # In an hour one could walk 5 km; beyond 250 m of the road nobody is said to come.
    (found,) = isochrones(np.array([0.0]), np.array([0.0]), np.array([0.0]), [3600], cell_m=10)
    assert found.area_m2 == pytest.approx(pi * 250**2, rel=0.05)


def test_along_a_road_it_reaches_as_far_as_one_drives():
    # 16.67 m/s: 5 km in 300 s, and the whole road in 600 s with a band of walking around it.
    half, whole = road([300, 800])
    assert half.whole.bounds[2] == pytest.approx(5000, abs=60)
    assert whole.whole.bounds[2] == pytest.approx(10_250, abs=60)
    assert whole.band.area == pytest.approx(whole.area_m2 - half.area_m2)
    # It narrows towards the end, for less time is left to walk: about 250 m at the start, nothing at the end.
    width_at_3_km = half.whole.intersection(shapely.LineString([(3000, -900), (3000, 900)])).length / 2
    assert width_at_3_km == pytest.approx(120 * 5 / 3.6, abs=50)  # 120 s are left: 167 m.


def test_a_place_without_roads_is_a_hole():
    ring = shapely.LineString([(0, 0), (4000, 0), (4000, 4000), (0, 4000), (0, 0)])
    zero = np.array([0.0])
    (found,) = isochrones(*points_along(np.array([ring]), zero, zero, zero, zero), [600])
    assert not found.whole.contains(shapely.Point(2000, 2000))
    assert found.whole.contains(shapely.Point(0, 2000))
    assert len(found.whole.geoms) == 1
    # The inner edge of the ring is 250 m of walking in from the road, on each side.
    assert shapely.Polygon(found.whole.geoms[0].interiors[0]).area == pytest.approx(3500**2, rel=0.03)


def test_nothing_reached_gives_empty_polygons():
    for points in ([], [0.0]):
        found = isochrones(np.array(points), np.array(points), np.full(len(points), np.nan), [60, 120])
        assert [i.area_m2 for i in found] == [0, 0]


def test_points_along_a_stretch_take_the_shorter_way_and_a_closed_one_the_other():
    # 100 m driven in 10 s; 0 s at the start, 4 s at the end. At 50 m: min(5, 4 + 5); at 100 m: min(10, 4).
    line = np.array([shapely.LineString([(0, 0), (100, 0)])])

    def times(start: float, end: float, forward: float, backward: float) -> list[float]:
        arrays = [np.array([v]) for v in (start, end, forward, backward)]
        return points_along(line, *arrays, every_m=50)[2].tolist()

    assert times(0, 4, 10, 10) == [0, 5, 4]
    assert times(0, 4, np.nan, 10) == [14, 9, 4]
    assert times(np.nan, np.nan, 10, 10) == [np.inf] * 3


POINTS = st.lists(
    st.tuples(st.integers(0, 5000), st.integers(0, 5000), st.one_of(st.integers(0, 1200), st.just(float("nan")))),
    max_size=25,
)


@settings(max_examples=60, deadline=None)
@given(POINTS, st.lists(st.integers(0, 1500), min_size=1, max_size=4, unique=True))
def test_they_are_valid_nested_and_made_of_their_bands(points, limits):
    x, y, t = (np.array([p[i] for p in points], dtype=float) for i in range(3))
    found = isochrones(x, y, t, limits)
    assert [i.limit_s for i in found] == sorted(limits)
    for shorter, longer in pairwise(found):
        assert shorter.whole.difference(longer.whole).area < 1
        assert shorter.area_m2 <= longer.area_m2 + 1
    assert all(i.whole.is_valid and i.band.is_valid for i in found)
    assert sum(i.band.area for i in found) == pytest.approx(found[-1].area_m2, abs=5)


@settings(max_examples=40, deadline=None)
@given(POINTS)
def test_it_holds_every_point_with_time_to_spare_and_nothing_that_is_not_reached(points):
    x, y, t = (np.array([p[i] for p in points], dtype=float) for i in range(3))
    (found,) = isochrones(x, y, t, [900], smallest_m2=0)
    in_time = [shapely.Point(a, b) for a, b, s in points if s <= 900 - 120]
    assert all(found.whole.contains(p) for p in in_time)
    reached = shapely.union_all([shapely.Point(a, b).buffer(250 + 36, quad_segs=64) for a, b, s in points if s <= 900])
    # Never more than a cell beyond, and that only in the notch where the reaches of two points meet.
    assert found.whole.difference(reached.buffer(50)).area == 0
    assert found.whole.difference(reached).area <= 0.02 * reached.area


@pytest.mark.parametrize("more", [{"walk_kmh": 0}, {"walk_m": -1}, {"cell_m": 0}])
def test_settings_that_make_no_sense_are_refused(more):
    with pytest.raises(ValueError, match="more than nothing"):
        isochrones(np.array([0.0]), np.array([0.0]), np.array([0.0]), [60], **more)
    with pytest.raises(ValueError, match="number"):
        isochrones(np.array([0.0]), np.array([]), np.array([0.0]), [60])


def test_a_grid_that_would_be_too_large_is_coarser_and_says_so(monkeypatch):
    monkeypatch.setattr("localisation.geography.isochrones._MAX_CELLS", 10_000)
    (found,) = isochrones(np.array([0.0, 50_000]), np.array([0.0, 0.0]), np.array([0.0, 0.0]), [600])
    # 51 km by 1 km in 10,000 cells: each of 5,100 m² or a little more.
    assert found.cell_m == pytest.approx(71.4, abs=0.5)
