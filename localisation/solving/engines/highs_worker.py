"""HiGHS in a process of its own: `python -m localisation.solving.engines.highs_worker`, spoken to by `apart`.

Reads one pickled (model, seconds, seed) from standard input and writes pickled messages to standard output. Ends at
once when its input is closed, so that it never outlives the process that started it.
"""

import os
import pickle
import sys
import threading

from localisation.solving.engines.mip import solve_mip


def main() -> None:
    """Solve one model and tell how it goes."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    model, seconds, seed = pickle.load(sys.stdin.buffer)
    threading.Thread(target=_end_with_parent, daemon=True).start()

    def report(best: int | None, bound: int | None) -> None:
        pickle.dump((best, bound), out)
        out.flush()

    outcome = solve_mip(model, seconds=seconds, seed=seed, report=report)
    pickle.dump(outcome, out)
    out.flush()


def _end_with_parent() -> None:
    sys.stdin.buffer.read()
    os._exit(1)


if __name__ == "__main__":
    main()
