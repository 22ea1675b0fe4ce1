"""How good are the engines together, and each alone? `make bench-solver`, or `python -m benchmarks.solver --quick`.

Sections: made-up municipalities (`placement`), single-source capacitated facility location (`holmberg`), generalised
assignment (`gap`), office space allocation (`osap`), musts that collide (`collision`) and the shipped scenarios
(`scenarios`). The portfolio, CP-SAT, HiGHS and SCIP get the same neutral model, seconds and workers, one after the
other, each in a process of its own; HiGHS and SCIP search with one thread whatever the workers. Times depend on the
machine and its load: nothing here is a test.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import geometric_mean, median

from rich.console import Console

from benchmarks.solver_collision import CASES, COLLISION_HEADINGS, collision_row
from benchmarks.solver_run import Run, RunFailed, run_apart
from benchmarks.solver_table import Tables, number
from localisation.domain.scenario import SolveLimits

SECTIONS = ("placement", "holmberg", "gap", "osap", "collision", "scenarios")
ENGINES = ("ours", "cp-sat", "highs", "scip")
FOLDERS = {"holmberg": "sscflp/holmberg_p*", "gap": "gap/[a-e]*[0-9]", "osap": "osap/SVe150/s*.txt"}
CHECKPOINTS = (10, 30, 60, 180, 600)
SAME = 1e-6
"""Relative difference that rounding may make."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the command line asks for."""

    seconds: int
    workers: int
    engines: tuple[str, ...]


def runs(specs: Sequence[str], asked: Asked, console: Console) -> list[Run]:
    """Every engine on every case, side by side."""
    found = []
    for spec in specs:
        for engine in asked.engines:
            try:
                run = run_apart(engine, spec, seconds=asked.seconds, workers=asked.workers)
            except RunFailed as error:
                console.print(f"{spec}, {engine}: {error}", style="red")
                continue
            console.print(
                f"{spec}, {engine}: {number(run.value(), 3)}, bound {number(run.bound(), 3)}, {run.seconds:.1f} s",
                highlight=False,
            )
            found.append(run)
    return found


def compared(title: str, found: list[Run], asked: Asked, tables: Tables, note: str = "", *, shorter: bool) -> None:
    """A row for each engine on each case, and where ours was behind; `shorter` shows the end and no checkpoints."""
    times = [t for t in CHECKPOINTS if t <= asked.seconds]
    shown = [float("inf")] if shorter else times
    headings = ["case", "engine", "stated, s", "first plan, s"]
    headings += ["value / bound"] if shorter else [f"{t} s: value / bound" for t in times]
    headings += ["gap %", "ended, s (CPU)", "MB", "load"]
    rows = [
        [
            r.name if r.known is None else f"{r.name} ({number(r.known, 0)})",
            r.engine, number(r.build_s), number(r.first_s),
            *(f"{number(r.value(t), 2)} / {number(r.bound(t), 2)}" for t in shown),
            "proven" if r.proven else number(r.gap(), 2), f"{number(r.seconds)} ({number(r.cpu_s)})",
            str(r.memory_mb), number(r.load),
        ]
        for r in found
    ]  # fmt: skip
    solved = [r for r in found if r.value() is not None]
    checked = f"{sum(r.checked for r in solved)} of {len(solved)} best solutions pass the independent check."
    tables.add(title, headings, rows, "\n".join(filter(None, [checked, note, *behind(found, times)])))


def behind(found: list[Run], times: Sequence[int]) -> list[str]:
    """Sentences on where ours had a worse value or bound than the best single engine."""
    sentences = []
    for ours in (r for r in found if r.engine == "ours"):
        others = [r for r in found if r.name == ours.name and r.engine != "ours"]
        for t in times:
            for what, sign in (("value", 1), ("bound", -1)):
                known = {r.engine: x for r in others if (x := getattr(r, what)(t)) is not None}
                if not known:
                    continue
                engine = min(known, key=lambda e: sign * known[e])
                mine = getattr(ours, what)(t)
                if mine is None or sign * (mine - known[engine]) > SAME * max(1.0, abs(mine)):
                    sentences.append(
                        f"- {ours.name} after {t} s: {what} {number(mine, 2)}, {engine} {number(known[engine], 2)}"
                    )
    return ["\nOurs behind the best single engine:\n", *sentences] if sentences else []


def ratio(found: list[Run], other: str) -> str:
    """How many times as long another engine takes to the proof as ours does, in seconds and in CPU seconds."""
    ours = {r.name: r for r in found if r.engine == "ours" and r.proven}
    pairs = [(r, ours[r.name]) for r in found if r.engine == other and r.name in ours]
    if not pairs:
        return ""
    wall = geometric_mean(a.seconds / b.seconds for a, b in pairs)
    cpu = geometric_mean(max(a.cpu_s, 0.01) / max(b.cpu_s, 0.01) for a, b in pairs)
    open_ = sum(not a.proven for a, _ in pairs)
    late = f" ({open_} of them not proven by {other}, counted with the time it had)" if open_ else ""
    return f"Geometric mean of {other} / ours over {len(pairs)} proven: {wall:.2f} in seconds, {cpu:.2f} in CPU{late}."


def collision(size: str, seed: int, asked: Asked, tables: Tables) -> None:
    """Musts that cannot hold together, in a made-up municipality."""
    limits = SolveLimits(time_limit_s=asked.seconds, workers=asked.workers)
    rows = [[*collision_row(case, size, seed, limits), number(os.getloadavg()[0])] for case in CASES]
    tables.add("Musts that collide: the first conflict and way out", [*COLLISION_HEADINGS, "load"], rows)


def scenarios(paths: Sequence[Path], asked: Asked, tables: Tables, console: Console) -> None:
    """The shipped scenarios through the whole engine, checked."""
    rows, times = [], []
    for path in paths:
        command = [sys.executable, "-m", "benchmarks.solver_asker", str(asked.seconds), str(asked.workers), str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        said = json.loads(done.stdout.splitlines()[-1])
        if said["status"] == "held":
            continue
        console.print(f"{path}: {said['status']}, {said['seconds']:.1f} s", highlight=False)
        times.append(said["seconds"] if said["status"] == "optimal" else float("inf"))
        rows.append([
            said["name"], said["status"], number(said["points"], 2),
            number(None if said["gap"] is None else 100 * said["gap"], 3), number(said["read_s"]),
            number(said["seconds"]), "yes" if said["checked"] else "no", str(said["buildings"]),
            number(said["stack_s"]), "yes" if said["stacked"] else "no", number(said["load"]),
        ])  # fmt: skip
    headings = ["scenario", "status", "points", "gap %", "read in s", "solved in s", "checked"]
    headings += ["buildings", "floors in s", "floors proven", "load"]
    middle = median(times) if times else None
    note = f"Median of the seconds to the proof: {'not proven' if middle == float('inf') else number(middle)}."
    tables.add(f"Shipped scenarios, {asked.seconds} s, {asked.workers} workers", headings, rows, note)


def main() -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=SECTIONS, action="append")
    parser.add_argument("--sizes", default="60x50,150x120", help="units x buildings; 300x300 and 1000x500 take long")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bench", type=Path, default=Path("../shared/bench"), help="public instances")
    parser.add_argument("--files", help="only the public instances with these names, with commas between")
    parser.add_argument("--every", type=int, default=1, help="only every so manieth public instance")
    parser.add_argument("--scenarios", type=Path, default=Path("scenarios/asker"))
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--engines", default=",".join(ENGINES))
    parser.add_argument("--quick", action="store_true", help="ten seconds each, a few instances, no scenarios")
    parser.add_argument("--markdown", type=Path, help="write the tables to this file too")
    given = parser.parse_args()
    console = Console(width=220 if given.markdown else None)
    tables = Tables(console)
    asked = Asked(
        seconds=10 if given.quick else given.seconds, workers=given.workers, engines=tuple(given.engines.split(","))
    )
    for section in given.only or (SECTIONS[:-1] if given.quick else SECTIONS):
        if section == "collision":
            collision(given.sizes.split(",")[0 if given.quick else -1], given.seed, asked, tables)
        elif section == "scenarios":
            scenarios(sorted(given.scenarios.glob("*.toml")), asked, tables, console)
        else:
            specs = _specs(section, given)
            if not specs:
                console.print(f"{section}: no instances in {given.bench}")
                continue
            found = runs(specs, asked, console)
            note = ratio(found, "highs") if section in ("holmberg", "gap") else ""
            title = f"{TITLES[section]}, {asked.seconds} s, {asked.workers} workers"
            compared(title, found, asked, tables, note, shorter=section != "placement")
        if given.markdown:
            given.markdown.write_text(tables.markdown, encoding="utf-8")
    console.print(f"Load average: {', '.join(f'{x:.1f}' for x in os.getloadavg())} on {os.cpu_count()} cores.")


TITLES = {
    "placement": "Made-up municipalities (points lost)",
    "holmberg": "Single-source capacitated facility location",
    "gap": "Generalised assignment",
    "osap": "Office space allocation",
}


def _specs(section: str, given: argparse.Namespace) -> list[str]:
    if section == "placement":
        sizes = given.sizes.split(",")[: 1 if given.quick else None]
        return [f"generated:{size}:{given.seed}" for size in sizes]
    files = sorted(given.bench.glob(FOLDERS[section]))
    if given.files:
        files = [f for f in files if f.stem in given.files.split(",")]
    files = files[:: -(-len(files) // 2)] if given.quick and files else files[:: given.every]
    return [f"{section}:{path}" for path in files]


if __name__ == "__main__":
    main()
