"""One shipped scenario from file to checked proposal: `python -m benchmarks.solver_asker SECONDS WORKERS SCENARIO`.

Prints one line of JSON: status, points, whether the independent check passes, seconds of reading and of solving; and
how long it takes to say which floor everyone sits on in every building, and whether that is proven best.
"""

import json
import os
import sys
import time
from pathlib import Path

from localisation.domain.vocabulary import Status
from localisation.reading.scenario import read_scenario
from localisation.solving.no_proposal import NoProposal
from localisation.solving.solve import solve
from localisation.solving.stacking.stack_proposal import stack_proposal
from localisation.solving.stopped_empty import StoppedEmpty
from localisation.solving.verify import assess

STACK_S = 20


def run(seconds: int, workers: int, path: Path) -> dict[str, object]:
    """What came of it."""
    began = time.monotonic()
    instance = read_scenario(path)
    read_s, load = time.monotonic() - began, os.getloadavg()[0]
    began = time.monotonic()
    limits = instance.scenario.solve.model_copy(update={"time_limit_s": seconds, "workers": workers})
    try:
        result = solve(instance, limits=limits)
    except (NoProposal, StoppedEmpty) as error:
        took = time.monotonic() - began
        return {
            "name": path.stem, "status": type(error).__name__, "points": None, "checked": False, "gap": None,
            "read_s": read_s, "seconds": took, "load": load, "buildings": 0, "stack_s": None, "stacked": False,
        }  # fmt: skip
    took = time.monotonic() - began
    began = time.monotonic()
    stack = stack_proposal(instance.inventory, result.proposal, seconds=STACK_S)
    stack_s = time.monotonic() - began
    return {
        "name": path.stem,
        "status": result.status.value,
        "points": result.assessment.points,
        "checked": assess(instance, result.proposal).valid,
        "gap": max((run.gap or 0 for run in result.runs), default=0) if result.status is not Status.HELD else None,
        "read_s": read_s,
        "seconds": took,
        "load": load,
        "buildings": len(stack.buildings),
        "stack_s": stack_s,
        "stacked": stack.proven,
    }


def main() -> None:
    """Solve the scenario that is named."""
    seconds, workers, path = sys.argv[1:]
    print(json.dumps(run(int(seconds), int(workers), Path(path))))


if __name__ == "__main__":
    main()
