"""Parts of a model: lawful, as good as the whole when everything is free, and better step by step."""

import random
import threading

import numpy as np
import pytest

from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.rules.linear import Linear
from localisation.solving.engines import model as model_module
from localisation.solving.engines.any_one import any_one
from localisation.solving.engines.board import Board
from localisation.solving.engines.cpsat import solve_cpsat
from localisation.solving.engines.expanded import expanded
from localisation.solving.engines.improving import improve
from localisation.solving.engines.lawful import Lawful
from localisation.solving.engines.model import Model, Row
from localisation.solving.engines.nearest import Nearest
from localisation.solving.engines.outcome import evaluate, holds
from localisation.solving.engines.parts import Parts
from localisation.solving.engines.race import run_engines
from tests.solving.engines.test_portfolio import POINT, assignment

ONE = SolveLimits(workers=1)


def with_a_block(seed: int) -> Model:
    """Jobs and agents, and customers who go to the nearest agent with work."""
    model, draw = assignment(seed, jobs=6, agents=4), random.Random(seed)
    costs = np.array([[draw.randint(0, 30) for _ in range(4)] for _ in range(5)])
    total = model.new("nearest", 0, 5 * 40)
    choices = tuple(tuple(group[a] for group in model.groups) for a in range(4))
    model.blocks.append(Nearest(total=total, choices=choices, costs=costs, otherwise=np.full(5, 40)))
    model.objective = model.objective + Linear({total: POINT})
    return model


@pytest.mark.parametrize("seed", range(6))
def test_a_part_says_what_the_whole_would_with_the_rest_as_known(seed):
    model, draw = with_a_block(seed), random.Random(seed)
    parts = Parts(model)
    known = solve_cpsat(expanded(model), SolveLimits(workers=1, seed=seed), seconds=30).values[: len(model.variables)]
    free = parts.followers.copy()
    for group in draw.sample(model.groups, 3):
        free[list(group)] = True
    part = parts.part(known, free)
    assert part is not None
    found = solve_cpsat(expanded(part.model), ONE, seconds=30)
    held = expanded(model)
    for v, fixed in enumerate(~free):
        if fixed:
            held.rows.append(Row(Linear({v: 1}), known[v], known[v]))
    assert found.value == solve_cpsat(held, ONE, seconds=30).value
    whole = part.whole(found.values)
    assert holds(model, whole)
    assert evaluate(model.objective, whole) == found.value


def test_a_part_that_cannot_be_lawful_is_none():
    model = assignment(1)
    parts = Parts(model)
    nobody = np.zeros(len(model.variables), dtype=np.bool_)
    assert parts.part([0] * len(model.variables), nobody) is None


@pytest.mark.parametrize("seed", range(6))
def test_improving_ends_no_worse_and_lawful(seed):
    model = with_a_block(seed)
    best = solve_cpsat(expanded(model), ONE, seconds=30)
    board, parts = Board(model), Parts(model)
    assert any_one(parts, board, ONE, seconds=30, stop=None) is not Status.INFEASIBLE
    first = board.best
    assert first is not None
    improve(parts, board, SolveLimits(workers=2), lambda: None, seconds=20, stop=None)
    last = board.best
    assert last is not None
    assert holds(model, last[1])
    assert best.value == last[0] <= first[0], "six jobs are all free in one part"


def test_where_a_few_choices_allow_none_there_are_more():
    """The only agent with room for a job is the last that is drawn, and the dearest."""
    model = Model()
    for job in range(3):
        choice = tuple(model.new("", 0, 1) for _ in range(60))
        model.groups.append(choice)
        model.rows.append(Row(Linear(dict.fromkeys(choice, 1)), 1, 1))
        model.objective = model.objective + Linear({v: POINT * i for i, v in enumerate(choice)})
        model.rows.append(Row(Linear(dict.fromkeys((*choice[: 57 + job], *choice[58 + job :]), 1)), None, 0))
    board = Board(model)
    any_one(Parts(model), board, ONE, seconds=30, stop=None)
    assert board.best is not None
    assert board.best[0] == POINT * (57 + 58 + 59)


@pytest.mark.parametrize("seed", range(8))
def test_all_choices_are_tried_before_anything_is_said_to_be_impossible(seed):
    """Just as many choices as are tried at first, and only the dearest will do."""
    model = Model()
    choice = tuple(model.new("", 0, 1) for _ in range(10))
    model.groups.append(choice)
    model.rows.append(Row(Linear(dict.fromkeys(choice, 1)), 1, 1))
    model.rows.append(Row(Linear(dict.fromkeys(choice[:9], 1)), None, 0))
    model.objective = Linear({v: POINT * i for i, v in enumerate(choice)})
    board = Board(model)
    limits = SolveLimits(workers=1, seed=seed)
    assert any_one(Parts(model), board, limits, seconds=30, stop=None) is not Status.INFEASIBLE
    assert board.best is not None


def test_what_cannot_be_is_said():
    model = assignment(1, jobs=4, agents=3)
    model.rows.append(Row(Linear(dict.fromkeys(model.groups[0], 1)), None, 0))
    assert any_one(Parts(model), Board(model), ONE, seconds=30, stop=None) is Status.INFEASIBLE


def test_a_stop_is_heard():
    model, stop = assignment(1), threading.Event()
    board, parts = Board(model), Parts(model)
    any_one(parts, board, ONE, seconds=30, stop=None)
    before = board.best
    stop.set()
    improve(parts, board, ONE, lambda: None, seconds=600, stop=stop, to_the_end=True)
    assert board.best == before


def test_a_huge_model_is_searched_in_parts_and_its_bound_is_safe(monkeypatch):
    monkeypatch.setattr(model_module, "MANY_CELLS", 10)
    monkeypatch.setattr("localisation.solving.engines.portfolio.MANY", 0)
    model = with_a_block(3)
    best = solve_cpsat(expanded(model), ONE, seconds=30)
    limits = SolveLimits(workers=2, time_limit_s=4)
    _, found = run_engines(model, limits, report=lambda *news: None, stop=None)
    assert found.bound <= best.value == found.value


@pytest.mark.parametrize("large", [1, 2**54])
def test_arrays_say_what_is_lawful_as_exactly(large):
    """Beyond what floating point holds exactly, numbers are asked one by one."""
    model, draw = Model(), random.Random(large)
    some = [model.new("", 0, 3) for _ in range(4)]
    switch = model.new("", 0, 1)
    model.rows.append(Row(Linear({some[0]: large, some[1]: 1}), None, large + 1))
    model.rows.append(Row(Linear({some[2]: 1, some[3]: -2}, 1), 0, None))
    model.rows.append(Row(Linear({some[3]: 1}), 2, None, broken=switch))
    model.rows.append(Row(Linear({some[0]: 0}), 0, None))
    lawful = Lawful(model)
    cases = [[draw.randint(-1, 4) for _ in some] + [draw.randint(0, 1)] for _ in range(500)]
    said = [lawful(values) for values in cases]
    assert said == [holds(model, values) for values in cases]
    assert any(said)
    assert not all(said)


@pytest.mark.parametrize("seed", range(4))
def test_what_may_be_switched_off_is_part_of_it(seed):
    """A wish that is not met costs: parts must know both."""
    model, draw = assignment(seed, jobs=6, agents=4), random.Random(seed)
    for group in model.groups:
        broken = model.new("broken", 0, 1)
        model.rows.append(Row(Linear({draw.choice(group): 1}), 1, None, broken=broken))
        model.objective = model.objective + Linear({broken: 50 * POINT})
    best = solve_cpsat(model, ONE, seconds=30)
    board, parts = Board(model), Parts(model)
    any_one(parts, board, ONE, seconds=30, stop=None)
    assert board.best is not None
    improve(parts, board, ONE, lambda: None, seconds=20, stop=None)
    assert board.best[0] == best.value
