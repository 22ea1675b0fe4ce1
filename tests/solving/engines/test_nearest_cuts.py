"""Cuts for what costs to the nearest: the relaxation with them is that of the block written out, and none lies."""

import random

import numpy as np
import pytest

from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Engine, Status
from localisation.rules.linear import Linear
from localisation.solving.engines.cpsat import solve_cpsat
from localisation.solving.engines.expanded import expanded
from localisation.solving.engines.model import Model, Row
from localisation.solving.engines.nearest import Nearest
from localisation.solving.engines.nearest_cuts import NearestCuts
from localisation.solving.engines.outcome import PROOF_TOLERANCE
from localisation.solving.engines.race import run_engines
from tests.solving.engines.relaxed import relaxed

POINT = 10**9


def sites(seed: int, rows: int = 12, columns: int = 7, opened: int = 2) -> Model:
    """Open a few sites, each at a price, and pay for every row the way to the nearest of them."""
    draw = random.Random(seed)
    model = Model()
    x = [model.new("", 0, 1) for _ in range(columns)]
    costs = np.array([[draw.randint(0, 30) for _ in range(columns)] for _ in range(rows)], dtype=np.int64)
    otherwise = np.full(rows, 40, dtype=np.int64)
    total = model.new("nearest", 0, int(otherwise.sum()))
    choices = (*((v,) for v in x[:-1]), (x[-1], x[0]))
    model.blocks.append(Nearest(total=total, choices=choices, costs=costs, otherwise=otherwise))
    model.rows.append(Row(Linear(dict.fromkeys(x, 1)), 1, opened))
    model.objective = Linear({v: draw.randint(0, 20) * POINT for v in x} | {total: POINT})
    return model


@pytest.mark.parametrize("seed", range(6))
def test_the_bound_is_that_of_the_rows_written_out(seed):
    """Rounds that lift the bound by less than a 2,000th part are soon the last, so a little may lack."""
    model = sites(seed)
    whole, cut = relaxed(expanded(model)).bound, relaxed(model).bound
    assert cut <= whole + 1e-6
    assert cut >= whole * 0.998


@pytest.mark.parametrize("seed", range(20))
def test_every_cut_holds_in_every_solution(seed):
    model = sites(seed)
    block = model.blocks[0]
    draw = np.random.default_rng(seed)
    cut = NearestCuts(block, len(model.variables)).violated(draw.random(len(model.variables)) * 0.4)
    assert cut is not None
    low, index, factor = cut
    for number in range(2**7):
        x = [number >> k & 1 for k in range(7)]
        x.append(block.amount(x))
        assert sum(f * x[v] for v, f in zip(index.tolist(), factor.tolist(), strict=True)) >= low


def test_a_point_that_is_a_solution_is_left_in_peace():
    model = sites(3)
    x = np.array([1.0, 0, 0, 1.0, 0, 0, 0, 0])
    x[7] = model.blocks[0].amount([int(v) for v in x])
    cuts = NearestCuts(model.blocks[0], 8)
    assert cuts.violated(x) is None
    x[7] -= 1
    assert cuts.violated(x) is not None


def test_what_a_hint_opens_is_said_of_the_helpers_too():
    model = sites(5)
    x = [0, 1, 0, 0, 1, 0, 0]
    model.hint = dict(enumerate([*x, model.blocks[0].amount(x)]))
    plain = expanded(model)
    assert set(plain.hint) == set(range(len(plain.variables)))
    values = [plain.hint[v] for v in range(len(plain.variables))]
    for row in plain.rows:
        amount = sum(f * values[v] for v, f in row.expression.terms.items())
        assert row.low is None or amount >= row.low
        assert row.high is None or amount <= row.high


def medians(rows: int, columns: int, opened: int, price: int) -> Model:
    """Ways of up to some ten million to the nearest of a few sites, at so many goal units each."""
    draw = random.Random(1)
    model = Model()
    x = [model.new("", 0, 1) for _ in range(columns)]
    here, there = ([(draw.random(), draw.random()) for _ in range(n)] for n in (rows, columns))
    costs = np.array([[round(1e7 * ((a - c) ** 2 + (b - d) ** 2) ** 0.5) for c, d in there] for a, b in here])
    otherwise = costs.max(axis=1)
    total = model.new("nearest", 0, int(otherwise.sum()))
    model.blocks.append(Nearest(total=total, choices=tuple((v,) for v in x), costs=costs, otherwise=otherwise))
    model.rows.append(Row(Linear(dict.fromkeys(x, 1)), opened, opened))
    model.objective = Linear({total: price})
    return model


def test_many_rows_and_columns_come_near_the_rows_written_out():
    """300 rows and 60 columns: the first rounds lift nothing, and the bound must not be left at that."""
    model = medians(300, 60, 8, price=1000)
    assert relaxed(model).bound >= 0.99 * relaxed(expanded(model)).bound > 0


@pytest.mark.parametrize("price", [1, 10, 90])
@pytest.mark.parametrize("engine", [Engine.MIP, Engine.PORTFOLIO])
def test_what_costs_next_to_nothing_each_still_counts(price, engine):
    """HiGHS takes a cost under 1e-7 for 0; a hundred goal units are that."""
    model = medians(40, 12, 4, price)
    other = model.new("another price", 0, 1)
    model.objective = model.objective + Linear({other: -POINT})
    known = solve_cpsat(expanded(model), SolveLimits(workers=1), seconds=60)
    _, found = run_engines(model, SolveLimits(time_limit_s=60, engine=engine), report=lambda *news: None, stop=None)
    assert found.status is known.status is Status.OPTIMAL
    assert abs(found.value - known.value) <= PROOF_TOLERANCE


def test_a_block_without_columns_has_nothing_to_say():
    block = Nearest(total=0, choices=(), costs=np.zeros((3, 0), dtype=np.int64), otherwise=np.array([1, 2, 3]))
    assert NearestCuts(block, 1).violated(np.zeros(1)) is None
