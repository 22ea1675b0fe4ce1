"""HiGHS' process without its half second of loading: forked from one that has loaded it, for tests with many models.

What is said to it and what it does is the same (`highs_worker.main`); only how it is started differs.
"""

import multiprocessing
import os
import sys
from multiprocessing.connection import Connection

WORKER = "localisation.solving.engines.highs_worker"
_context = multiprocessing.get_context("forkserver")


class Forked:
    """Stands in for `subprocess.Popen` where `engines.apart` starts the worker."""

    def __init__(self, command: list[str], **_: object) -> None:
        assert command[-1] == WORKER, command
        _context.set_forkserver_preload([WORKER])
        to_read, to_say = _context.Pipe(duplex=False)
        to_hear, to_tell = _context.Pipe(duplex=False)
        self._process = _context.Process(target=_work, args=(to_read, to_tell), daemon=True)
        self._process.start()
        to_read.close()
        to_tell.close()
        self.stdin, self.stdout = os.fdopen(os.dup(to_say.fileno()), "wb"), os.fdopen(os.dup(to_hear.fileno()), "rb")
        to_say.close()
        to_hear.close()

    def kill(self) -> None:
        """End the process."""
        self._process.kill()

    def wait(self) -> None:
        """Wait until it has ended."""
        self._process.join()


def _work(to_read: Connection, to_tell: Connection) -> None:
    """What `python -m localisation.solving.engines.highs_worker` does."""
    # Not above: highspy and OR-Tools, which the tests load, cannot share a process.
    from localisation.solving.engines.highs_worker import main  # noqa: PLC0415

    os.dup2(to_read.fileno(), 0)
    os.dup2(to_tell.fileno(), 1)
    to_read.close()
    to_tell.close()
    sys.stdin = os.fdopen(0, "r", closefd=False)
    main()
    os._exit(0)
