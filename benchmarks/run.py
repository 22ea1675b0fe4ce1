"""How fast, and how well, are the shipped scenarios solved? `make bench`, or name scenarios.

Prints one row a scenario: status, points, gap and seconds of the engine, and the gap CP-SAT alone reaches on the same
model, first goal level, in the same time. Times depend on the machine: nothing here is a test.
"""

import argparse
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from localisation.domain.instance import Instance
from localisation.domain.scenario import SolveLimits
from localisation.reading.scenario import read_scenario
from localisation.solving.build import build
from localisation.solving.engines.cpsat import solve_cpsat
from localisation.solving.engines.expanded import expanded
from localisation.solving.no_proposal import NoProposal
from localisation.solving.solve import solve
from localisation.solving.stopped_empty import StoppedEmpty

HEADINGS = ("scenario", "status", "points", "gap %", "seconds", "CP-SAT alone: gap %", "seconds")


def row(instance: Instance, limits: SolveLimits) -> list[str]:
    """One scenario solved both ways."""
    began = time.monotonic()
    try:
        result = solve(instance, limits=limits)
    except (NoProposal, StoppedEmpty) as error:
        return [instance.scenario.id, type(error).__name__, "-", "-", f"{time.monotonic() - began:.1f}", "-", "-"]
    together = time.monotonic() - began
    gap = max((run.gap or 0 for run in result.runs), default=0)
    built = build(instance)
    built.placement.model.objective = built.objectives[0]
    began = time.monotonic()
    alone = solve_cpsat(expanded(built.placement.model), limits, seconds=float(limits.time_limit_s))
    return [
        instance.scenario.id,
        result.status.value,
        f"{result.assessment.points:.2f}",
        f"{100 * gap:.2f}",
        f"{together:.1f}",
        relative(alone.value, alone.bound),
        f"{time.monotonic() - began:.1f}",
    ]


def relative(value: int | None, bound: int | None) -> str:
    """The gap in per cent; a dash when there is no solution or no bound."""
    if value is None or bound is None:
        return "-"
    return f"{100 * max(0, value - bound) / max(1, abs(value)):.2f}"


def main() -> None:
    """Solve what is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenarios", nargs="+", type=Path)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    console = Console()
    found: list[list[str]] = []
    for path in given.scenarios:
        instance = read_scenario(path)
        limits = instance.scenario.solve.model_copy(update={"time_limit_s": given.seconds, "workers": given.workers})
        console.print(f"{path} …")
        found.append(row(instance, limits))
    table = Table(*HEADINGS, title=f"{given.seconds} s, {given.workers} workers")
    for cells in found:
        table.add_row(*cells)
    console.print(table)


if __name__ == "__main__":
    main()
