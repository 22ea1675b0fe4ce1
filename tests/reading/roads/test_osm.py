"""OpenStreetMap: ways cut where they meet, tags understood."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from pyproj import Transformer

from localisation.domain.travel import Mode
from localisation.reading.roads.osm_tags import duration_s, passage, speed_kmh
from localisation.reading.roads.road_settings import RoadSettings
from tests.reading.roads.made import UTM32, codes, edges, pbf, read, refusal, xy

TO_DEGREES = Transformer.from_crs(UTM32, 4326, always_xy=True)


def places(**at: tuple[float, float]) -> dict[int, tuple[float, float]]:
    """Nodes n1, n2, … by metres east and north of the crossing, as longitude and latitude."""
    return {int(name[1:]): TO_DEGREES.transform(*xy(*point)) for name, point in at.items()}


CROSSING = places(n1=(0, 0), n2=(500, 0), n3=(1_000, 0), n4=(500, 500), n5=(500, -500))
RESIDENTIAL = {"highway": "residential", "maxspeed": "30"}


def says(tags: Mapping[str, str], **settings: object):
    found = passage(tags, RoadSettings(**settings))
    assert found is not None
    return found


def test_ways_are_cut_where_they_meet_and_only_there(tmp_path: Path):
    # Way 1-2-3 is crossed at 2 by way 4-2-5: five nodes, four streets of 500 m, 60 s at 30 km/h.
    found = read(pbf(tmp_path / "a.osm.pbf", CROSSING, [([1, 2, 3], RESIDENTIAL), ([4, 2, 5], RESIDENTIAL)]))
    assert found.kind == "osm"
    assert found.network.nodes == 5
    assert edges(found.network, Mode.CAR) == sorted((a, b, 60.0) for n in (0, 2, 3, 4) for a, b in ((1, n), (n, 1)))
    alone = read(pbf(tmp_path / "b.osm.pbf", CROSSING, [([1, 2, 3], RESIDENTIAL)])).network
    assert alone.nodes == 2
    assert alone.shapes.first.tolist() == [0, 3]
    assert alone.metres == pytest.approx([1_000, 1_000], abs=0.1)


def test_a_way_that_meets_itself_is_cut_there(tmp_path: Path):
    # A lollipop: 1-2, and the ring 2-3-4-2.
    network = read(pbf(tmp_path / "a.osm.pbf", CROSSING, [([1, 2, 3, 4, 2], RESIDENTIAL)])).network
    assert network.nodes == 2
    assert network.shapes.count == 2


def test_what_nobody_may_use_does_not_cut(tmp_path: Path):
    ways = [([1, 2, 3], RESIDENTIAL), ([4, 2, 5], {"highway": "construction"}), ([4, 2], {"waterway": "river"})]
    assert read(pbf(tmp_path / "a.osm.pbf", CROSSING, ways)).network.nodes == 2


def test_a_one_way_street_is_driven_one_way_and_walked_both(tmp_path: Path):
    network = read(pbf(tmp_path / "a.osm.pbf", CROSSING, [([1, 2, 3], RESIDENTIAL | {"oneway": "yes"})])).network
    assert edges(network, Mode.CAR) == [(0, 1, 120)]
    assert edges(network, Mode.BICYCLE) == [(0, 1, 225)]
    assert edges(network, Mode.WALK) == [(0, 1, 720), (1, 0, 720)]


def test_a_ferry_takes_its_stated_time_shared_by_length(tmp_path: Path):
    # 40 minutes over 1,000 m, in two pieces of 500 m where a quay road joins at 2; waited for at 1, 2 and 3.
    ferry = {"route": "ferry", "duration": "00:40", "motor_vehicle": "yes"}
    ways = [([1, 2, 3], ferry), ([2, 4], RESIDENTIAL)]
    network = read(pbf(tmp_path / "a.osm.pbf", CROSSING, ways)).network
    assert edges(network, Mode.CAR) == [
        (0, 1, 1_200),
        (1, 0, 1_800),
        (1, 2, 1_800),
        (1, 3, 60),
        (2, 1, 1_200),
        (3, 1, 60),
    ]
    assert network.ferry.sum() == 4


def test_nodes_that_are_not_in_the_file_cut_the_way_and_are_told(tmp_path: Path):
    some = {n: CROSSING[n] for n in (1, 2, 4, 5)}
    found = read(pbf(tmp_path / "a.osm.pbf", some, [([1, 2, 3, 4, 5], RESIDENTIAL)]))
    assert found.network.shapes.count == 2
    assert next(n for n in found.notes if n.code == "roads.nodes_missing").holes == {"count": 1}


def test_a_file_cut_short_is_refused(tmp_path: Path):
    whole = pbf(tmp_path / "a.osm.pbf", CROSSING, [([1, 2, 3], RESIDENTIAL)])
    short = tmp_path / "short.osm.pbf"
    short.write_bytes(whole.read_bytes()[:-20])
    (problem,) = refusal(short)
    assert (problem.code, problem.file) == ("roads.osm_broken", "short.osm.pbf")


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04 not at all", b"\0" * 100])
def test_what_is_no_pbf_is_refused(tmp_path: Path, raw: bytes):
    (tmp_path / "a.osm.pbf").write_bytes(raw)
    assert codes(refusal(tmp_path / "a.osm.pbf"))[0] in {"roads.osm_broken", "roads.no_roads"}


def test_a_file_without_roads_is_refused(tmp_path: Path):
    (problem,) = refusal(pbf(tmp_path / "a.osm.pbf", CROSSING, [([1, 2], {"highway": "proposed"})]))
    assert (problem.code, problem.holes) == ("roads.no_roads", {"seen": 1})


def test_motorways_and_roundabouts_are_one_way_unless_they_say_otherwise():
    assert says({"highway": "motorway"}).car_back_kmh == 0
    assert says({"highway": "motorway", "oneway": "no"}).car_back_kmh == 100
    assert says({"highway": "tertiary", "junction": "roundabout"}).car_back_kmh == 0
    assert says({"highway": "motorway_link"}).car_back_kmh > 0


def test_minus_one_is_against_the_way_it_is_drawn():
    found = says({"highway": "residential", "oneway": "-1"})
    assert (found.car_along_kmh, found.car_back_kmh) == (0, 30)


def test_bicycles_may_go_against_where_it_says_so():
    for extra in ({"oneway:bicycle": "no"}, {"cycleway": "opposite_lane"}, {"cycleway:left": "opposite"}):
        found = says({"highway": "residential", "oneway": "yes", **extra})
        assert found.bicycle_back
        assert found.car_back_kmh == 0
    assert not says({"highway": "residential", "oneway": "yes"}).bicycle_back


def test_motorways_are_closed_to_bicycles_and_walkers_and_so_are_motorroads():
    for tags in ({"highway": "motorway"}, {"highway": "trunk", "motorroad": "yes"}):
        found = says(tags)
        assert not found.walk
        assert not found.bicycle_along
        assert not found.bicycle_back
        assert found.car_along_kmh > 0


def test_the_more_specific_key_holds():
    closed = says({"highway": "service", "access": "no", "motor_vehicle": "destination"})
    assert closed.car_along_kmh == 20
    assert not closed.walk
    assert says({"highway": "service", "access": "yes", "motorcar": "no"}).car_along_kmh == 0
    assert says({"highway": "track", "access": "no", "foot": "yes"}).walk


def test_general_access_opens_no_footway_to_cars_but_a_sign_for_cars_does():
    assert says({"highway": "footway", "access": "yes"}).car_along_kmh == 0
    assert says({"highway": "pedestrian", "motor_vehicle": "destination"}).car_along_kmh == 10


def test_private_streets_are_closed_unless_they_are_opened():
    assert says({"highway": "service", "access": "private"}).anyone is False
    assert says({"highway": "service", "access": "private"}, private_open=True).car_along_kmh == 20


def test_limits_each_way():
    found = says({"highway": "secondary", "maxspeed": "60", "maxspeed:backward": "40"})
    assert (found.car_along_kmh, found.car_back_kmh, found.assumed_speed) == (60, 40, False)
    assert says({"highway": "secondary", "maxspeed": "signals"}).assumed_speed


@pytest.mark.parametrize(
    ("text", "kmh"),
    [("50", 50), ("30 mph", 30 * 1.609344), ("50;70", 50), ("NO:urban", 50), ("NO:rural", 80), ("walk", 5),
     ("none", None), ("", None), ("0", None), ("900", None), ("80 km/h", 80)],
)  # fmt: skip
def test_speeds(text: str, kmh: float | None):
    assert speed_kmh(text) == kmh


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("00:35", 2_100), ("1:05:30", 3_930), ("35", 2_100), ("PT1H5M", 3_900), ("", None), ("soon", None), ("0", None)],
)
def test_durations(text: str, seconds: float | None):
    assert duration_s(text) == seconds


def test_assumed_speeds_and_strange_directions_are_told(tmp_path: Path):
    ways = [([1, 2], {"highway": "residential"}), ([2, 3], RESIDENTIAL | {"oneway": "maybe"})]
    found = read(pbf(tmp_path / "a.osm.pbf", CROSSING, ways))
    assert next(n for n in found.notes if n.code == "roads.assumed_speed").holes == {"count": 1, "of": 2}
    assert next(n for n in found.notes if n.code == "roads.oneway_strange").holes == {"count": 1, "values": ("maybe",)}
