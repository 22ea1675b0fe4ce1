"""Door to door: the leg to the street, the streets, and the leg from them."""

import numpy as np
import pytest

from localisation.domain.travel import Mode
from localisation.geography.network.access import Access
from localisation.geography.network.components import components
from localisation.geography.network.network import Network
from localisation.geography.network.snap import NO_LINK, snap
from localisation.geography.network.times import mode_times
from tests.geography.network.paper import Street, network, one_way, two_way

ACCESS = Access(speed_kmh=36, least_component_m=0)  # 10 m/s
ROAD = [(0.0, 0.0), (10_000.0, 0.0)]


def straight_road() -> Network:
    """10 km in 600 s, both ways, along the x axis."""
    return network(ROAD, [two_way(0, 1, 600)])


def test_both_legs_and_a_share_of_the_street():
    # 100 m to the road, 2,500 m along it in 150 s, and 300 m from it, at 10 m/s: 10 + 150 + 30 s.
    times = mode_times(straight_road(), {"home": (1_000, 100)}, {"site": (3_500, -300)}, Mode.CAR, ACCESS)
    assert times.whole_s() == {"home": {"site": 190}}
    assert times.whole_m() == {"home": {"site": 2_900}}
    assert times.unreachable() == ()
    assert times.far == {}


def test_the_leg_is_lengthened_by_the_detour():
    # 100 m becomes 130 m: 13 s at 10 m/s.
    access = Access(speed_kmh=36, detour_percent=130, least_component_m=0)
    times = mode_times(straight_road(), {"home": (1_000, 100)}, {"site": (3_500, 0)}, Mode.CAR, access)
    assert times.whole_s()["home"]["site"] == 163
    assert times.whole_m()["home"]["site"] == 2_630


def test_the_peak_factor_lengthens_the_time_and_not_the_way():
    times = mode_times(straight_road(), {"a": (0, 0)}, {"b": (10_000, 0)}, Mode.CAR, ACCESS, peak_percent=120)
    assert times.whole_s() == {"a": {"b": 720}}
    assert times.whole_m() == {"a": {"b": 10_000}}


def test_more_origins_than_destinations_is_the_same_the_other_way_round():
    # One-way: from 0 to 1 in 600 s, back in 900 s on a longer road.
    roads = network(ROAD, [one_way(0, 1, 600), Street(start=1, end=0, along_s=900, via=((5_000.0, 3_000.0),))])
    points = {"a": (1_000.0, 10.0), "b": (9_000.0, 20.0), "c": (5_000.0, 5.0)}
    few = {"b": points["b"]}
    many_to_one = mode_times(roads, points, few, Mode.CAR, ACCESS)
    one_to_many = mode_times(roads, few, points, Mode.CAR, ACCESS)
    all_pairs = mode_times(roads, points, points, Mode.CAR, ACCESS)
    assert np.array_equal(many_to_one.seconds[:, 0], all_pairs.seconds[:, 1])
    assert np.array_equal(one_to_many.seconds[0], all_pairs.seconds[1])
    assert np.array_equal(many_to_one.metres[:, 0], all_pairs.metres[:, 1])
    assert many_to_one.whole_s()["a"]["b"] == 1 + 480 + 2


def test_a_point_is_nothing_from_itself_and_neighbours_in_a_field_need_no_road():
    # Both 400 m from the road, 30 m apart: 3 s directly, 83 s by the road.
    points = {"a": (5_000.0, 400.0), "b": (5_030.0, 400.0)}
    assert mode_times(straight_road(), points, points, Mode.CAR, ACCESS).whole_s() == {
        "a": {"a": 0, "b": 3},
        "b": {"a": 3, "b": 0},
    }


def test_points_across_the_road_are_not_neighbours_in_a_field():
    # A mile of road to drive round between two streets that run side by side, 40 m apart; the points stand on them.
    places = [(0.0, 0.0), (1_000.0, 0.0), (0.0, 40.0), (1_000.0, 40.0)]
    roads = network(places, [two_way(0, 1, 100), two_way(2, 3, 100), two_way(1, 3, 4)])
    times = mode_times(roads, {"a": (0.0, 0.0)}, {"b": (0.0, 40.0)}, Mode.CAR, ACCESS)
    assert times.whole_s() == {"a": {"b": 204}}


def test_pairs_without_a_way_are_named_and_absent():
    places = [(0.0, 0.0), (1_000.0, 0.0), (5_000.0, 0.0), (6_000.0, 0.0)]
    roads = network(places, [two_way(0, 1, 60), two_way(2, 3, 60)])
    times = mode_times(roads, {"west": (0.0, 0.0)}, {"near": (500.0, 0.0), "east": (5_500.0, 0.0)}, Mode.CAR, ACCESS)
    assert times.whole_s() == {"west": {"near": 30}}
    assert times.unreachable() == (("west", "east"),)


def test_points_far_off_are_named_and_those_out_of_reach_reach_nothing():
    access = Access(speed_kmh=36, far_m=200, reach_m=1_000, least_component_m=0)
    points = {"by the road": (0.0, 0.0), "off": (0.0, 300.0), "at sea": (0.0, 30_000.0)}
    times = mode_times(straight_road(), points, points, Mode.CAR, access)
    assert times.far == {"off": 300}
    assert times.untied == ("at sea",)
    assert times.whole_s()["at sea"] == {"at sea": 0}
    assert ("by the road", "at sea") in times.unreachable()


def test_nothing_beyond_the_limit():
    times = mode_times(
        straight_road(), {"a": (0, 0)}, {"b": (5_000, 0), "c": (5_100, 0)}, Mode.CAR, ACCESS, limit_s=300
    )
    assert times.whole_s() == {"a": {"b": 300}}


def test_another_mode_has_no_way_where_it_may_not_go():
    times = mode_times(straight_road(), {"a": (0, 0)}, {"b": (5_000, 0)}, Mode.WALK, ACCESS)
    assert times.untied == ("a", "b")
    assert times.whole_s() == {"a": {}}


def test_a_point_is_tied_to_the_bend_of_the_street_not_to_its_chord():
    # The street goes by (500, 500); the point (500, 490) is 10 m below the bend's corner, on the diagonal side.
    roads = network(
        [(0.0, 0.0), (1_000.0, 0.0)], [Street(start=0, end=1, along_s=60, back_s=60, via=((500.0, 500.0),))]
    )
    tied = snap(roads, np.array([[500.0, 510.0]]), Mode.CAR, ACCESS)
    assert tied.straight_m[0] == pytest.approx(10)
    assert tied.fraction[0] == pytest.approx(0.5)


def test_a_small_cut_off_part_is_not_tied_to_and_a_large_one_is():
    # 400 m of car park beside the point, the rest of the roads 50 m further away.
    places = [(0.0, 50.0), (5_000.0, 50.0), (0.0, 0.0), (400.0, 0.0)]
    roads = network(places, [two_way(0, 1, 300), two_way(2, 3, 30)])
    at = np.array([[200.0, 0.0]])
    assert snap(roads, at, Mode.CAR, Access(speed_kmh=36, least_component_m=500)).link.tolist() == [0]
    assert snap(roads, at, Mode.CAR, Access(speed_kmh=36, least_component_m=400)).link.tolist() == [1]


def test_a_street_one_cannot_get_back_from_is_not_tied_to():
    places = [(0.0, 0.0), (1_000.0, 0.0), (1_000.0, 500.0)]
    roads = network(places, [two_way(0, 1, 60), one_way(1, 2, 30)])
    parts = components(roads, Mode.CAR)
    assert parts.road_m[parts.largest] == 1_000
    assert parts.of_link.tolist() == [parts.largest, -1]
    assert snap(roads, np.array([[1_000.0, 400.0]]), Mode.CAR, ACCESS).link.tolist() == [0]


def test_an_empty_network_ties_nothing():
    roads = network([(0.0, 0.0)], [])
    assert snap(roads, np.array([[0.0, 0.0]]), Mode.CAR, ACCESS).link.tolist() == [NO_LINK]
    assert mode_times(roads, {"a": (0, 0)}, {"b": (1, 0)}, Mode.CAR, ACCESS).unreachable() == (("a", "b"),)


def test_nobody_to_anywhere_is_an_empty_table():
    assert mode_times(straight_road(), {}, {}, Mode.CAR, ACCESS).whole_s() == {}
    assert mode_times(straight_road(), {"a": (0, 0)}, {}, Mode.CAR, ACCESS).whole_s() == {"a": {}}
