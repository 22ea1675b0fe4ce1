"""Two engines side by side: what they say together, and what happens when one is stopped or dies."""

import random
import sys
import threading

from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.rules.linear import Linear
from localisation.solving.engines.apart import solve_mip_apart
from localisation.solving.engines.model import Model, Row
from localisation.solving.engines.outcome import Outcome, holds
from localisation.solving.engines.race import combine, run_engines


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
    assert engine in ("CP-SAT", "HiGHS")
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


def test_a_worker_that_dies_leaves_no_answer_but_no_harm(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert solve_mip_apart(small(), seconds=5, seed=1) == Outcome(status=Status.UNKNOWN)


def test_one_engine_alone_is_not_believed_when_it_says_impossible():
    said = combine(Outcome(status=Status.INFEASIBLE), Outcome(status=Status.UNKNOWN))
    assert said.status is Status.UNKNOWN
    found = Outcome(status=Status.FEASIBLE, values=[1], value=10**9, bound=0)
    assert combine(Outcome(status=Status.INFEASIBLE), found).status is Status.FEASIBLE
    assert combine(*[Outcome(status=Status.INFEASIBLE)] * 2).status is Status.INFEASIBLE
