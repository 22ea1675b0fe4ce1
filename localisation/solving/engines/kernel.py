"""A good solution soon: the model with only what the linear relaxation thinks well of."""

import time
from dataclasses import replace
from itertools import chain

from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.solving.engines.board import Board
from localisation.solving.engines.cpsat_turn import Turn, take_turn
from localisation.solving.engines.model import MANY, Model, tighten
from localisation.solving.engines.relaxation import Relaxation
from localisation.solving.progress import Stop

EACH = 4
"""Choices left to what is decided together, on average, in a small kernel."""
WHOLE = 900
"""Choices in the kernel of a large model: what CP-SAT searches well in its share of the time."""
SHARE, SMALL_SHARE = 1 / 5, 1 / 10
"""Of the time there is, for the kernel of a large and of a small model."""
ZERO = 1e-7


def search_kernel(
    model: Model, board: Board, limits: SolveLimits, relaxed: Relaxation, *, seconds: float, stop: Stop | None
) -> None:
    """Search the kernel: the choices of the groups with the least reduced costs (Angelelli, Mansini & Speranza 2010).

    What is known before may be poor and counts for nothing. A kernel without any solution is doubled. In a small model
    a relaxation without cuts gives the better kernel: with them more choices cost nothing, and the search takes three
    times as long.
    """
    large = len(model.variables) >= MANY
    until = time.monotonic() + seconds * (SHARE if large else SMALL_SHARE)
    size = max(EACH * len(model.groups), WHOLE if large else 0)
    if not _choices(model):
        return
    part = True
    while part and (left := until - time.monotonic()) > 0 and not board.closed:
        kernel, part = _kernel(model, relaxed, size)
        taken = take_turn(kernel, board, limits, Turn(part=part, quick=large), seconds=left, stop=stop)
        if taken.status is not Status.INFEASIBLE:
            return
        size *= 2


def _choices(model: Model) -> list[int]:
    """The yes-or-no variables of the groups that are still open."""
    return [v for v in chain(*model.groups) if (model.variables[v].low, model.variables[v].high) == (0, 1)]


def _kernel(model: Model, relaxed: Relaxation, size: int) -> tuple[Model, bool]:
    """The model with about `size` choices; whether any was left out that may be better."""
    kernel = replace(model, variables=[replace(v) for v in model.variables], hint={})
    choices = _choices(kernel)
    costs = sorted(0 if relaxed.values[v] > ZERO else max(0, relaxed.reduced[v]) for v in choices)
    most = max([ZERO, *costs[:size]])
    part = False
    for v in choices:
        if relaxed.values[v] <= ZERO and relaxed.reduced[v] > most:
            kernel.variables[v].high = 0
            part = True
    tighten(kernel)
    return kernel, part
