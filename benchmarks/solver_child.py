"""One engine on one case, in a process of its own: `python -m benchmarks.solver_child ENGINE SECONDS WORKERS CASE`.

ENGINE is `ours` (the portfolio), `cp-sat`, `highs` or `scip`, each alone. The case (see `solver_case`) is read or made
and stated first; the clock of the engine starts with the neutral model. Prints one line of JSON (see `solver_run`).
"""

import json
import os
import resource
import sys
import time
from dataclasses import asdict

from benchmarks.solver_case import case_of
from benchmarks.solver_scip import solve_scip
from benchmarks.solver_track import Track
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Engine
from localisation.solving.engines.race import run_engines

ENGINES = {"ours": Engine.PORTFOLIO, "cp-sat": Engine.CP_SAT, "highs": Engine.MIP}


def run(engine: str, seconds: int, workers: int, spec: str) -> dict[str, object]:
    """What came of it, values in goal units, with the track of what was known when."""
    began = time.monotonic()
    case = case_of(spec)
    build_s = time.monotonic() - began
    limits = SolveLimits(time_limit_s=seconds, workers=workers)
    load = os.getloadavg()[0]
    cpu, track = _cpu(), Track()
    if engine == "scip":
        outcome = solve_scip(case.model, limits, track)
    else:
        limits = limits.model_copy(update={"engine": ENGINES[engine]})
        _, outcome = run_engines(case.model, limits, report=track, stop=None)
    took = track.seconds
    track("", outcome.value, outcome.bound)
    return {
        "name": case.name,
        "engine": engine,
        "build_s": build_s,
        "seconds": took,
        "cpu_s": _cpu() - cpu,
        "status": outcome.status.value,
        "value": outcome.value,
        "bound": outcome.bound,
        "checked": outcome.values is not None and case.checked(outcome.values, outcome.value or 0),
        "memory_mb": _memory_mb(),
        "load": load,
        "units": case.units,
        "offset": case.offset,
        "known": case.known,
        "changes": [asdict(known) for known in track.changes],
    }


def _cpu() -> float:
    """CPU seconds of this process and those it has waited for (HiGHS is one of its own)."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def _memory_mb() -> int:
    """The most memory this process and the largest of those it has waited for have had, in MB (Linux counts in kB)."""
    both = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(both) // 1024


def main() -> None:
    """Run what the command line names."""
    engine, seconds, workers, spec = sys.argv[1:]
    print(json.dumps(run(engine, int(seconds), int(workers), spec)))


if __name__ == "__main__":
    main()
