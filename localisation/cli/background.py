"""Work in a thread of its own, so that Ctrl-C is heard while the solver is busy."""

import threading
from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")

_LISTEN_S = 0.1
_NAME = "localisation: in background"


def abandoned() -> bool:
    """Whether work is still under way that nobody waits for: a solver that is interrupted twice cannot be ended."""
    return any(thread.name == _NAME for thread in threading.enumerate())


def in_background(work: Callable[[], Answer], *, meanwhile: Callable[[], None]) -> Answer:
    """Run `work` in a daemon thread and call `meanwhile` several times a second; gives its answer or its error."""
    answer: list[Answer] = []
    fault: list[BaseException] = []

    def run() -> None:
        try:
            answer.append(work())
        except BaseException as error:
            fault.append(error)

    thread = threading.Thread(target=run, daemon=True, name=_NAME)
    thread.start()
    while thread.is_alive():
        thread.join(_LISTEN_S)
        meanwhile()
    if fault:
        raise fault[0]
    return answer[0]
