"""The portfolio's steps: the relaxation, the kernels, the proof."""

import random

import numpy as np
import pytest

from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.rules.linear import Linear
from localisation.solving.engines import board as board_module
from localisation.solving.engines import cpsat_search, kernel, portfolio
from localisation.solving.engines import model as model_module
from localisation.solving.engines.board import Board
from localisation.solving.engines.cpsat import solve_cpsat
from localisation.solving.engines.expanded import expanded
from localisation.solving.engines.kernel import search_kernel
from localisation.solving.engines.model import Model, Row
from localisation.solving.engines.nearest import Nearest
from localisation.solving.engines.outcome import holds
from localisation.solving.engines.parts import Parts
from localisation.solving.engines.race import run_engines
from tests.solving.engines.relaxed import relaxed

POINT = 10**9


def assignment(seed: int, jobs: int = 12, agents: int = 8, *, flat: bool = False) -> Model:
    """Jobs to agents with room for so much, at prices; `flat`: it costs the same wherever a job is done.

    A deposit of a point or more is paid as well, so that no engine for assignment alone takes the model.
    """
    draw = random.Random(seed)
    model = Model()
    sizes = [draw.randint(3, 9) for _ in range(jobs)]
    rooms = [Linear() for _ in range(agents)]
    for size in sizes:
        choice = tuple(model.new("", 0, 1) for _ in range(agents))
        model.groups.append(choice)
        model.rows.append(Row(Linear(dict.fromkeys(choice, 1)), 1, 1))
        rooms = [room + Linear({v: size}) for room, v in zip(rooms, choice, strict=True)]
        prices = {v: POINT * (5 if flat else draw.randint(1, 40)) for v in choice}
        model.objective = model.objective + Linear(prices)
    model.objective = model.objective + Linear({model.new("deposit", 1, 3): POINT})
    model.rows += [Row(room, None, sum(sizes) * 5 // (4 * agents) + 2) for room in rooms]
    return model


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("flat", [False, True])
def test_whichever_way_it_goes_the_optimum_is_the_same(monkeypatch, seed, large, flat):
    if large:
        for module in (cpsat_search, kernel, portfolio):
            monkeypatch.setattr(module, "MANY", 0)
        monkeypatch.setattr(kernel, "WHOLE", 30)
    model = assignment(seed, flat=flat)
    alone = solve_cpsat(model, SolveLimits(workers=1), seconds=60)
    _, together = run_engines(model, SolveLimits(workers=2, time_limit_s=60), report=lambda *news: None, stop=None)
    assert together.status is alone.status is Status.OPTIMAL
    assert (together.value, together.bound) == (alone.value, alone.value)


@pytest.mark.parametrize("seed", range(3))
def test_a_tree_that_comes_nowhere_near_is_given_up_for_cpsat(monkeypatch, seed):
    monkeypatch.setattr(portfolio, "HOPE_S", 0)
    monkeypatch.setattr(portfolio, "HOPE_SHARE", 0)
    monkeypatch.setattr(board_module, "NEAR", -1)
    model = assignment(seed)
    alone = solve_cpsat(model, SolveLimits(workers=1), seconds=60)
    _, together = run_engines(model, SolveLimits(workers=2, time_limit_s=60), report=lambda *news: None, stop=None)
    assert together.status is Status.OPTIMAL
    assert (together.value, together.bound) == (alone.value, alone.value)


def test_that_nothing_is_possible_ends_both_engines():
    """No five of six things weigh just that: the relaxation does not know."""
    model = Model()
    choice = tuple(model.new("", 0, 1) for _ in range(6))
    model.groups = [(v,) for v in choice]
    model.rows.append(Row(Linear(dict.fromkeys(choice, 2)), 5, 5))
    model.objective = Linear(dict.fromkeys(choice, POINT))
    limits = SolveLimits(workers=2, time_limit_s=600)
    _, found = run_engines(model, limits, report=lambda *news: None, stop=None)
    assert found.status is Status.INFEASIBLE


def test_a_kernel_finds_solutions_and_proves_nothing(monkeypatch):
    """One choice for each job leaves out the best: what a kernel says of bounds must not count."""
    monkeypatch.setattr(kernel, "EACH", 2)
    model = assignment(3)
    board = Board(model)
    search_kernel(model, board, SolveLimits(workers=2), relaxed(model), seconds=30, stop=None)
    best = solve_cpsat(model, SolveLimits(workers=1), seconds=60)
    assert board.best is not None
    assert holds(model, board.best[1])
    assert best.value <= board.best[0]
    assert board.bound is None


def test_a_relaxation_that_tells_nothing_is_known_as_such():
    assert Parts(assignment(1)).tells(relaxed(assignment(1)).reduced)
    flat = assignment(1, agents=30, flat=True)
    assert not Parts(flat).tells(relaxed(flat).reduced)


def test_the_bound_of_the_relaxation_is_below_the_optimum():
    for seed in range(4):
        model = assignment(seed)
        assert relaxed(model).bound * POINT <= solve_cpsat(model, SolveLimits(workers=1), seconds=60).value + 1


def test_with_every_choice_made_what_is_left_is_decided():
    """Everyone is placed by a must; only whether to refurbish is open."""
    model = assignment(1, jobs=2, agents=2)
    for choice in model.groups:
        model.variables[choice[0]].low = 1
        model.variables[choice[1]].high = 0
    model.rows = model.rows[:2]
    extras = [model.new("extra", 0, 1) for _ in range(25)]
    model.rows.append(Row(Linear(dict.fromkeys(extras, 3)), 10, None))
    model.objective = model.objective + Linear(dict.fromkeys(extras, POINT))
    _, found = run_engines(model, SolveLimits(workers=2, time_limit_s=30), report=lambda *news: None, stop=None)
    assert found.status is Status.OPTIMAL
    assert sum(found.values[v] for v in extras) == 4


def test_too_large_to_be_written_out_is_searched_in_kernels(monkeypatch):
    monkeypatch.setattr(model_module, "MANY_CELLS", 10)
    model = assignment(2)
    site = model.groups[0]
    costs = np.arange(40).reshape(5, 8)
    total = model.new("nearest", 0, 200)
    choices = tuple((v,) for v in site)
    model.blocks.append(Nearest(total=total, choices=choices, costs=costs, otherwise=np.full(5, 40)))
    model.objective = model.objective + Linear({total: POINT})
    known = solve_cpsat(expanded(model), SolveLimits(workers=1), seconds=60)
    _, found = run_engines(model, SolveLimits(workers=2, time_limit_s=30), report=lambda *news: None, stop=None)
    assert found.bound <= known.value <= found.value
    assert found.value == known.value, "kernels this small have everything in the end"
