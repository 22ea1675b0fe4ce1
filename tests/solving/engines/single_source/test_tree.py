"""Branch by branch: the optimum is proven from any solution, and what is told before the end is true."""

from itertools import count

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.solving.engines.board import Board
from localisation.solving.engines.cpsat_turn import Taken
from localisation.solving.engines.model import Model
from localisation.solving.engines.outcome import evaluate
from localisation.solving.engines.single_source import tree
from localisation.solving.engines.single_source.ascent import ascend
from localisation.solving.engines.single_source.penalties import Penalties
from localisation.solving.engines.single_source.prices import Priced, Pricing
from localisation.solving.engines.single_source.search import relaxation
from localisation.solving.engines.single_source.tree import Tree
from tests.solving.engines.single_source.test_single_source import lawful, models, taken


def grown(model: Model, board: Board, *, moments: int, rounds: int) -> None:
    """Search, from poor prices, until `moments` looks at the clock."""
    rooms = taken(model)
    assert rooms is not None
    pricing = Pricing(rooms)
    best, often = ascend(pricing, lambda priced: float(priced.bound + pricing.fine), rounds=rounds)
    clock = count()

    def made(pricing: Pricing, priced: Priced, found: Penalties):
        return relaxation(pricing, priced, found, often, len(model.variables))

    Tree(
        model, rooms, board, SolveLimits(workers=1), relaxation=made, attempt=lambda priced: None,
        left=lambda: 60.0 if next(clock) < moments else 0.0, stop=None,
    ).search(best)  # fmt: skip


def begun(model: Model, data: st.DataObject) -> tuple[Board, int]:
    """A board with any solution on it, and the optimum."""
    rooms = taken(model)
    assume(rooms is not None and Pricing(rooms).possible and not rooms.always.all())
    every = lawful(model)
    assume(every)
    board = Board(model)
    board.offer(data.draw(st.sampled_from(every)), "")
    return board, min(evaluate(model.objective, x) for x in every)


@settings(max_examples=250, deadline=None)
@given(models(), st.data())
def test_from_any_solution_the_optimum_is_found_and_proven(model: Model, data: st.DataObject) -> None:
    board, optimum = begun(model, data)
    grown(model, board, moments=10**9, rounds=data.draw(st.integers(0, 20)))
    assert board.closed
    assert board.outcome()[1].value == optimum


@settings(max_examples=120, deadline=None)
@given(models(), st.data())
def test_when_time_ends_no_bound_is_above_the_optimum(model: Model, data: st.DataObject) -> None:
    board, optimum = begun(model, data)
    grown(model, board, moments=data.draw(st.integers(0, 60)), rounds=1)
    assert board.bound is None or board.bound <= optimum


@settings(max_examples=120, deadline=None)
@given(models(), st.data())
def test_what_is_not_searched_to_its_end_stays_open(model: Model, data: st.DataObject) -> None:
    board, optimum = begun(model, data)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(tree, "take_turn", lambda *_, **__: Taken(status=Status.UNKNOWN))
        grown(model, board, moments=10**9, rounds=data.draw(st.integers(0, 20)))
    assert board.bound is None or board.bound <= optimum
