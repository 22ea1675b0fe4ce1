"""The engine for single-source assignment against trying everything, and against another engine."""

from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Engine, Status
from localisation.rules.goal import GOAL_UNITS
from localisation.rules.linear import Linear
from localisation.solving.engines import race
from localisation.solving.engines.arrays import Arrays
from localisation.solving.engines.board import Board
from localisation.solving.engines.model import Model, Row
from localisation.solving.engines.outcome import evaluate, holds
from localisation.solving.engines.race import run_engines
from localisation.solving.engines.relaxation import Relaxation, stronger
from localisation.solving.engines.single_source import search
from localisation.solving.engines.single_source.ascent import ascend
from localisation.solving.engines.single_source.assignment import assigned, improved
from localisation.solving.engines.single_source.penalties import penalties
from localisation.solving.engines.single_source.prices import Pricing
from localisation.solving.engines.single_source.rooms import Rooms, rooms_of
from localisation.solving.engines.single_source.search import search_single_source

PRICE = 1_000_000
"""Goal units of a cost of 1."""


def stated(
    costs: list[list[int]],
    takes: list[list[int]],
    room: list[int],
    opening: list[int | None],
    *,
    extra: bool = False,
    shared: bool = False,
) -> Model:
    """Places by units; a place whose opening costs None is always open.

    `extra`: units 0 and 1 may not be together. `shared`: what opens a place opens the one before it with it.
    """
    model = Model()
    sits = [[model.new(f"{j} {i}", 0, 1) for i in range(len(row))] for j, row in enumerate(costs)]
    for i in range(len(costs[0])):
        ours = tuple(row[i] for row in sits)
        model.groups.append(ours)
        model.rows.append(Row(Linear(dict.fromkeys(ours, 1)), 1, 1))
    goal = {v: PRICE * c for vs, cs in zip(sits, costs, strict=True) for v, c in zip(vs, cs, strict=True)}
    for j, row in enumerate(sits):
        terms = dict(zip(row, takes[j], strict=True))
        price = opening[j]
        if price is None:
            model.rows.append(Row(Linear(terms), None, room[j]))
            continue
        known = shared and j and opening[j - 1] is not None
        used = len(model.variables) - 1 if known else model.new(f"used {j}", 0, 1)
        goal[used] = PRICE * price
        model.rows.append(Row(Linear({**{v: -f for v, f in terms.items()}, used: room[j]}), 0, None))
        model.rows.extend(Row(Linear({used: 1, v: -1}), 0, None) for v in row)
        if extra:
            model.rows.append(Row(Linear({row[0]: 1, row[1]: 1}), None, 1))
    model.objective = Linear({v: f for v, f in goal.items() if f}, 7)
    return model


@st.composite
def models(draw: st.DrawFn) -> Model:
    """Three places and four units, with every number at random."""
    m, n = 3, 4
    number = st.integers(-3, 20)
    costs = [[draw(number) for _ in range(n)] for _ in range(m)]
    same = [draw(st.integers(1, 9)) for _ in range(n)]
    takes = [same if draw(st.booleans()) else [draw(st.integers(1, 9)) for _ in range(n)] for _ in range(m)]
    room = [draw(st.integers(3, 25)) for _ in range(m)]
    opening = [draw(st.one_of(st.none(), st.integers(-5, 30))) for _ in range(m)]
    return stated(costs, takes, room, opening, extra=draw(st.booleans()), shared=draw(st.booleans()))


def lawful(model: Model) -> list[list[int]]:
    """Every solution: each unit somewhere, and places open or not."""
    n = len(model.groups)
    m = len(model.groups[0])
    found = []
    for places in product(range(m), repeat=n):
        sits = [int(places[i] == j) for j in range(m) for i in range(n)]
        for used in product((0, 1), repeat=len(model.variables) - m * n):
            if holds(model, [*sits, *used]):
                found.append([*sits, *used])
    return found


def taken(model: Model) -> Rooms | None:
    arrays = Arrays(model)
    return rooms_of(model, arrays) if arrays.propagate(arrays.low, arrays.high) else None


@settings(max_examples=150, deadline=None)
@given(models())
def test_no_bound_is_above_the_optimum_and_no_penalty_rules_a_better_solution_out(model: Model) -> None:
    rooms = taken(model)
    assume(rooms is not None and Pricing(rooms).possible)
    assert rooms is not None
    pricing = Pricing(rooms)
    best, _ = ascend(pricing, lambda priced: float(priced.bound + 5 * pricing.fine))
    found = penalties(pricing, best)
    for x in lawful(model):
        value = (evaluate(model.objective, x) - rooms.constant) / rooms.grid * pricing.fine
        chosen = [x[v] if v >= 0 else 0 for v in rooms.variables.ravel().tolist()]
        least = best.bound + (np.array(chosen).reshape(rooms.variables.shape) * found.units).max()
        for j, u in enumerate(rooms.openers.tolist()):
            opened = u < 0 or bool(x[u])
            least = max(least, best.bound + max(0.0, found.places[j] if opened else -found.places[j]))
        assert least <= value + 1e-6


@settings(max_examples=150, deadline=None)
@given(models())
def test_what_is_made_by_hand_has_room_and_is_worth_what_is_said(model: Model) -> None:
    rooms = taken(model)
    assume(rooms is not None and Pricing(rooms).possible)
    assert rooms is not None
    priced = Pricing(rooms).at(Pricing(rooms).first())
    places = assigned(rooms, priced.chosen, priced.opened)
    assume(places is not None)
    assert places is not None
    better = improved(rooms, places, lambda: False)
    every = np.arange(len(places))
    for made in (places, better):
        assert rooms.may[made, every].all()
        assert (np.bincount(made, rooms.takes[made, every], len(rooms.room)) <= rooms.room).all()
    assert rooms.value(better) <= rooms.value(places)
    for i, j in product(every.tolist(), range(len(rooms.room))):
        moved = better.copy()
        moved[i] = j
        fits = (np.bincount(moved, rooms.takes[moved, every], len(rooms.room)) <= rooms.room).all()
        if fits and rooms.may[moved, every].all():
            assert rooms.value(moved) >= rooms.value(better)


@settings(max_examples=40, deadline=None)
@given(models())
def test_the_portfolio_with_it_proves_the_optimum(model: Model) -> None:
    every = lawful(model)
    limits = SolveLimits(engine=Engine.PORTFOLIO, workers=1, time_limit_s=20)
    _, outcome = run_engines(model, limits, report=lambda *_: None, stop=None)
    if not every:
        assert outcome.status is Status.INFEASIBLE
        return
    assert (outcome.status, outcome.value) == (
        Status.OPTIMAL,
        min(evaluate(model.objective, x) for x in every),
    )


def test_prices_alone_prove_what_they_meet() -> None:
    """Two places for two units each: the units nearest to each place, and no search is needed to know it."""
    model = stated([[1, 2, 9, 8], [9, 7, 2, 1]], [[3, 3, 3, 3]] * 2, [6, 7], [4, 5])
    board = Board(model)
    assert search_single_source(model, board, SolveLimits(workers=1), seconds=5, stop=None) is None
    engine, outcome = board.outcome()
    assert (engine, outcome.status, outcome.value) == ("single source", Status.OPTIMAL, 15 * PRICE + 7)


def test_room_for_all_counts_in_what_is_opened() -> None:
    """Ten units of 3 in places of 10: three to a place, so four open, though three have room for 30."""
    model = stated([[0] * 10] * 5, [[3] * 10] * 5, [10] * 5, [10] * 5)
    rooms = taken(model)
    assert rooms is not None
    pricing = Pricing(rooms)
    assert pricing.at(pricing.first()).bound == rooms.value(np.array([0, 0, 0, 1, 1, 1, 2, 2, 2, 3])) * pricing.fine
    _, outcome = run_engines(model, SolveLimits(workers=1), report=lambda *_: None, stop=None)
    assert outcome.value == 40 * PRICE + 7


@pytest.mark.parametrize("change", ["a price of another kind", "a unit in two rows", "no room row"])
def test_what_is_not_of_the_kind_is_left_alone(change: str) -> None:
    model = stated([[1, 2, 3], [4, 5, 6]], [[1, 2, 3]] * 2, [4, 4], [1, None])
    assert taken(model) is not None
    if change == "a price of another kind":
        model.objective = model.objective + Linear({model.new("other", 0, 3): 5})
    elif change == "a unit in two rows":
        model.rows.append(Row(Linear({0: 1, 4: 1}), 1, 1))
    else:
        model.rows = [row for row in model.rows if row.high != 4]
    assert taken(model) is None


def test_a_place_that_one_unit_alone_can_use_has_a_row_of_two_terms() -> None:
    model = stated([[1, 2, 3], [4, 5, 6], [0, 9, 9]], [[1, 2, 3], [1, 2, 3], [3, 9, 9]], [4, 4, 5], [1, None, 1])
    for i in (1, 2):
        model.variables[model.groups[i][2]].high = 0
    arrays = Arrays(model)
    assert arrays.propagate(arrays.low, arrays.high)
    rows = [row for row in model.rows if len(row.expression.terms) > 2 or 5 not in row.expression.terms.values()]
    short = Row(Linear({model.groups[0][2]: -3, len(model.variables) - 1: 5}), 0, None)
    model.rows = [*rows, short]
    rooms = taken(model)
    assert rooms is not None
    assert sorted(rooms.room.tolist()) == [4, 4, 5]


def test_a_dear_plan_that_is_lawful_is_kept_where_a_cheaper_one_is_not() -> None:
    """Both units would rather be in the first place, which a row outside the assignment forbids."""
    model = stated([[1, 1, 5], [9, 9, 5]], [[1, 1, 1]] * 2, [3, 3], [1, 1])
    model.rows.append(Row(Linear({0: 1, 1: 1}), None, 1))
    board = Board(model)
    search_single_source(model, board, SolveLimits(workers=1), seconds=5, stop=None)
    assert board.outcome()[1].status is Status.OPTIMAL


@pytest.mark.parametrize("engine", Engine)
def test_a_second_is_enough_for_a_tiny_model_whoever_solves_it(engine: Engine) -> None:
    limits = SolveLimits(engine=engine, workers=2, time_limit_s=1)
    model = Model()
    x, y = model.new("x", 0, 9), model.new("y", 0, 9)
    model.rows.append(Row(Linear({x: 2, y: 3}), 7, None))
    model.objective = Linear({x: PRICE, y: PRICE})
    _, outcome = run_engines(model, limits, report=lambda *_: None, stop=None)
    if engine is not Engine.MIP:  # its process may take most of a second to start
        assert (outcome.status, outcome.value) == (Status.OPTIMAL, 3 * PRICE)
    model.rows.append(Row(Linear({x: 1, y: 1}), None, 1))
    _, outcome = run_engines(model, limits, report=lambda *_: None, stop=None)
    if engine is not Engine.MIP:
        assert outcome.status is Status.INFEASIBLE


def test_openers_of_more_than_yes_or_no_are_not_openers() -> None:
    model = stated([[1, 2, 3], [4, 5, 6]], [[1, 2, 3]] * 2, [4, 4], [1, 2])
    for v in (6, 7):
        model.variables[v].high = 2
        model.rows.append(Row(Linear({v: 2}), None, 3))
    assert taken(model) is None


def test_more_room_than_can_be_solved_whole_is_left_to_others() -> None:
    model = stated([[1, 2, 3], [4, 5, 6]], [[1, 2, 30_000_001]] * 2, [40_000_000] * 2, [1, 2])
    assert taken(model) is None


@pytest.mark.parametrize("seed", range(4))
def test_what_the_prices_leave_goes_to_all_engines_together(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    draw = np.random.default_rng(seed)
    takes = [draw.integers(5, 30, 25).tolist()] * 8
    costs = draw.integers(1, 60, (8, 25)).tolist()
    model = stated(costs, takes, [sum(takes[0]) // 6] * 8, draw.integers(20, 90, 8).tolist())
    alone = run_engines(
        model, SolveLimits(engine=Engine.CP_SAT, workers=2, time_limit_s=60), report=lambda *_: None, stop=None
    )[1]
    given = []
    real = race.search_portfolio

    def heard(*args: Any, **named: Any) -> dict[str, Status]:
        given.append(named["given"])
        return real(*args, **named)

    monkeypatch.setattr(race, "search_portfolio", heard)
    monkeypatch.setattr(search, "FEW", 0)
    monkeypatch.setattr(search, "FEW_LEFT", 0)
    _, together = run_engines(model, SolveLimits(workers=2, time_limit_s=60), report=lambda *_: None, stop=None)
    assert (together.status, together.value) == (Status.OPTIMAL, alone.value)
    assert all(found.bound <= together.value / GOAL_UNITS for found in given)


def test_the_relaxation_with_the_higher_bound_counts_and_keeps_the_cuts_that_were_found() -> None:
    none = np.zeros(2)
    cut = (0.0, np.array([0], dtype=np.int32), np.array([1.0]))
    found = Relaxation(values=none, bound=3.0, reduced=none, cuts=(cut,))
    low, high = (Relaxation(values=none, bound=bound, reduced=none) for bound in (2.0, 4.0))
    assert stronger(found, low) is found
    assert stronger(None, low) is low
    assert stronger(found, None) is found
    both = stronger(found, high)
    assert both is not None
    assert (both.bound, both.cuts) == (4.0, (cut,))
