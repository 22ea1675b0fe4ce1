"""The engines on one model: side by side on a shared board, or one of them alone."""

import time

from localisation.domain.errors import Disagreement
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Engine, Status
from localisation.solving.engines.apart import NAME as HIGHS
from localisation.solving.engines.apart import search_mip
from localisation.solving.engines.board import Board, Told
from localisation.solving.engines.completed import completed
from localisation.solving.engines.cpsat import NAME as CPSAT
from localisation.solving.engines.cpsat import solve_cpsat
from localisation.solving.engines.cpsat_search import search_cpsat, search_whole
from localisation.solving.engines.cpsat_turn import Turn
from localisation.solving.engines.expanded import without_goal
from localisation.solving.engines.location.search import is_location, search_location
from localisation.solving.engines.model import Model
from localisation.solving.engines.outcome import Outcome
from localisation.solving.engines.portfolio import search_portfolio
from localisation.solving.engines.relaxation import Relaxation
from localisation.solving.engines.search import Search
from localisation.solving.engines.single_source.search import search_single_source
from localisation.solving.progress import Stop

NO_LIMIT_S = 1e6
"""A deterministic limit alone decides when to end: seconds would not repeat."""
CONFIRM_SHARE = 1 / 4
"""Of the time there was, for a second opinion on that nothing is possible, however late the first comes."""
ENGINES: dict[Engine, tuple[str, Search]] = {Engine.CP_SAT: (CPSAT, search_cpsat), Engine.MIP: (HIGHS, search_mip)}
"""Each engine that can search alone."""


def run_engines(model: Model, limits: SolveLimits, *, report: Told, stop: Stop | None) -> tuple[str, Outcome]:
    """The best solution and bound, and the names of the engines that found and proved it.

    Where only sites to open have a price, the engine for that goes first (`search_location`); so does that for units
    of which each has one place of limited room (`search_single_source`). Then the engines search side by side; they
    share solutions and bounds, and the proof ends all. A single worker is CP-SAT's then. With a deterministic limit
    CP-SAT searches alone from the beginning (a race is not repeatable). A hint that a solution can be made of is kept
    as one.
    INFEASIBLE is only said when two engines, or two configurations of CP-SAT, say so (a single engine has been wrong:
    google/or-tools #5274).
    """
    limits = limits.as_run
    board = Board(model, report)
    board.lift(model.activity(model.objective)[0], "")
    if model.hint and (start := completed(model)) is not None:
        board.offer(start, "")
    repeatable = limits.deterministic_limit is not None
    seconds = NO_LIMIT_S if repeatable else float(limits.time_limit_s)
    until = time.monotonic() + seconds

    def ended() -> bool:
        return board.closed or time.monotonic() > until or (stop is not None and stop.is_set())

    if limits.engine is Engine.PORTFOLIO and is_location(model):
        search_location(model, board, seconds=seconds, seed=limits.seed, stop=stop)
        if ended():
            return board.outcome()
        if limits.workers == 1 and board.best is not None and model.huge:
            return board.outcome()  # CP-SAT alone would have to write all of it out.
    relaxed: Relaxation | None = None
    if limits.engine is Engine.PORTFOLIO:
        relaxed = search_single_source(model, board, limits, seconds=seconds, stop=stop)
        if ended():
            return board.outcome()
    seconds = until - time.monotonic()
    if limits.engine is Engine.PORTFOLIO and limits.workers > 1:
        says = search_portfolio(model, board, limits, seconds=seconds, stop=stop, given=relaxed)
    elif relaxed is not None:
        says = {CPSAT: search_whole(model, board, limits, Turn(), seconds=seconds, stop=stop, relaxed=relaxed)}
    else:
        name, search = ENGINES.get(limits.engine, ENGINES[Engine.CP_SAT])
        says = {name: search(model, board, limits, seconds=seconds, stop=stop)}
    if board.best is None and Status.INFEASIBLE in says.values():
        left = max(CONFIRM_SHARE * seconds, until - time.monotonic())
        return _confirmed(model, limits, says, left, stop)
    return board.outcome()


def _confirmed(
    model: Model, limits: SolveLimits, says: dict[str, Status], seconds: float, stop: Stop | None
) -> tuple[str, Outcome]:
    """INFEASIBLE if a second engine, or another configuration of CP-SAT, agrees; what it finds otherwise."""
    agreeing = [name for name, status in says.items() if status is Status.INFEASIBLE]
    if len(agreeing) > 1:
        return " + ".join(agreeing), Outcome(status=Status.INFEASIBLE)
    other = limits.model_copy(update={"seed": limits.seed + 1, "workers": 1})
    again = solve_cpsat(without_goal(model), other, seconds=seconds, stop=stop, presolve=False)
    if again.values is not None:
        raise Disagreement(f"{agreeing[0]} says that there is no solution, CP-SAT has one")
    return f"{agreeing[0]} + {CPSAT}", again
