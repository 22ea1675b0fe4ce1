"""What engines tell each other is checked before it counts."""

import pytest

from localisation.domain.errors import Disagreement
from localisation.domain.vocabulary import Status
from localisation.rules.linear import Linear
from localisation.solving.engines.board import Board
from localisation.solving.engines.model import Model, Row

MILLION = 10**6


def two_of_three() -> Model:
    """Three choices that cost 3, 5 and 9 million; two are needed: 8 at best."""
    model = Model()
    chosen = [model.new(f"x{i}", 0, 1) for i in range(3)]
    model.rows.append(Row(Linear(dict.fromkeys(chosen, 1)), 2, None))
    model.objective = Linear(dict(zip(chosen, (3 * MILLION, 5 * MILLION, 9 * MILLION), strict=True)))
    return model


def test_only_lawful_and_better_solutions_count():
    board = Board(two_of_three())
    assert not board.offer([1, 0, 0], "one chosen is too few")
    assert board.offer([1, 0, 1], "A")
    assert not board.offer([0, 1, 1], "worse")
    assert board.offer([1, 1, 0], "B")
    assert board.best == (8 * MILLION, [1, 1, 0])


def test_the_best_is_optimal_when_the_bound_meets_it_and_both_are_named():
    news = []
    board = Board(two_of_three(), lambda *told: news.append(told))
    board.offer([1, 1, 0], "A")
    board.lift(7 * MILLION, "B")
    assert board.outcome()[1].status is Status.FEASIBLE
    board.lift(6 * MILLION, "lower than before")
    board.lift(8 * MILLION - 10, "B")
    name, outcome = board.outcome()
    assert (name, outcome.status, outcome.bound) == ("A + B", Status.OPTIMAL, 8 * MILLION)
    assert news[-1] == ("B", 8 * MILLION, 8 * MILLION - 10)


def test_a_bound_above_a_solution_is_a_fault():
    board = Board(two_of_three())
    board.offer([1, 1, 0], "A")
    board.lift(9 * MILLION, "B")
    assert board.closed
    with pytest.raises(Disagreement):
        board.outcome()
