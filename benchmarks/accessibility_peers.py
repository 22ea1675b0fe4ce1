"""Other programs on the graph of the accessibility benchmark: one a process, a line of JSON each.

Uses nothing of ours, so that it runs in an environment where only the other programs are.
"""

# Each program is imported only where it is measured.
# ruff: noqa: PLC0415

import json
import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

ENOUGH_S = 15.0
PANDANA_GOALS, SGIS_GOALS = 2_000, 1_000
"""These two answer pairs, not whole rows; to so many nodes, or they would take many minutes and gigabytes."""

Graph = dict[str, Any]
Answer = tuple[np.ndarray, np.ndarray]
"""Seconds from the first origin, and the nodes they lead to."""


def networkx(graph: Graph) -> Answer:
    """A DiGraph and one Dijkstra an origin."""
    import networkx as nx

    roads = nx.DiGraph()
    roads.add_weighted_edges_from(zip(*(graph[k].tolist() for k in ("start", "end", "seconds")), strict=True))
    rows = [nx.single_source_dijkstra_path_length(roads, origin) for origin in graph["origins"].tolist()]
    found = np.fromiter(rows[0].values(), float)
    return found, np.fromiter(rows[0].keys(), int)


def igraph(graph: Graph) -> Answer:
    """A directed graph and its distances."""
    import igraph as ig

    roads = ig.Graph(n=len(graph["x"]), edges=np.column_stack([graph["start"], graph["end"]]), directed=True)
    rows = roads.distances(source=graph["origins"].tolist(), weights=graph["seconds"].tolist(), mode="out")
    return np.array(rows[0]), np.arange(len(graph["x"]))


def pandana(graph: Graph) -> Answer:
    """A contraction hierarchy and its pairs."""
    import pandana as pdna
    import pandas as pd

    x, y, weights = pd.Series(graph["x"]), pd.Series(graph["y"]), pd.DataFrame({"seconds": graph["seconds"]})
    roads = pdna.Network(x, y, pd.Series(graph["start"]), pd.Series(graph["end"]), weights, twoway=False)
    goals = _goals(graph, PANDANA_GOALS)
    starts = np.repeat(graph["origins"], len(goals))
    found = roads.shortest_path_lengths(starts, np.tile(goals, len(graph["origins"])), imp_name="seconds")
    return np.array(found[: len(goals)]), goals


def sgis(graph: Graph) -> Answer:
    """Lines with minutes and an origin-destination matrix."""
    import geopandas as gpd
    import sgis as sg
    import shapely

    at = np.column_stack([graph["x"], graph["y"]])
    lines = shapely.linestrings(np.stack([at[graph["start"]], at[graph["end"]]], axis=1))
    roads = gpd.GeoDataFrame({"minutes": graph["seconds"] / 60}, geometry=lines, crs=32632)
    rules = sg.NetworkAnalysisRules(directed=True, weight="minutes", split_lines=False, search_tolerance=1)
    goals = _goals(graph, SGIS_GOALS)
    points = [gpd.GeoDataFrame(geometry=shapely.points(at[n]), crs=32632) for n in (graph["origins"], goals)]
    found = sg.NetworkAnalysis(roads, rules, log=False).od_cost_matrix(*points)
    first = found[found["origin"] == found["origin"].iloc[0]]
    minutes = first.set_index("destination")["minutes"].reindex(range(len(goals)))
    return minutes.to_numpy() * 60, goals


def scipy(graph: Graph) -> Answer:
    """Bare scipy on all nodes."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import dijkstra

    size = len(graph["x"])
    matrix = csr_array((graph["seconds"], (graph["start"], graph["end"])), shape=(size, size))
    return dijkstra(matrix, indices=graph["origins"])[0], np.arange(size)


PEERS: dict[str, Callable[[Graph], Answer]] = {
    "scipy": scipy,
    "igraph": igraph,
    "networkx": networkx,
    "pandana": pandana,
    "sgis": sgis,
}


def _goals(graph: Graph, count: int) -> np.ndarray:
    return np.linspace(0, len(graph["x"]) - 1, count).astype(int)


def measured(work: Callable[[Graph], Answer], graph: Graph, told: int = 500) -> dict[str, Any]:
    """Processor and wall seconds (the median of up to three runs), memory at its height, and some of the first row."""
    taken: list[tuple[float, float]] = []
    while len(taken) < 3 and sum(wall for _, wall in taken) < ENOUGH_S:
        began = time.process_time(), time.perf_counter()
        found, goals = work(graph)
        taken.append((time.process_time() - began[0], time.perf_counter() - began[1]))
    some = np.linspace(0, len(goals) - 1, min(told, len(goals))).astype(int)
    first = {int(goals[i]): float(found[i]) for i in some}
    seconds, wall = (statistics.median(column) for column in zip(*taken, strict=True))
    return {"seconds": seconds, "wall": wall, "mb": peak_mb(), "goals": len(goals), "first": first}


def peak_mb() -> float:
    """The most memory this process has used, the program and its libraries included (Linux)."""
    status = Path("/proc/self/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024  # type: ignore[index]


def main() -> None:
    """Run what is named on the graph that is named; say why when it cannot be run."""
    name, path = sys.argv[1:3]
    with np.load(path) as file:
        graph = dict(file)
    try:
        print(json.dumps(measured(PEERS[name], graph)))
    except ModuleNotFoundError as error:
        print(json.dumps({"missing": str(error)}))


if __name__ == "__main__":
    main()
