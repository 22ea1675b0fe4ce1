"""PyJobShop on CP-SAT, on the same PSPLIB files: for comparison, run with a Python that has it.

    python -P benchmarks/peer_pyjobshop.py SECONDS WORKERS FILE...

Prints one line of JSON for each file: its name, makespan, bound and seconds.
"""

import json
import re
import sys
import time
from pathlib import Path
from typing import Any


def read(path: Path) -> tuple[list[int], list[tuple[int, list[int]]], list[tuple[int, int]]]:
    """Sizes of the resources, (duration, demands) of every job, and pairs of predecessor and successor."""
    lines = [[int(n) for n in re.findall(r"\d+", line)] for line in path.read_text().splitlines()]
    text = path.read_text().splitlines()
    at = {
        title: next(i for i, line in enumerate(text) if line.startswith(title))
        for title in ("PREC", "REQ", "RESOURCEA")
    }
    jobs = at["REQ"] - at["PREC"] - 3
    pairs = [(row[0] - 1, s - 1) for row in lines[at["PREC"] + 2 : at["PREC"] + 2 + jobs] for s in row[3:]]
    work = [(row[2], row[3:]) for row in lines[at["REQ"] + 3 : at["REQ"] + 3 + jobs]]
    return lines[at["RESOURCEA"] + 2], work, pairs


def solve(path: Path, seconds: float, workers: int) -> dict[str, Any]:
    """One file."""
    from pyjobshop import Model  # noqa: PLC0415

    sizes, work, pairs = read(path)
    model = Model()
    resources = [model.add_renewable(capacity=size) for size in sizes]
    tasks = [model.add_task() for _ in work]
    for task, (days, hands) in zip(tasks, work, strict=True):
        model.add_mode(task, resources=resources, duration=days, demands=hands)
    for a, b in pairs:
        model.add_end_before_start(tasks[a], tasks[b])
    began = time.monotonic()
    found = model.solve(solver="ortools", time_limit=seconds, num_workers=workers, display=False)
    return {
        "name": path.stem,
        "makespan": None if found.best is None else int(found.objective),
        "bound": int(found.lower_bound),
        "seconds": time.monotonic() - began,
    }


if __name__ == "__main__":
    for name in sys.argv[3:]:
        print(json.dumps(solve(Path(name), float(sys.argv[1]), int(sys.argv[2]))), flush=True)
