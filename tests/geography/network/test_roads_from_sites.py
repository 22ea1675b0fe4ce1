"""How soon roads are reached from the nearest of some sites, on roads one can draw on paper."""

import numpy as np
import pytest

from localisation.domain.travel import Mode
from localisation.geography.accessibility import response
from localisation.geography.network.access import Access
from localisation.geography.network.roads_from_sites import RoadsFromSites
from localisation.geography.network.times import mode_times
from tests.geography.network.paper import Street, network, one_way, two_way

ACCESS = Access(speed_kmh=36, least_component_m=0)  # 10 m/s
NOBODY: dict[str, float] = {}
LINE = [(0.0, 0.0), (10_000.0, 0.0), (20_000.0, 0.0)]


def part(roads: RoadsFromSites, sites: tuple[str, ...], limit_s: float) -> float | None:
    return response(roads(sites, limit_s), NOBODY, NOBODY, limit_s).road_share


def test_both_ways_from_the_middle_of_a_street():
    # 20 km at 20 m/s, the base at 5 km and 100 m beside it: after 10 s on the street, after 110 s it has driven 2 km
    # each way, after 260 s it stands at one end, and 5 km further on the other way.
    roads = RoadsFromSites(network(LINE, [two_way(0, 1, 500), two_way(1, 2, 500)]), {"base": (5_000, 100)}, ACCESS)
    assert part(roads, ("base",), 9) == 0
    assert part(roads, ("base",), 110) == pytest.approx(4 / 20)
    assert part(roads, ("base",), 260) == pytest.approx(10 / 20)
    assert part(roads, ("base",), 360) == pytest.approx(12 / 20)


def test_the_nearest_of_two_bases_on_one_street_counts():
    # At 2 km and at 8 km: after 100 s each has driven 2 km both ways; after 150 s they meet, and 1 km is driven beyond.
    points = {"west": (2_000.0, 0.0), "east": (8_000.0, 0.0)}
    roads = RoadsFromSites(network(LINE, [two_way(0, 1, 500), two_way(1, 2, 500)]), points, ACCESS)
    assert part(roads, ("west", "east"), 100) == pytest.approx(8 / 20)
    assert part(roads, ("east", "west"), 150) == pytest.approx((10 + 1) / 20)
    assert part(roads, ("west",), 100) == pytest.approx(4 / 20)


def test_a_one_way_street_is_driven_one_way():
    # From the base at 5 km one can only drive east.
    roads = RoadsFromSites(network(LINE, [one_way(0, 1, 500), two_way(1, 0, 5_000, 30_000)]), {"b": (5_000, 0)}, ACCESS)
    at = roads(("b",), 1_000)
    assert np.isinf(at.backward_s).sum() == 2, "both pieces of the street"
    assert response(at, NOBODY, NOBODY, 100).road_within_m == pytest.approx(2_000)


def test_queues_make_it_slower_and_what_lies_beyond_the_limit_is_not_reached():
    streets = [two_way(0, 1, 500), two_way(1, 2, 500)]
    roads = RoadsFromSites(network(LINE, streets), {"base": (0, 0)}, ACCESS, peak_percent=125)
    at = roads(("base",), 625)
    assert sorted(at.end_s.tolist()) == [0, 625, np.inf], "the base itself, the end of its street, and the next"
    assert response(at, NOBODY, NOBODY, 625).road_share == pytest.approx(0.5)


def test_only_roads_near_those_who_live_there_are_roads_of_the_place():
    # People live 1.9 km from the first street and 5 km from the second.
    streets = [two_way(0, 1, 500), two_way(1, 2, 500)]
    roads = RoadsFromSites(network(LINE, streets), {"base": (0, 0)}, ACCESS, around=[(5_000.0, 1_900.0)])
    assert roads(("base",), 3_600).metres.sum() == 10_000


def test_a_site_without_a_street_reaches_nothing_and_an_unknown_one_is_an_error():
    roads = RoadsFromSites(network(LINE, [two_way(0, 1, 500)]), {"far": (0, 90_000)}, ACCESS)
    assert part(roads, ("far",), 36_000) == 0
    with pytest.raises(KeyError):
        roads(("other",), 600)


def test_the_nearest_in_one_pass_is_the_least_of_one_search_each():
    # A square with a diagonal, one side one-way: seconds to the corners from either of two bases.
    corners = [(0.0, 0.0), (1_000.0, 0.0), (1_000.0, 1_000.0), (0.0, 1_000.0)]
    streets = [
        two_way(0, 1, 40),
        one_way(1, 2, 30),
        two_way(2, 3, 70),
        two_way(3, 0, 20),
        Street(start=2, end=0, along_s=35),
    ]
    square = network(corners, streets)
    bases = {"a": (300.0, 10.0), "b": (900.0, 1_020.0)}
    goals = {str(i): xy for i, xy in enumerate(corners)}
    each = mode_times(square, bases, goals, Mode.CAR, Access(speed_kmh=36, least_component_m=0, direct_m=0))
    least = dict(zip(range(4), each.seconds.min(axis=0), strict=True))
    at = RoadsFromSites(square, bases, ACCESS)(("a", "b"), 3_600)
    whole = {(round(s, 2), round(e, 2)) for s, e in zip(at.start_s, at.end_s, strict=True)}
    for start, end in ((1, 2), (3, 0), (2, 0)):
        assert (round(float(least[start]), 2), round(float(least[end]), 2)) in whole
