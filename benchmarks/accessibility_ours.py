"""Our own search on the graph of the accessibility benchmark: a line of JSON, as the other programs print it."""

import json
import sys
from functools import partial

import numpy as np
from scipy.sparse.csgraph import dijkstra

from benchmarks.accessibility_peers import Answer, Graph, measured
from localisation.domain.travel import Mode
from localisation.geography.network.contract import Contracted, contract
from localisation.geography.network.cost import cost_of
from localisation.geography.network.graph import Graph as Roads
from localisation.geography.network.many_to_many import many_to_many
from localisation.geography.network.seeds import Seeds


def ours(graph: Graph, metres: bool) -> Answer:
    """From the arrays of edges to seconds (and metres) for all pairs, a block at a time."""
    cost = cost_of(graph["seconds"], graph["metres"], Mode.CAR)
    roads = contract(Roads.of(len(graph["x"]), graph["start"], graph["end"], cost))
    first = None
    for block in many_to_many(roads, Seeds.at(graph["origins"]), Mode.CAR, metres=metres):
        first = block.seconds[0].copy() if first is None else first
    assert first is not None
    return first, np.arange(len(graph["x"]))


def core_only(graph: Graph, roads: Contracted) -> Answer:
    """Bare scipy on the core that contraction leaves, from as many origins: what the search itself costs."""
    origins = np.linspace(0, roads.core.count - 1, len(graph["origins"])).astype(int)
    found = dijkstra(roads.core.matrix(), indices=origins)
    return found[0], np.arange(roads.core.count)


def main() -> None:
    """Run what is named (times, metres or core) on the graph that is named."""
    name, path = sys.argv[1:3]
    with np.load(path) as file:
        graph = dict(file)
    if name != "core":
        print(json.dumps(measured(partial(ours, metres=name == "metres"), graph, told=100_000)))
        return
    cost = cost_of(graph["seconds"], graph["metres"], Mode.CAR)
    roads = contract(Roads.of(len(graph["x"]), graph["start"], graph["end"], cost))
    found = measured(partial(core_only, roads=roads), graph)
    print(json.dumps(found | {"first": {}}))


if __name__ == "__main__":
    main()
