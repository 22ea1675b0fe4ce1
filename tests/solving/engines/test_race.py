"""Two engines side by side: what they say together, and what happens when one is stopped or dies."""

import random
import sys
import threading

import pytest

from localisation.domain.errors import Disagreement
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Engine, Status
from localisation.rules.linear import Linear
from localisation.solving.engines import apart, cpsat_search, race
from localisation.solving.engines.apart import search_mip, solve_mip_apart
from localisation.solving.engines.board import Board
from localisation.solving.engines.cpsat import solver_of
from localisation.solving.engines.cpsat_turn import Taken
from localisation.solving.engines.highs_task import Ask
from localisation.solving.engines.model import Model, Row
from localisation.solving.engines.outcome import Outcome, holds
from localisation.solving.engines.race import run_engines
from localisation.solving.engines.search import EngineDied


def market_split(rows: int, columns: int) -> Model:
    """A small market-split problem (Cornuéjols & Dawande 1998): easy to state, hopeless to prove quickly."""
    draw = random.Random(5)
    model = Model()
    x = [model.new(f"x{i}", 0, 1) for i in range(columns)]
    slack = []
    for _ in range(rows):
        factors = [draw.randrange(100) for _ in x]
        more, less = model.new("more", 0, 10_000), model.new("less", 0, 10_000)
        terms = dict(zip(x, factors, strict=True)) | {more: 1, less: -1}
        model.rows.append(Row(Linear(terms), sum(factors) // 2, sum(factors) // 2))
        slack += [more, less]
    model.objective = Linear(dict.fromkeys(slack, 10**9))
    return model


def small() -> Model:
    """Take two of three at 5, 3 and 4 (in points): 7 at best."""
    model = Model()
    x = [model.new(f"x{i}", 0, 1) for i in range(3)]
    model.rows.append(Row(Linear(dict.fromkeys(x, 1)), 2, None))
    model.objective = Linear({i: c * 10**9 for i, c in zip(x, (5, 3, 4), strict=True)})
    return model


def test_together_they_prove_the_optimum():
    told = []
    engine, outcome = run_engines(
        small(), SolveLimits(workers=2, time_limit_s=30), report=lambda *news: told.append(news), stop=None
    )
    assert outcome.status is Status.OPTIMAL
    assert outcome.value == 7 * 10**9
    assert set(engine.split(" + ")) <= {"CP-SAT", "HiGHS"}
    assert told


def test_a_stop_keeps_the_best_so_far_with_its_bound():
    model = market_split(rows=5, columns=40)
    stop = threading.Event()

    def stop_at_the_first_solution(engine: str, best: int | None, bound: int | None) -> None:
        if best is not None:
            stop.set()

    _, outcome = run_engines(
        model, SolveLimits(workers=2, time_limit_s=600), report=stop_at_the_first_solution, stop=stop
    )
    assert outcome.status is Status.FEASIBLE
    assert holds(model, outcome.values)
    assert outcome.bound <= outcome.value


def test_a_worker_that_dies_is_missed_when_alone_and_done_without_in_company(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(EngineDied):
        solve_mip_apart(small(), seconds=5, seed=1)
    engine, outcome = run_engines(small(), SolveLimits(time_limit_s=30), report=lambda *news: None, stop=None)
    assert (engine, outcome.value) == ("CP-SAT", 7 * 10**9)


def test_who_has_no_room_ends_and_the_others_go_on():
    """HiGHS needs more than 20 MB to begin with; CP-SAT may have as little and says so, with what it has by then."""
    little = SolveLimits(time_limit_s=30).model_copy(update={"memory_mb": 20})
    board = Board(small())
    with pytest.raises(EngineDied):
        search_mip(small(), board, little, seconds=5)
    assert solver_of(little, 5).parameters.max_memory_in_mb == 20
    _, outcome = run_engines(small(), SolveLimits(time_limit_s=30, memory_mb=2_000), report=lambda *_: None, stop=None)
    assert outcome.status is Status.OPTIMAL


@pytest.mark.parametrize("engine", Engine)
def test_every_choice_of_engine_gives_the_optimum(engine):
    _, outcome = run_engines(small(), SolveLimits(time_limit_s=30, engine=engine), report=lambda *news: None, stop=None)
    assert (outcome.status, outcome.value, outcome.bound) == (Status.OPTIMAL, 7 * 10**9, 7 * 10**9)


@pytest.mark.parametrize("engine", Engine)
def test_what_cannot_be_is_infeasible_to_all(engine):
    model = small()
    model.rows.append(Row(Linear({0: 1, 1: 1, 2: 1}), None, 1))
    _, outcome = run_engines(model, SolveLimits(time_limit_s=30, engine=engine), report=lambda *news: None, stop=None)
    assert outcome == Outcome(status=Status.INFEASIBLE)


def test_one_engine_alone_is_not_believed_when_it_says_impossible(monkeypatch):
    monkeypatch.setitem(race.ENGINES, Engine.MIP, ("HiGHS", lambda *given, **named: Status.INFEASIBLE))
    limits = SolveLimits(time_limit_s=30, engine=Engine.MIP)
    with pytest.raises(Disagreement):
        run_engines(small(), limits, report=lambda *news: None, stop=None)


@pytest.mark.parametrize("hint", [{0: 1, 1: 1, 2: 0}, {0: 1, 2: 0}])
def test_a_hint_whole_or_not_is_kept_as_a_solution_when_nothing_better_is_found(monkeypatch, hint):
    monkeypatch.setattr(race, "search_portfolio", lambda *given, **named: {"CP-SAT": Status.UNKNOWN})
    model = small()
    model.hint = hint
    _, outcome = run_engines(model, SolveLimits(time_limit_s=30), report=lambda *news: None, stop=None)
    assert (outcome.status, outcome.value) == (Status.FEASIBLE, 8 * 10**9)


def test_highs_begins_from_what_others_have_found(monkeypatch):
    given = []
    monkeypatch.setattr(apart, "Ask", lambda **ask: given.append(ask["solution"]) or Ask(**ask))
    board = Board(small())
    board.offer([1, 1, 0], "hand")
    search_mip(small(), board, SolveLimits(), seconds=20)
    assert given[0].tolist() == [1, 1, 0]
    assert board.best == (7 * 10**9, [0, 1, 1])


def test_what_must_repeat_has_an_end_whichever_engine_is_asked_for():
    """HiGHS knows no limit that repeats, so CP-SAT takes its place."""
    limits = SolveLimits(deterministic_limit=1, engine=Engine.MIP, workers=2)
    engine, _ = run_engines(market_split(rows=5, columns=40), limits, report=lambda *news: None, stop=None)
    assert engine == "CP-SAT"


def test_infeasible_where_a_solution_is_known_is_a_contradiction(monkeypatch):
    monkeypatch.setattr(cpsat_search, "take_turn", lambda *given, **named: Taken(status=Status.INFEASIBLE))
    board = Board(small())
    board.offer([1, 1, 0], "hand")
    with pytest.raises(Disagreement):
        cpsat_search.search_cpsat(small(), board, SolveLimits(workers=1), seconds=5, stop=None)
