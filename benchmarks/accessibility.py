"""How fast are travel times found, against other programs? `python -m benchmarks.accessibility`

By car from 200 nodes to all nodes of a real network (east Oslo from OpenStreetMap when it is at hand, else a generated
one), and how time and memory grow with generated networks. Every program has a process of its own and gets the same
arrays of edges; reading is not in the times, building the program's graph is. Seconds are processor seconds, since the
machine may have more to do; the wall clock stands beside. Programs that are not installed are listed as such; `--peers`
names a Python that has them. Times depend on the machine: nothing here is a test.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.accessibility_graph import Arrays, generated, real
from benchmarks.accessibility_peers import PEERS

ROOT = Path(__file__).parents[1]
NEAR_BY = ROOT.parent / "shared" / "geo" / "oslo-east-filtered.osm.pbf"
OURS = {"metres": "ours: seconds and metres", "times": "ours: seconds", "core": "bare scipy, contracted graph only"}
OFF_S = 0.1
"""Answers differ by less than this: ours are rounded to milliseconds an edge, others are not."""


def run(python: str, script: str, name: str, graph: Path) -> dict[str, Any]:
    """One measurement in a process of its own."""
    command = [
        python,
        *((str(ROOT / "benchmarks" / script),) if script.endswith(".py") else ("-m", script)),
        name,
        str(graph),
    ]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    lines = done.stdout.strip().splitlines()
    if done.returncode or not lines:
        last = (done.stderr.strip().splitlines() or ["no answer"])[-1]
        return {"missing": last[:100]}
    return dict(json.loads(lines[-1]))


def compare(graph: Arrays, origins: int, python: str, folder: Path, console: Console) -> None:
    """The table of all programs on one graph."""
    path = folder / "graph.npz"
    graph.save(path, origins)
    found = {label: run(sys.executable, "benchmarks.accessibility_ours", name, path) for name, label in OURS.items()}
    for name in PEERS:
        console.print(f"{name} …")
        label = "bare scipy, all nodes" if name == "scipy" else name
        found[label] = run(sys.executable if name == "scipy" else python, "accessibility_peers.py", name, path)
    mine = found[OURS["metres"]]
    title = f"{origins} origins, {len(graph.x):,} nodes, {len(graph.start):,} edges"
    table = Table("program", "to nodes", "CPU s", "wall s", "times ours", "MB at most", "same answer", title=title)
    for label, row in found.items():
        if "missing" in row:
            table.add_row(label, "-", "-", "-", "-", row["missing"])
            continue
        ratio = row["seconds"] / mine["seconds"]
        taken = f"{row['seconds']:.2f}", f"{row['wall']:.2f}", f"{ratio:.1f}"
        table.add_row(label, f"{row['goals']:,}", *taken, f"{row['mb']:.0f}", same(row["first"], mine["first"]))
    console.print(table)


def same(theirs: dict[str, float], mine: dict[str, float]) -> str:
    """Whether two first rows agree on the nodes both tell of."""
    both = theirs.keys() & mine.keys()
    if not both:
        return "-"
    off = max(abs(theirs[node] - mine[node]) for node in both)
    return f"{'yes' if off < OFF_S else 'NO'}, {len(both)} compared, {off:.3f} s"


def grow(sizes: list[int], origins: int, folder: Path, console: Console) -> None:
    """The table of ours on larger and larger networks."""
    title = f"generated towns, {origins} origins, seconds and metres, streamed in blocks of float32"
    table = Table(
        "nodes", "points along a street", "edges", "CPU s", "wall s", "ms an origin", "MB at most", title=title
    )
    for per_street in (3, 0):
        for size in sizes:
            graph = generated(size, per_street)
            path = folder / "town.npz"
            graph.save(path, origins)
            nodes, edges = len(graph.x), len(graph.start)
            del graph
            row = run(sys.executable, "benchmarks.accessibility_ours", "metres", path)
            taken = f"{row['seconds']:.1f}", f"{row['wall']:.1f}", f"{1000 * row['seconds'] / origins:.1f}"
            table.add_row(f"{nodes:,}", str(per_street), f"{edges:,}", *taken, f"{row['mb']:.0f}")
            console.print(f"{nodes:,} nodes …")
    console.print(table)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--roads", type=Path, default=NEAR_BY, help="a file of roads")
    parser.add_argument("--epsg", type=int, default=32632, help="the coordinate system to measure it in")
    parser.add_argument("--origins", type=int, default=200)
    parser.add_argument("--peers", default=sys.executable, help="a Python that has the other programs")
    parser.add_argument("--sizes", type=int, nargs="*", default=[10_000, 100_000, 1_000_000])
    given = parser.parse_args()
    console = Console(width=140)
    graph = real(given.roads, given.epsg) if given.roads.exists() else generated(36_000, 3)
    with tempfile.TemporaryDirectory() as folder:
        compare(graph, given.origins, given.peers, Path(folder), console)
        grow(given.sizes, given.origins, Path(folder), console)


if __name__ == "__main__":
    main()
