"""A network refuses what does not hang together, and cannot be changed afterwards."""

from dataclasses import replace

import numpy as np
import pytest
import shapely

from localisation.geography.network.shapes import Shapes
from tests.geography.network.paper import Street, network, one_way, two_way


def test_a_two_way_street_is_two_edges_and_a_one_way_street_is_one():
    roads = network([(0.0, 0.0), (3.0, 4.0)], [two_way(0, 1, 6), one_way(1, 0, 7)])
    assert roads.start.tolist() == [0, 1, 1]
    assert roads.end.tolist() == [1, 0, 0]
    assert roads.link.tolist() == [0, 1, 0]
    assert roads.along.tolist() == [True, True, False]
    assert roads.car_s.tolist() == [6, 7, 6]
    assert np.isinf(roads.walk_s).all()
    assert roads.metres.tolist() == [5, 5, 5]


def test_arrays_of_different_lengths_are_refused():
    roads = network([(0.0, 0.0), (3.0, 4.0)], [two_way(0, 1, 6)])
    with pytest.raises(ValueError, match="metres"):
        replace(roads, metres=np.zeros(3, np.float32))


@pytest.mark.parametrize("seconds", [-1, np.nan])
def test_a_negative_time_or_none_is_refused(seconds: float):
    roads = network([(0.0, 0.0), (3.0, 4.0)], [two_way(0, 1, 6)])
    with pytest.raises(ValueError, match="car_s"):
        replace(roads, car_s=np.array([seconds, 6], np.float32))


def test_an_edge_to_nowhere_is_refused():
    roads = network([(0.0, 0.0), (3.0, 4.0)], [two_way(0, 1, 6)])
    with pytest.raises(ValueError, match="node"):
        replace(roads, end=np.array([1, 2], np.int32))


def test_the_arrays_cannot_be_written_to():
    roads = network([(0.0, 0.0), (3.0, 4.0)], [two_way(0, 1, 6)])
    with pytest.raises(ValueError, match="read-only"):
        roads.car_s[0] = 1


def test_shapes_give_back_their_lines():
    lines = np.array([shapely.LineString([(0, 0), (1, 1), (2, 0)]), shapely.LineString([(5, 5), (6, 6)])], object)
    shapes = Shapes.of(lines)
    assert shapes.first.tolist() == [0, 3, 5]
    assert shapely.equals(shapes.lines(), lines).all()
    street = Street(start=0, end=1, along_s=1, via=((9.0, 9.0),))
    assert network([(0.0, 0.0), (1.0, 0.0)], [street]).shapes.count == 1
