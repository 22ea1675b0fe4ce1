"""How much of a frontier of travel against money is found and proven in a given time.

`python -m benchmarks.solver_frontier CASE SECONDS [POINTS]`, where CASE is a scenario's file or `60x50` (units x
buildings of a made-up municipality). Without POINTS the whole frontier is asked for.
"""

import argparse
import os
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.placement_generated import generated
from localisation.domain.scenario import SolveLimits
from localisation.reading.scenario import read_scenario
from localisation.solving.frontier.axes import axes_of
from localisation.solving.frontier.frontier import Frontier
from localisation.solving.frontier.solve_frontier import solve_frontier


def found(case: str, *, seconds: float, points: int | None, workers: int) -> Frontier:
    """The frontier of a case."""
    names: tuple[str, ...] = ()
    if case.endswith(".toml"):
        instance = read_scenario(Path(case))
    else:
        units, buildings = (int(n) for n in case.split("x"))
        instance, names = generated(units, buildings), ("citizens_travel_time", "present_value")
    limits = SolveLimits(time_limit_s=max(1, int(seconds)), workers=workers)
    return solve_frontier(instance, axes_of(instance, names), points=points, seconds=seconds, limits=limits)


def main() -> None:
    """Ask for one frontier and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("case")
    parser.add_argument("seconds", type=float)
    parser.add_argument("points", type=int, nargs="?")
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    frontier = found(given.case, seconds=given.seconds, points=given.points, workers=given.workers)
    proven = sum(p.proven for p in frontier.points)
    table = Table("case", "points", "proven", "complete", "certified band %", "questions", "s", "CPU s", "load")
    table.add_row(
        given.case, str(len(frontier.points)), str(proven), "yes" if frontier.complete else "no",
        f"{100 * frontier.gap:.2f}", str(frontier.questions), f"{frontier.seconds:.0f}", f"{sum(os.times()[:4]):.0f}",
        f"{os.getloadavg()[0]:.1f}",
    )  # fmt: skip
    Console(width=140).print(table)


if __name__ == "__main__":
    main()
