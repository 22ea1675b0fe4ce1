"""A run of one engine on one case, in a process of its own."""

import json
import subprocess
import sys
from dataclasses import dataclass

from benchmarks.solver_track import Known, first_value, known_at

GRACE_S = 600
"""Seconds beyond the limit for stating a large model before a run is given up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What came of it; values as the problem counts, seconds since the engine was given the model."""

    name: str
    engine: str
    build_s: float
    seconds: float
    cpu_s: float
    status: str
    checked: bool
    memory_mb: int
    load: float
    known: float | None
    units: float
    offset: float
    changes: list[Known]

    @property
    def proven(self) -> bool:
        """Whether the engine says so, and an independent check does not contradict it."""
        return self.status == "optimal" and self.checked

    @property
    def first_s(self) -> float | None:
        """Seconds to the first solution."""
        return first_value(self.changes)

    def value(self, seconds: float = float("inf")) -> float | None:
        """The best value after so many seconds."""
        return self._shown(known_at(self.changes, seconds).value)

    def bound(self, seconds: float = float("inf")) -> float | None:
        """The bound after so many seconds."""
        return self._shown(known_at(self.changes, seconds).bound)

    def gap(self, seconds: float = float("inf")) -> float | None:
        """Per cent of the value that may still be saved."""
        value, bound = self.value(seconds), self.bound(seconds)
        if value is None or bound is None:
            return None
        return 100 * max(0.0, value - bound) / max(1e-9, abs(value))

    def _shown(self, value: int | None) -> float | None:
        return None if value is None else value / self.units + self.offset


class RunFailed(Exception):
    """The process ended without an answer."""


def run_apart(engine: str, spec: str, *, seconds: int, workers: int) -> Run:
    """Run `solver_child`; raises `RunFailed` with the end of what it said."""
    command = [sys.executable, "-m", "benchmarks.solver_child", engine, str(seconds), str(workers), spec]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=seconds + GRACE_S, check=False)
    except subprocess.TimeoutExpired as error:
        raise RunFailed(f"no answer after {seconds + GRACE_S} s") from error
    if done.returncode:
        raise RunFailed(
            done.stderr.strip().splitlines()[-1] if done.stderr.strip() else f"ended with {done.returncode}"
        )
    said = json.loads(done.stdout.splitlines()[-1])
    changes = [Known(**known) for known in said.pop("changes")]
    for exact in ("value", "bound"):
        said.pop(exact)
    return Run(**said, changes=changes)
