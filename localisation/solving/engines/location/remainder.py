"""What the location part leaves open, solved with everything else the model demands."""

from dataclasses import replace

from localisation.domain.vocabulary import Status
from localisation.solving.engines.apart import solve_mip_apart
from localisation.solving.engines.arrays import Arrays
from localisation.solving.engines.board import Board
from localisation.solving.engines.expanded import expanded
from localisation.solving.engines.model import MANY_CELLS, Model, Variable
from localisation.solving.progress import Stop


def search_remainder(
    model: Model,
    arrays: Arrays,
    ruled_out: list[int],
    board: Board,
    *,
    seconds: float,
    seed: int,
    stop: Stop | None,
    by: str,
) -> None:
    """HiGHS in a process of its own on the whole model without the openings that cannot better the best.

    A solution better than the best, if there is one, is among those left, so the bound is the lower of the two.
    """
    high = arrays.high.copy()
    high[ruled_out] = 0
    sizes = [len(b.otherwise) * sum(any(high[v] for v in c) for c in b.choices) for b in model.blocks]
    if sum(sizes) > MANY_CELLS or seconds <= 0:
        return
    ends = zip(model.variables, arrays.low, high, strict=True)
    variables = [Variable(v.name, int(low), int(most)) for v, low, most in ends]
    left = expanded(replace(model, variables=variables))
    outcome = solve_mip_apart(left, seconds=seconds, seed=seed, stop=stop)
    if outcome.values is not None:
        board.offer(outcome.values, by)
    best = board.best
    if outcome.status is Status.INFEASIBLE and best is not None:
        board.lift(best[0], by)
    elif outcome.bound is not None:
        board.lift(outcome.bound if best is None else min(outcome.bound, best[0]), by)
