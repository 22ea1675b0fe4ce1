"""A real file: east Oslo from OpenStreetMap, held against an edge list another program made of it."""

from pathlib import Path

import numpy as np
import pandas
import pytest
import shapely
from pyproj import Transformer
from scipy.spatial import KDTree

from localisation.domain.travel import Mode
from localisation.geography.network.access import Access
from localisation.geography.network.components import components
from localisation.geography.network.contract import contract
from localisation.geography.network.graph import graph_of
from localisation.geography.network.many_to_many import many_to_many
from localisation.geography.network.network import Network
from localisation.geography.network.seeds import Seeds
from localisation.geography.network.times import mode_times
from localisation.reading.roads.read_roads import RoadsRead, read_roads
from tests.reading.roads.made import UTM32, codes

GEO = Path(__file__).parents[4] / "shared" / "geo"
ROADS, EDGES = GEO / "oslo-east-filtered.osm.pbf", GEO / "oslo_ost_vegnett_osm_bil.parquet"

pytestmark = pytest.mark.skipif(not (ROADS.exists() and EDGES.exists()), reason="no ../shared/geo with east Oslo")


@pytest.fixture(scope="module")
def found() -> RoadsRead:
    return read_roads(ROADS, UTM32)


def test_counts(found: RoadsRead):
    assert found.kind == "osm"
    assert codes(found.notes) == ["roads.assumed_speed", "roads.islands"]
    assert found.network.shapes.count == 30_674
    assert found.network.nodes == 22_240
    assert found.network.ferry.sum() == 0
    parts = components(found.network, Mode.CAR)
    assert parts.road_m[parts.largest] / parts.road_m.sum() > 0.97


def test_every_edge_of_the_other_list_is_driven_as_fast_here(found: RoadsRead):
    """Between the ends of its edges with a stated limit the fastest way takes as long as the edge, or less."""
    table = pandas.read_parquet(EDGES)
    lines = shapely.from_wkb(table["geometry"])
    to_utm32 = Transformer.from_crs(25833, UTM32, always_xy=True)
    nodes = KDTree(np.column_stack([found.network.x_m, found.network.y_m]))
    first, at_first = _ends(lines, 0, to_utm32, nodes)
    last, at_last = _ends(lines, -1, to_utm32, nodes)
    stated = (table["fartsgrense_kilde"] == "osm_maxspeed").to_numpy() & at_first & at_last
    against = (table["retning"] == "TF").to_numpy()
    start, end = np.where(against, last, first)[stated], np.where(against, first, last)[stated]
    theirs = table["minutter"].to_numpy()[stated] * 60
    assert len(theirs) > 2_000
    ours = _seconds(found.network, start, end)
    assert (ours <= theirs * 1.01 + 0.1).all()
    assert (np.abs(ours - theirs) <= theirs * 0.01 + 0.1).mean() > 0.99


def _ends(lines: np.ndarray, which: int, to: Transformer, nodes: KDTree) -> tuple[np.ndarray, np.ndarray]:
    """The nearest node to the first or last point of every line, and whether it is there: within a metre."""
    xy = shapely.get_coordinates(shapely.get_point(lines, which))
    away, node = nodes.query(np.column_stack(to.transform(xy[:, 0], xy[:, 1])))
    return node, away < 1


def _seconds(network: Network, start: np.ndarray, end: np.ndarray) -> np.ndarray:
    origins, number = np.unique(start, return_inverse=True)
    seconds = np.empty(len(start))
    for block in many_to_many(contract(graph_of(network, Mode.CAR)), Seeds.at(origins), Mode.CAR, metres=False):
        mine = (number >= block.first) & (number < block.first + len(block.seconds))
        seconds[mine] = block.seconds[number[mine] - block.first, end[mine]]
    return seconds


def test_points_drawn_at_random_reach_each_other_by_all_modes(found: RoadsRead):
    """On foot the way back takes as long; nobody is faster than straight on at the mode's speed; cars are faster."""
    random = np.random.default_rng(7)
    drawn = random.choice(found.network.nodes, 40, replace=False)
    points = {str(n): (float(found.network.x_m[n]), float(found.network.y_m[n])) for n in drawn}
    access = Access(speed_kmh=5, least_component_m=10_000)  # two parts at the edge of the map are 8 km each
    times = {
        mode: mode_times(found.network, points, points, mode, access) for mode in (Mode.CAR, Mode.BICYCLE, Mode.WALK)
    }
    assert not any(t.unreachable() for t in times.values())
    walk = times[Mode.WALK].seconds
    assert np.allclose(walk, walk.T, atol=0.01)
    at = np.array(list(points.values()))
    straight = np.hypot(*(at[:, None] - at[None]).transpose(2, 0, 1))
    assert (times[Mode.WALK].metres >= straight - 1).all()
    assert (walk >= straight / (5 / 3.6) - 1).all()
    assert np.median(times[Mode.CAR].seconds) < np.median(times[Mode.BICYCLE].seconds) < np.median(walk)
