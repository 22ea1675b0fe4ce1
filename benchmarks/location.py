"""Where to open sites: ours beside spopt. `make bench-location`, or `python -m benchmarks.location --quick`.

Three tables on OR-Library's p-median networks: p-median, the fewest sites with everyone in reach, and the most people
in reach of so many sites. Ours is timed from the scenario model to a checked proposal; spopt, with CBC (its default)
and HiGHS through PuLP, from the same cost matrix to its answer, if --peer names a Python that has it. Reading the file
is aside for both. CPU seconds stand beside wall seconds, as the machine may be busy; nothing here is a test.
"""

import argparse
import gc
import json
import os
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from math import exp, log
from pathlib import Path
from statistics import mean

import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks.location_cases import LocationCase, covering, maximal_covering, p_median, read_pmed
from localisation.domain.instance import Instance
from localisation.domain.vocabulary import Status
from localisation.solving.build import build
from localisation.solving.engines.board import Board
from localisation.solving.engines.location.search import search_location
from localisation.solving.verify import assess

PEER = Path(__file__).with_name("location_spopt.py")
KINDS: dict[str, Callable[[LocationCase], Instance]] = {
    "p-median": p_median,
    "covering": covering,
    "maximal covering": maximal_covering,
}
QUICK = {"p-median": (1, 5, 7, 11), "covering": (17, 21, 25, 39), "maximal covering": (17, 21, 25, 33)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One solve: its value and bound in the problem's own unit (None: none), and what it took."""

    value: int | None
    bound: int | None
    proven: bool
    wall_s: float
    cpu_s: float


def ours(kind: str, case: LocationCase, seconds: float) -> Run:
    """From the scenario model to a proposal that the independent check has passed."""
    instance = KINDS[kind](case)
    gc.collect()  # What the cases before left behind is none of this one's time.
    began, used = time.monotonic(), _cpu()
    built = build(instance)
    model = built.placement.model
    model.objective = built.objectives[0]
    board = Board(model)
    search_location(model, board, seconds=seconds, seed=1, stop=None)
    outcome = board.outcome()[1]
    value = None
    if outcome.values is not None:
        assessment = assess(instance, built.placement.proposal(outcome.values))
        assert assessment.valid, "the independent check finds a broken must"
        value = assessment.results[-1].amount
    wall, cpu = time.monotonic() - began, _cpu() - used
    amount = built.placement.amounts[instance.criteria[-1].id]
    rate = next(model.objective.terms[v] // f for v, f in amount.terms.items())
    bound = None
    if outcome.bound is not None:
        bound = amount.constant - (model.objective.constant - outcome.bound) // rate
    if value is not None and kind != "p-median":
        value, bound = _as_spopt(kind, case, value), None if bound is None else _as_spopt(kind, case, bound)
    return Run(value=value, bound=bound, proven=outcome.status is Status.OPTIMAL, wall_s=wall, cpu_s=cpu)


def _as_spopt(kind: str, case: LocationCase, amount: int) -> int:
    """Sites beyond the first as sites, people beyond reach as people within."""
    return amount + 1 if kind == "covering" else int(case.people.sum()) - amount


def spopt(peer: str, kind: str, solver: str, case: LocationCase, seconds: float) -> Run:
    """What spopt finds on the same matrix; nothing when it is ended at twice the limit."""
    weights = np.ones(len(case.people)) if kind == "p-median" else case.people
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.npz"
        np.savez(path, costs=case.lengths, weights=weights, radius=case.radius, sites=case.sites)
        command = [peer, "-P", str(PEER), kind, solver, str(seconds), str(path)]
        try:
            said = subprocess.run(command, check=True, capture_output=True, text=True, timeout=2 * seconds + 60)
            found = json.loads(said.stdout.splitlines()[-1])
        except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
            return Run(value=None, bound=None, proven=False, wall_s=seconds, cpu_s=seconds)
    value = None if found["value"] is None else round(found["value"])
    return Run(value=value, bound=None, proven=found["proven"], wall_s=found["wall_s"], cpu_s=found["cpu_s"])


def _cpu() -> float:
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def table(
    kind: str, cases: list[LocationCase], known: dict[str, int], peer: str | None, seconds: float, console: Console
) -> None:
    """One kind: every case ours and theirs by turns, so that a busy machine is so for all."""
    shown = Table(
        "", "nodes", "sites", "known", "ours", "bound", "proven", "s", "CPU s", "CBC", "s", "CPU s", "HiGHS", "s",
        "CPU s", title=f"{kind}, {seconds:.0f} s",
    )  # fmt: skip
    ratios: dict[str, list[tuple[float, float]]] = {"CBC": [], "HiGHS": []}
    at_least: dict[str, list[tuple[float, float]]] = {"CBC": [], "HiGHS": []}
    mine = []
    for case in cases:
        run = ours(kind, case, seconds)
        mine.append(run)
        best = known.get(case.name) if kind == "p-median" else None
        cells = [case.name, str(len(case.lengths)), str(case.sites), _shown(best), _shown(run.value), _shown(run.bound)]
        cells += ["yes" if run.proven else "", f"{run.wall_s:.2f}", f"{run.cpu_s:.2f}"]
        for solver, found in ratios.items():
            if not peer:
                cells += ["-"] * 3
                continue
            other = spopt(peer, kind, solver, case, seconds)
            cells += [_shown(other.value) if other.proven else "(limit)", f"{other.wall_s:.1f}", f"{other.cpu_s:.1f}"]
            if other.proven:
                assert not run.proven or other.value == run.value, f"{case.name}: {solver} {other.value}, {run.value}"
                found.append((other.wall_s / run.wall_s, other.cpu_s / run.cpu_s))
            elif run.proven:
                at_least[solver].append((other.wall_s / run.wall_s, other.cpu_s / run.cpu_s))
        shown.add_row(*cells)
        console.print(f"{kind} {case.name} …")
    console.print(shown)
    console.print(f"proven {sum(r.proven for r in mine)} of {len(mine)}, mean {mean(r.wall_s for r in mine):.2f} s")
    for solver, pairs in ratios.items():
        if pairs:
            console.print(f"spopt with {solver} finishes {len(pairs)}: ours is {_faster(pairs)} (geometric means)")
        if more := at_least[solver]:
            console.print(
                f"  with {len(more)} that it does not finish, at the time it had: at least {_faster(pairs + more)}"
            )


def _faster(pairs: list[tuple[float, float]]) -> str:
    wall, cpu = (exp(mean(log(pair[i]) for pair in pairs)) for i in (0, 1))
    return f"{wall:.1f} times faster, {cpu:.1f} times by CPU"


def _shown(value: int | None) -> str:
    return "-" if value is None else str(value)


def main() -> None:
    """Solve what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pmed", type=Path, default=Path("../shared/bench/pmed"))
    parser.add_argument("--quick", action="store_true", help="four files of each kind")
    parser.add_argument("--only", choices=tuple(KINDS), action="append")
    parser.add_argument("--files", type=int, nargs="+", help="numbers of pmed files")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--peer", help="a Python that has spopt, pulp and highspy")
    given = parser.parse_args()
    console = Console(width=150)
    if not given.pmed.is_dir():
        console.print(f"no OR-Library files in {given.pmed}: nothing to solve")
        return
    lines = (given.pmed / "best.csv").read_text().split()[1:]
    known = {name: int(value) for name, value in (line.split(",") for line in lines)}
    for kind in given.only or KINDS:
        names = known if kind == "p-median" else [name for name in known if int(name[4:]) > 15]
        numbers = given.files or (QUICK[kind] if given.quick else None)
        chosen = [f"pmed{n}" for n in numbers] if numbers else list(names)
        table(kind, [read_pmed(given.pmed / f"{n}.txt") for n in chosen], known, given.peer, given.seconds, console)


if __name__ == "__main__":
    main()
