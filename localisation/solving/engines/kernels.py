"""Good solutions soon: the model with only what the linear relaxation thinks well of."""

import time
from dataclasses import replace
from itertools import chain, repeat

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
"""Choices in the first kernel of a large model: what CP-SAT searches well in its share of the time."""
SHARES, SMALL_SHARE = (1 / 4, 1 / 6), 1 / 10
"""Of the time there is, for the first kernel and for one twice as large; for the only one of a small model."""
MOST = 4
"""No kernel is larger than so many of the first."""
ZERO = 1e-7


def search_kernels(
    model: Model,
    board: Board,
    limits: SolveLimits,
    relaxed: Relaxation,
    *,
    seconds: float,
    stop: Stop | None,
    to_the_end: bool = False,
) -> None:
    """Search kernel after kernel, each twice the size of the one before (Angelelli, Mansini & Speranza 2010).

    A kernel has the yes-or-no choices of the groups with the least reduced costs, and those of what the kernels
    before it found, which it begins from; a solution known before may be poor and counts for nothing, unless the
    first kernel finds none. It ends after a few kernels, and soonest with a small model; `to_the_end`, when time is
    out or the largest kernel is searched to its end.
    """
    until = time.monotonic() + seconds
    before = board.best
    large = len(model.variables) >= MANY
    size = max(EACH * len(model.groups), WHOLE if large else 0)
    most = size * MOST
    shares = SHARES if large else (SMALL_SHARE,)
    known = None
    if not _choices(model):
        return
    for share in chain(shares, repeat(shares[-1]) if to_the_end else ()):
        left = min(seconds * share, until - time.monotonic())
        if left <= 0 or board.closed or (stop is not None and stop.is_set()):
            return
        kernel, part = _kernel(model, relaxed, size, known)
        kernel.hint = dict(enumerate(known[1])) if known is not None else {}
        taken = take_turn(kernel, board, limits, Turn(part=part, quick=large), seconds=left, stop=stop)
        searched = taken.status in (Status.OPTIMAL, Status.INFEASIBLE)
        if searched and size == most:
            return
        if searched or board.best != before:
            size = min(2 * size, most)
        known = board.best


def tells(model: Model, relaxed: Relaxation) -> bool:
    """Whether the relaxation tells choices apart: not where most of them would cost nothing."""
    free = sum(abs(relaxed.reduced[v]) <= ZERO for v in _choices(model))
    return bool(free <= 10 * len(model.groups))


def _choices(model: Model) -> list[int]:
    """The yes-or-no variables of the groups that are still open."""
    return [v for v in chain(*model.groups) if (model.variables[v].low, model.variables[v].high) == (0, 1)]


def _kernel(model: Model, relaxed: Relaxation, size: int, known: tuple[int, list[int]] | None) -> tuple[Model, bool]:
    """The model with about `size` choices; whether any was left out that may be better than what is known."""
    narrowed = relaxed.narrowed(model, known[0]) if known is not None else replace(model)
    narrowed.variables = [replace(v) for v in narrowed.variables]
    choices = _choices(narrowed)
    costs = sorted(0 if relaxed.values[v] > ZERO else max(0, relaxed.reduced[v]) for v in choices)
    most = max([ZERO, *costs[:size]])
    part = False
    for v in choices:
        if relaxed.values[v] <= ZERO and relaxed.reduced[v] > most and (known is None or not known[1][v]):
            narrowed.variables[v].high = 0
            part = True
    tighten(narrowed)
    return narrowed, part
