"""NVDB Ruteplan nettverksdatasett: nodes, directions and minutes are those of the data."""

from pathlib import Path

import geopandas
import numpy as np
import pytest
import shapely

from localisation.domain.travel import Mode
from tests.reading.roads.made import codes, edges, layer, line, read, refusal

KM = line((0, 0), (1_000, 0))


def link(start: int, end: int, fw: float | None = 1.0, bw: float | None = 1.0, **more: object) -> dict[str, object]:
    """A kilometre in a minute both ways, 60 km/h."""
    row = {"fromnode": start, "tonode": end, "oneway": "B", "drivetime_fw": fw, "drivetime_bw": bw, "speedfw": "60",
           "isferry": "0", "istunnel": 0, "isbridge": 0, "geometry": KM}  # fmt: skip
    return row | more


def test_directions_and_minutes_are_those_of_the_data(tmp_path: Path):
    east = line((1_000, 0), (2_000, 0))
    far = line((2_000, 0), (3_000, 0))
    rows = [
        link(10, 20, 1.0, 1.5),
        link(20, 30, 2.0, 2.0, oneway="FT", geometry=east),
        link(30, 40, 2.0, 2.0, oneway="TF", geometry=far, istunnel=1),
        link(40, 10, 3.0, -1, geometry=line((3_000, 0), (0, 0))),
    ]
    found = read(layer(tmp_path / "roads.gpkg", rows))
    assert found.kind == "ruteplan"
    assert edges(found.network, Mode.CAR) == [(0, 1, 60), (1, 0, 90), (1, 2, 120), (3, 0, 180), (3, 2, 120)]
    assert set(zip(found.network.link.tolist(), found.network.metres.tolist(), strict=True)) == {
        (0, 1_000), (1, 1_000), (2, 1_000), (3, 3_000)
    }  # fmt: skip
    assert found.network.tunnel.sum() == 2  # the link's way back is walked only, but it is a tunnel too
    assert codes(found.notes) == ["roads.cars_only"]


def test_walkers_go_both_ways_on_a_one_way_street_and_nobody_walks_on_a_motorway(tmp_path: Path):
    # 1,000 m at 5 km/h is 720 s, by bicycle at 16 km/h 225 s.
    rows = [link(1, 2, oneway="FT"), link(2, 3, speedfw="100", drivetime_fw=0.6, drivetime_bw=0.6)]
    network = read(layer(tmp_path / "roads.gpkg", rows)).network
    assert edges(network, Mode.WALK) == [(0, 1, 720), (1, 0, 720)]
    assert edges(network, Mode.BICYCLE) == [(0, 1, 225)]
    assert len(edges(network, Mode.CAR)) == 3


@pytest.mark.parametrize("minutes", [None, 0.0, -2.0])
def test_a_drive_time_that_cannot_be_is_worked_out_from_the_limit_and_told(tmp_path: Path, minutes: float | None):
    # 1,000 m at 60 km/h is 60 s.
    found = read(layer(tmp_path / "roads.gpkg", [link(1, 2, minutes, 2.0), link(2, 3)]))
    assert (0, 1, 60) in edges(found.network, Mode.CAR)
    told = next(n for n in found.notes if n.code == "roads.bad_minutes")
    assert told.holes == {"count": 1, "rows": ("1",)}
    assert (told.file, told.sheet) == ("roads.gpkg", "links")


def test_a_ferry_takes_its_time_and_is_waited_for_once(tmp_path: Path):
    # Two links of 10 minutes over the water, each to the island and on; the wait is 600 s where a road ends.
    rows = [
        link(1, 2, geometry=line((-1_000, 0), (0, 0))),
        link(2, 3, 10.0, 10.0, isferry="1", geometry=line((0, 0), (5_000, 0))),
        link(3, 4, 10.0, 10.0, isferry="1", geometry=line((5_000, 0), (10_000, 0))),
        link(4, 5, geometry=line((10_000, 0), (11_000, 0))),
    ]
    network = read(layer(tmp_path / "roads.gpkg", rows)).network
    crossing = [(1, 2, 1_200), (2, 1, 600), (2, 3, 600), (3, 2, 1_200)]
    assert [e for e in edges(network, Mode.CAR) if e[2] >= 600] == crossing
    assert [e for e in edges(network, Mode.WALK) if {e[0], e[1]} <= {1, 2, 3}] == crossing
    assert network.ferry.sum() == 4


def test_lines_in_parts_that_meet_are_joined_and_those_that_do_not_are_left_out_and_told(tmp_path: Path):
    meet = shapely.MultiLineString([line((0, 0), (400, 0)), line((400, 0), (1_000, 0))])
    apart = shapely.MultiLineString([line((0, 0), (400, 0)), line((500, 0), (1_000, 0))])
    rows = [link(1, 2, geometry=meet), link(3, 4, geometry=apart), link(5, 6, geometry=None)]
    found = read(layer(tmp_path / "roads.gpkg", rows))
    assert edges(found.network, Mode.CAR) == [(0, 1, 60), (1, 0, 60)]
    assert next(n for n in found.notes if n.code == "roads.no_line").holes == {"count": 2, "rows": ("2", "3")}


def test_lines_with_heights_are_read_flat(tmp_path: Path):
    high = shapely.LineString([(600_000, 6_640_000, 0), (601_000, 6_640_000, 500)])
    assert read(layer(tmp_path / "roads.gpkg", [link(1, 2, geometry=high)])).network.metres.tolist() == [1_000, 1_000]


def test_a_file_in_another_coordinate_system_is_moved(tmp_path: Path):
    table = geopandas.GeoDataFrame([link(1, 2)], geometry="geometry", crs=32632).to_crs(4326)
    table.to_file(tmp_path / "roads.gpkg", layer="links", driver="GPKG")
    network = read(tmp_path / "roads.gpkg").network
    assert network.x_m == pytest.approx([600_000, 601_000], abs=0.01)
    assert network.metres == pytest.approx([1_000, 1_000], abs=0.1)


@pytest.mark.filterwarnings("ignore:'crs' was not provided")
def test_without_a_coordinate_system_it_is_asked_for(tmp_path: Path):
    path = layer(tmp_path / "roads.gpkg", [link(1, 2)], crs=None)
    assert codes(refusal(path)) == ["roads.no_crs"]
    assert read(path, source_epsg=32632).network.nodes == 2


@pytest.mark.filterwarnings("ignore:Field .* will be written as a Float64")
def test_a_file_geodatabase_is_read_the_same(tmp_path: Path):
    rows = [link(1, 2, 1.0, 1.5)]
    geopandas.GeoDataFrame(rows, geometry="geometry", crs=32632).to_file(
        tmp_path / "roads.gdb", layer="links", driver="OpenFileGDB"
    )
    assert edges(read(tmp_path / "roads.gdb").network, Mode.CAR) == [(0, 1, 60), (1, 0, 90)]


def test_headings_in_capitals_are_recognised(tmp_path: Path):
    row = {(k if k == "geometry" else k.upper()): v for k, v in link(1, 2).items()}
    assert read(layer(tmp_path / "roads.gpkg", [row])).kind == "ruteplan"


def test_missing_columns_are_named(tmp_path: Path):
    row = {k: v for k, v in link(1, 2).items() if k != "drivetime_bw"}
    (problem,) = refusal(layer(tmp_path / "roads.gpkg", [row]))
    assert problem.code == "roads.missing_columns"
    assert problem.holes["columns"] == ("drivetime_bw",)


def test_minutes_that_are_seconds_are_refused(tmp_path: Path):
    (problem,) = refusal(layer(tmp_path / "roads.gpkg", [link(1, 2, 60.0, 60.0)]))
    assert problem.code == "roads.not_minutes"
    assert problem.holes["kmh"] == 1


def test_an_unknown_direction_is_read_as_two_way_and_told(tmp_path: Path):
    found = read(layer(tmp_path / "roads.gpkg", [link(1, 2, oneway="X")]))
    assert len(edges(found.network, Mode.CAR)) == 2
    assert "roads.oneway_strange" in codes(found.notes)


def test_links_without_nodes_are_left_out_and_told(tmp_path: Path):
    rows = [link(1, 2), link(2, 3)]
    rows[1]["tonode"] = None
    found = read(layer(tmp_path / "roads.gpkg", rows))
    assert found.network.nodes == 2
    assert "roads.no_node" in codes(found.notes)


def test_a_node_in_two_places_is_told(tmp_path: Path):
    found = read(layer(tmp_path / "roads.gpkg", [link(1, 2), link(1, 3)]))  # 2 and 3 in one place is fine
    assert "roads.node_apart" not in codes(found.notes)
    moved = link(1, 3, geometry=line((0, 400), (1_000, 400)))
    found = read(layer(tmp_path / "moved.gpkg", [link(1, 2), moved]))
    assert next(n for n in found.notes if n.code == "roads.node_apart").holes["metres"] == 400


def test_roads_cut_off_from_the_rest_are_told(tmp_path: Path):
    rows = [link(1, 2), link(3, 4, geometry=line((0, 500), (250, 500)), drivetime_fw=0.25, drivetime_bw=0.25)]
    note = next(n for n in read(layer(tmp_path / "roads.gpkg", rows)).notes if n.code == "roads.islands")
    assert note.holes == {"count": 1, "km": 0.2, "percent": 20.0}


def test_nothing_that_is_closed_to_all_is_an_edge(tmp_path: Path):
    found = read(layer(tmp_path / "roads.gpkg", [link(1, 2), link(2, 3, oneway="N")]))
    assert len(found.network.start) == 2
    assert np.isfinite(found.network.car_s).all()


def test_the_layout_as_it_is_published(tmp_path: Path):
    # Columns, kinds and order as in the published dataset: numbers as text, and lines of several parts with heights.
    about = {
        "linkid": "1", "fromnode": "0", "tonode": "1", "formofway": "1", "funcroadclass": "7", "routeid": "1008609",
        "from_measure": 0.0, "to_measure": 1.0, "roadnumber": "97911", "oneway": "B", "speedfw": "30", "speedbw": "30",
        "isferry": "0", "isbridge": "0", "istunnel": "0", "maxweight": None, "maxheight": None, "roadid": "{P97911}",
        "roadclass": "7", "attributes": None, "bruksklasse": None, "drivetime_fw": 2.0, "drivetime_bw": 2.0,
    }  # fmt: skip
    line = shapely.MultiLineString([[(600_000, 6_600_000, 175.4), (601_000, 6_600_000, 175.1)]])
    on = {"linkid": "2", "fromnode": "1", "tonode": "2", "oneway": "FT", "drivetime_fw": 1.5, "drivetime_bw": -1.0}
    beyond = shapely.MultiLineString([[(601_000, 6_600_000, 175.1), (602_000, 6_600_000, 175.0)]])
    rows = [{**about, "geometry": line}, {**about, **on, "geometry": beyond}]
    frame = geopandas.GeoDataFrame(rows, geometry="geometry", crs=25832)
    frame.to_file(tmp_path / "ruteplan.gpkg", layer="ruttger_link_geom", driver="GPKG")
    network = read(tmp_path / "ruteplan.gpkg").network
    assert edges(network, Mode.CAR) == [(0, 1, 120), (1, 0, 120), (1, 2, 90)]
    assert not network.ferry.any()
