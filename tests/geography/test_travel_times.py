"""Travel times on a road one can draw on paper: N --12 km, 600 s-- S, both on the x axis 10 km apart."""

from localisation.domain.geography import Road, RoadNode
from localisation.domain.travel import Mode
from localisation.geography.travel_times import road_travel_times
from tests.solving.sample import NORMS, building, inventory


def test_ends_of_the_road_are_its_driving_time_apart():
    travel = road_travel_times(inventory())
    assert travel.zone_s["1"]["C"] == 600
    assert travel.zone_m["1"]["C"] == 12_000


def test_a_point_along_the_road_drives_its_share_of_it():
    # B lies 100 m of 10,000 m along: 1 % of 600 s and of 12,000 m.
    travel = road_travel_times(inventory())
    assert travel.building_s["A"]["B"] == 6
    assert travel.building_m["A"]["B"] == 120


def test_a_point_beside_the_road_first_drives_the_straight_line_at_access_speed():
    # 3,000 m off the road at 36 km/h (10 m/s) is 300 s; with a detour of 130 % it is 390 s and 3,900 m.
    norms = NORMS.model_copy(update={"access_detour_percent": 130})
    off = building("D", "N", 0, 1, northing_m=3_000)
    stock = inventory(norms=norms, buildings=(*inventory().buildings, off))
    travel = road_travel_times(stock)
    assert travel.building_s["D"]["A"] == 390
    assert travel.building_m["D"]["C"] == 3_900 + 12_000


def test_near_points_may_go_directly_where_the_road_is_a_detour():
    # Two points 400 m apart, on parallel roads that only meet 10 km away.
    nodes = [("a", 0, 0), ("b", 10_000, 0), ("c", 0, 400), ("d", 10_000, 400)]
    stock = inventory(
        road_nodes=tuple(RoadNode(id=k, name=k, easting_m=x, northing_m=y) for k, x, y in nodes),
        roads=tuple(
            Road(start=s, end=e, name="", metres=10_000, seconds=600) for s, e in (("a", "b"), ("b", "d"), ("d", "c"))
        ),
        buildings=(building("A", "N", 0, 1), building("B", "N", 0, 1, northing_m=400)),
    )
    assert road_travel_times(stock).building_s["A"]["B"] == 40


def test_the_peak_norm_lengthens_every_trip():
    stock = inventory(norms=NORMS.model_copy(update={"peak_percent": 120}))
    assert road_travel_times(stock).centre_s["N"]["C"] == 720


def test_pairs_without_a_road_between_them_are_absent():
    nodes = [("a", 0), ("b", 1_000), ("c", 9_000), ("d", 10_000)]
    stock = inventory(
        road_nodes=tuple(RoadNode(id=k, name=k, easting_m=x, northing_m=0) for k, x in nodes),
        roads=tuple(Road(start=s, end=e, name="", metres=1_000, seconds=60) for s, e in (("a", "b"), ("c", "d"))),
    )
    travel = road_travel_times(stock)
    assert "C" not in travel.zone_s["1"]
    assert travel.zone_s["2"]["C"] == 0


def test_bicycles_and_walkers_keep_their_speed_and_stay_off_roads_for_cars():
    norms = NORMS.model_copy(update={"bicycle_kmh": 18, "walk_m_per_min": 60, "peak_percent": 150})
    stock = inventory(norms=norms)
    # 12,000 m at 5 m/s and at 1 m/s; queues do not hold them up.
    assert road_travel_times(stock, Mode.BICYCLE).zone_s["1"]["C"] == 2_400
    assert road_travel_times(stock, Mode.WALK).zone_s["1"]["C"] == 12_000
    tunnel = inventory(norms=norms, roads=tuple(r.model_copy(update={"cars_only": True}) for r in stock.roads))
    assert "C" not in road_travel_times(tunnel, Mode.WALK).zone_s["1"]
    assert road_travel_times(tunnel).zone_s["1"]["C"] == 900


def test_a_place_without_roads_has_short_ways_only_as_the_crow_flies():
    # A and B lie 100 m apart: 10 s at 10 m/s. C is 10 km off, and no road leads there.
    for nodes in (inventory().road_nodes, ()):
        travel = road_travel_times(inventory(roads=(), road_nodes=nodes))
        assert travel.building_s["A"] == {"A": 0, "B": 10}


def test_far_from_any_road_one_still_goes_by_the_road():
    # Both houses lie 3 km off the road and 2.5 km apart: no street in between is known, so the way is by the road.
    norms = NORMS.model_copy(update={"peak_percent": 100})
    off = (building("D", "N", 0, 1, northing_m=3_000), building("E", "N", 2_500, 1, northing_m=3_000))
    travel = road_travel_times(inventory(norms=norms, buildings=off))
    assert travel.building_s["D"]["E"] == 300 + 150 + 300
