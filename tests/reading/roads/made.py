"""Small files of road data, as the publishers' would look, made by the tests."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import geopandas
import osmium
import shapely

from localisation.domain.errors import InvalidData, Problem
from localisation.domain.travel import Mode
from localisation.geography.network.network import Network
from localisation.reading.roads.read_roads import RoadsRead, read_roads
from localisation.reading.told import told

UTM32 = 32632
INF = float("inf")
CROSS = (600_000.0, 6_640_000.0)
"""A crossing in the middle of zone 32, from which the roads of the tests start."""


def xy(east: float, north: float) -> tuple[float, float]:
    """A point so many metres east and north of the crossing."""
    return CROSS[0] + east, CROSS[1] + north


def line(*points: tuple[float, float]) -> shapely.LineString:
    return shapely.LineString([xy(*p) for p in points])


def layer(path: Path, rows: Sequence[Mapping[str, Any]], name: str = "links", crs: int | None = UTM32) -> Path:
    """A layer of a GeoPackage, one row a mapping with its geometry."""
    geopandas.GeoDataFrame(list(rows), geometry="geometry", crs=crs).to_file(path, layer=name, driver="GPKG")
    return path


def pbf(
    path: Path, nodes: Mapping[int, tuple[float, float]], ways: Sequence[tuple[Sequence[int], Mapping[str, str]]]
) -> Path:
    """An OpenStreetMap file: nodes by id with longitude and latitude, ways as nodes and tags."""
    with osmium.SimpleWriter(str(path), overwrite=True) as writer:
        for number, place in sorted(nodes.items()):
            writer.add_node(osmium.osm.mutable.Node(id=number, location=place, version=1))
        for number, (refs, tags) in enumerate(ways, 1):
            writer.add_way(osmium.osm.mutable.Way(id=number, nodes=list(refs), tags=dict(tags), version=1))
    return path


def edges(network: Network, mode: Mode) -> list[tuple[int, int, float]]:
    """The edges a mode may use, by node, with whole seconds."""
    seconds = network.seconds(mode)
    found = zip(network.start.tolist(), network.end.tolist(), seconds.tolist(), strict=True)
    return sorted((a, b, float(round(s))) for a, b, s in found if s != INF)


def read(path: Path, **how: Any) -> RoadsRead:
    return read_roads(path, UTM32, **how)


def codes(found: Sequence[Problem]) -> list[str]:
    return [problem.code for problem in found]


def refusal(path: Path, **how: Any) -> list[Problem]:
    """Why the file is refused; every problem renders in both languages."""
    try:
        read(path, **how)
    except InvalidData as error:
        for problem in error.problems:
            assert told(problem, "nb").what
            assert told(problem, "en").remedy
        return list(error.problems)
    raise AssertionError("the file was not refused")
