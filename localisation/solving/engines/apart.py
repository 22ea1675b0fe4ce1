"""HiGHS run in a process of its own, where it can be stopped and cannot take the program down with it.

Through MathOpt HiGHS neither hears an interrupt nor is always safe (DESIGN: crash with threads set); a process is.
"""

import pickle
import subprocess
import sys
import threading
import time
from typing import IO

from localisation.domain.vocabulary import Status
from localisation.solving.engines.model import Model
from localisation.solving.engines.outcome import PROOF_TOLERANCE, Outcome, Report
from localisation.solving.progress import Stop

GRACE_S = 20
"""Seconds beyond its limit after which a worker that does not answer is ended."""


def solve_mip_apart(
    model: Model, *, seconds: float, seed: int, report: Report | None = None, stop: Stop | None = None
) -> Outcome:
    """What `solve_mip` finds; when stopped, or if the process dies, the last bound it told, without a solution."""
    process = subprocess.Popen(
        [sys.executable, "-m", "localisation.solving.engines.highs_worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    listener = _Listener(process.stdout, report)
    try:
        pickle.dump((model, seconds, seed), process.stdin)
        process.stdin.flush()
        deadline = time.monotonic() + seconds + GRACE_S
        while listener.is_alive() and time.monotonic() < deadline and not (stop is not None and stop.is_set()):
            listener.join(0.1)
    except BrokenPipeError:
        pass
    finally:
        process.kill()
        process.wait()
        listener.join()
        process.stdout.close()
    return listener.outcome or Outcome(status=Status.UNKNOWN, bound=listener.safe_bound)


class _Listener(threading.Thread):
    """Hears the worker out."""

    def __init__(self, stream: IO[bytes], report: Report | None) -> None:
        super().__init__(daemon=True)
        self._stream, self._report = stream, report
        self.outcome: Outcome | None = None
        self.safe_bound: int | None = None
        self.start()

    def run(self) -> None:
        try:
            while self.outcome is None:
                message = pickle.load(self._stream)
                if isinstance(message, Outcome):
                    self.outcome = message
                    continue
                best, bound = message
                if bound is not None:
                    self.safe_bound = bound - PROOF_TOLERANCE
                if self._report:
                    self._report(best, bound)
        except (EOFError, pickle.UnpicklingError):
            return
