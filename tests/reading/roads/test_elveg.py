"""Elveg 2.0 and NVDB Vegnett Pluss: streets join where their lines end."""

from pathlib import Path

import pytest

from localisation.domain.travel import Mode
from localisation.reading.roads.elveg_classes import class_of
from localisation.reading.roads.road_classes import ROAD_CLASSES
from tests.reading.roads.made import codes, edges, layer, line, read, refusal


def link(kind: str = "enkelBilveg", lanes: str | None = "1#2", limit: object = 60, **more: object) -> dict[str, object]:
    """A kilometre east of the crossing."""
    row = {"typeVeg": kind, "vegkategori": "K", "fartsgrense": limit, "feltoversikt": lanes, "medium": None,
           "geometry": line((0, 0), (1_000, 0))}  # fmt: skip
    return row | more


NORTH = {"geometry": line((0, 0), (0, 1_000))}
EAST = {"geometry": line((1_000, 0), (2_000, 0))}


def test_streets_join_where_their_lines_end(tmp_path: Path):
    found = read(layer(tmp_path / "roads.gpkg", [link(), link(**NORTH), link(**EAST)]))
    assert found.kind == "elveg"
    assert found.network.nodes == 4
    # Nodes in order of easting and northing: 0 the crossing, 1 north, 2 and 3 east; 1,000 m at 60 km/h is 60 s.
    both = [(0, 1), (1, 0), (0, 2), (2, 0), (2, 3), (3, 2)]
    assert edges(found.network, Mode.CAR) == sorted((a, b, 60.0) for a, b in both)


@pytest.mark.parametrize(
    ("lanes", "along", "back"),
    [
        ("1#2", True, True),
        ("1", True, False),
        ("1#3#5", True, False),
        ("2#4", False, True),
        ("1#2S", True, False),
        ("1K#2", True, True),
        ("['1', '2']", True, True),
        ("", True, True),
        (None, True, True),
    ],
)
def test_odd_lanes_go_as_drawn_and_even_ones_against(tmp_path: Path, lanes: str | None, along: bool, back: bool):
    # A second road keeps the column a column of text, and the crossing a node.
    network = read(layer(tmp_path / "roads.gpkg", [link(lanes=lanes), link(**NORTH)])).network
    ways = {(a, b) for a, b, _ in edges(network, Mode.CAR)}
    assert ((0, 2) in ways, (2, 0) in ways) == (along, back)


def test_a_column_of_directions_goes_before_the_lanes(tmp_path: Path):
    network = read(layer(tmp_path / "roads.gpkg", [link(oneway="TF"), link(oneway="B", **NORTH)])).network
    assert edges(network, Mode.CAR) == [(0, 1, 60), (1, 0, 60), (2, 0, 60)]


def test_without_directions_or_lanes_all_is_two_way_and_told(tmp_path: Path):
    row = {k: v for k, v in link().items() if k != "feltoversikt"}
    found = read(layer(tmp_path / "roads.gpkg", [row]))
    assert len(edges(found.network, Mode.CAR)) == 2
    assert "roads.no_direction" in codes(found.notes)


def test_a_cycleway_is_for_bicycles_and_walkers_both_ways_and_a_stair_for_walkers(tmp_path: Path):
    rows = [link(), link("Gang- og sykkelveg", None, None, **NORTH), link("trapp", None, None, **EAST)]
    network = read(layer(tmp_path / "roads.gpkg", rows)).network
    assert edges(network, Mode.CAR) == [(0, 2, 60), (2, 0, 60)]
    assert edges(network, Mode.BICYCLE) == [(0, 1, 225), (0, 2, 225), (1, 0, 225), (2, 0, 225)]
    assert len(edges(network, Mode.WALK)) == 6


def test_nobody_walks_or_cycles_on_a_road_for_motor_traffic(tmp_path: Path):
    rows = [link(), link(motorvegtype="Motortrafikkveg", limit=90, **EAST)]
    network = read(layer(tmp_path / "roads.gpkg", rows)).network
    assert edges(network, Mode.CAR) == [(0, 1, 60), (1, 0, 60), (1, 2, 40), (2, 1, 40)]
    assert edges(network, Mode.WALK) == [(0, 1, 720), (1, 0, 720)]


def test_a_street_without_a_limit_has_the_speed_of_its_class_and_is_told(tmp_path: Path):
    # A municipal road is assumed to be driven at 30 km/h: 1,000 m in 120 s.
    found = read(layer(tmp_path / "roads.gpkg", [link(limit=None), link(**NORTH)]))
    assert (0, 2, 120) in edges(found.network, Mode.CAR)
    assert next(n for n in found.notes if n.code == "roads.assumed_speed").holes == {"count": 1, "of": 2}


def test_a_ferry_goes_at_the_assumed_speed_and_is_waited_for(tmp_path: Path):
    # 18,000 m at 18 km/h is an hour, and 600 s of waiting; a passenger ferry takes no cars.
    over = {"geometry": line((1_000, 0), (19_000, 0))}
    rows = [link(), link("bilferje", None, None, **over), link("Passasjerferje", None, None, **NORTH)]
    found = read(layer(tmp_path / "roads.gpkg", rows))
    assert (2, 3, 4_200) in edges(found.network, Mode.CAR)
    assert (2, 3, 4_200) in edges(found.network, Mode.WALK)
    assert {(a, b) for a, b, _ in edges(found.network, Mode.CAR)} == {(0, 2), (2, 0), (2, 3), (3, 2)}
    assert (0, 1, 800) in edges(found.network, Mode.BICYCLE)  # 1,000 m at 18 km/h is 200 s
    assert next(n for n in found.notes if n.code == "roads.ferry_unstated").holes == {"count": 2}


def test_the_overview_of_a_road_with_two_carriageways_is_left_out(tmp_path: Path):
    rows = [link(detaljnivå="VTKB"), link(detaljnivå="Vegtrasé", **NORTH), link(detaljnivå="KB", **EAST)]
    found = read(layer(tmp_path / "roads.gpkg", rows))
    assert found.network.nodes == 3
    assert next(n for n in found.notes if n.code == "roads.overview_left_out").holes == {"count": 1}


def test_what_is_no_road_is_left_out_and_told(tmp_path: Path):
    found = read(layer(tmp_path / "roads.gpkg", [link(), link("annet", **NORTH)]))
    assert found.network.nodes == 2
    assert next(n for n in found.notes if n.code == "roads.class_unknown").holes == {"count": 1, "values": ("annet",)}
    assert codes(refusal(layer(tmp_path / "none.gpkg", [link("annet")])))[0] == "roads.no_roads"


def test_a_street_is_cut_where_another_ends_on_it_but_not_where_one_passes_over(tmp_path: Path):
    # The main street runs 2 km east with a point at 1 km, where a side street ends; another crosses without a point.
    main = link(geometry=line((0, 0), (1_000, 0), (2_000, 0)))
    side, over = link(geometry=line((1_000, 0), (1_000, 500))), link(geometry=line((1_500, -500), (1_500, 500)))
    found = read(layer(tmp_path / "roads.gpkg", [main, side, over]))
    assert found.network.shapes.count == 4
    assert found.network.nodes == 6
    assert next(n for n in found.notes if n.code == "roads.cut_at_ends").holes == {"count": 1}
    assert sorted(found.network.metres.tolist()) == [500, 500, *([1_000] * 6)]


def test_a_street_that_others_end_on_twice_is_three(tmp_path: Path):
    main = link(geometry=line((0, 0), (500, 0), (1_000, 0), (1_500, 0), (2_000, 0)))
    sides = [link(geometry=line((x, 0), (x, 300))) for x in (500, 1_500)]
    found = read(layer(tmp_path / "roads.gpkg", [main, *sides]))
    assert found.network.shapes.count == 5
    assert sorted(found.network.metres.tolist()) == [300] * 4 + [500] * 4 + [1_000] * 2


def test_tunnels_and_bridges(tmp_path: Path):
    network = read(layer(tmp_path / "roads.gpkg", [link(medium="U"), link(medium="L", **NORTH), link(**EAST)])).network
    assert (network.tunnel.sum(), network.bridge.sum()) == (2, 2)


@pytest.mark.parametrize(
    ("kind", "category", "motorway", "expected"),
    [
        ("enkel bilveg", "e", "", "trunk"),
        ("kanalisertveg", "f", "", "secondary"),
        ("enkelbilveg", "", "", "unclassified"),
        ("rampe", "e", "motorveg", "motorway_link"),
        ("kanalisertveg", "e", "ikke motorveg", "trunk"),
        ("gang- og sykkelveg", "k", "", "cycleway"),
        ("annet", "", "", None),
    ],
)
def test_types_are_classes(kind: str, category: str, motorway: str, expected: str | None):
    assert class_of(kind, category, motorway) == expected
    assert expected is None or expected in ROAD_CLASSES
