"""Bands of minutes: which one a time is in, and where they are on the ground."""

import pytest
import shapely

from localisation.domain.geography import Zone
from localisation.pictures.travel.bands import LIMITS_MIN, SHADES, band_of, band_shapes, without_holes


def zone(key: str, east: int, people: int = 10) -> Zone:
    return Zone(id=key, area="a", district="d", population=people, easting_m=east, northing_m=0)


@pytest.mark.parametrize(
    ("seconds", "band"), [(0, 0), (300, 0), (301, 1), (900, 2), (3_600, 6), (3_601, None), (None, None)]
)
def test_a_limit_belongs_to_the_nearer_band(seconds: float | None, band: int | None):
    assert band_of(seconds) == band
    assert len(SHADES) == len(LIMITS_MIN)


def test_a_band_lies_around_those_who_live_there_and_nowhere_else():
    # Two zones 10 km apart: 3 minutes, and 12; nobody lives in the third.
    shapes = band_shapes((zone("near", 0), zone("far", 10_000), zone("empty", 5_000, 0)), {"near": 180.0, "far": 720.0})
    assert set(shapes) == {0, 2}
    for band, east in ((0, 0), (2, 10_000)):
        (shape,) = shapes[band]
        assert shape.contains(shapely.Point(east, 0))
        # An octagon of 450 m around the zone, to a cell of the grid.
        assert 300 < (shape.area / 3.14159) ** 0.5 < 500


def test_zones_that_reach_nothing_have_no_band():
    assert band_shapes((zone("alone", 0),), {}) == {}


def test_a_polygon_with_holes_is_cut_so_that_its_pieces_cover_the_same():
    holes = [[(2, 2), (2, 3), (3, 3), (3, 2)], [(6, 6), (6, 8), (8, 8), (8, 6)]]
    shape = shapely.Polygon([(0, 0), (10, 0), (10, 10), (0, 10)], holes)
    pieces = [shapely.Polygon(ring) for ring in without_holes(shape)]
    assert sum(p.area for p in pieces) == pytest.approx(100 - 1 - 4)
    assert shapely.union_all(pieces).symmetric_difference(shape).area == pytest.approx(0)
