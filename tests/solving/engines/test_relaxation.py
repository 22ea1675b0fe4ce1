"""What bounds rule out is in no solution that is as good as the best known."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localisation.domain.scenario import SolveLimits
from localisation.rules.linear import Linear
from localisation.solving.engines.apart import Highs
from localisation.solving.engines.board import Board
from localisation.solving.engines.fixing import narrowed, with_cuts
from localisation.solving.engines.model import Model, Row
from localisation.solving.engines.nearest import Nearest
from localisation.solving.engines.outcome import evaluate, holds
from tests.solving.engines.relaxed import relaxed

POINT = 10**9


@st.composite
def knapsacks(draw: st.DrawFn) -> Model:
    """Five things with weights and prices, so much to be carried at least."""
    model = Model()
    x = [model.new(f"x{i}", 0, 1) for i in range(5)]
    weights = draw(st.lists(st.integers(1, 9), min_size=5, max_size=5))
    prices = draw(st.lists(st.integers(-5, 9), min_size=5, max_size=5))
    model.rows.append(Row(Linear(dict(zip(x, weights, strict=True))), draw(st.integers(0, sum(weights))), None))
    model.objective = Linear({v: p * POINT for v, p in zip(x, prices, strict=True) if p})
    return model


@settings(max_examples=15, deadline=None)
@given(knapsacks())
def test_nothing_as_good_as_the_best_is_lost(model: Model):
    found = relaxed(model)
    lawful = [values for x in product((0, 1), repeat=5) if holds(model, values := list(x))]
    costs = [evaluate(model.objective, values) for values in lawful]
    assert found.bound <= min(costs) / POINT + 1e-9
    for known in set(costs):
        rest = narrowed(model, found, known)
        kept = [cost for values, cost in zip(lawful, costs, strict=True) if holds(rest, values)]
        assert sorted(c for c in costs if c <= known) == sorted(c for c in kept if c <= known)


def test_much_is_ruled_out_once_the_best_is_known():
    """One of three at 1, 5 and 9 points: with 1 known, neither of the others can be taken."""
    model = Model()
    x = [model.new(f"x{i}", 0, 1) for i in range(3)]
    model.rows.append(Row(Linear(dict.fromkeys(x, 1)), 1, None))
    model.objective = Linear(dict(zip(x, (POINT, 5 * POINT, 9 * POINT), strict=True)))
    rest = narrowed(model, relaxed(model), POINT)
    assert [v.high for v in rest.variables] == [1, 0, 0]


def test_a_total_that_may_be_nothing_is_no_yes_or_no():
    """Two totals of 5 each have room for 10 together once the first place is open: that costs 1 point, a breach 50."""
    model = Model()
    near, everywhere, broken = (model.new(name, 0, 1) for name in ("near", "everywhere", "broken"))
    totals = [model.new(f"total{i}", 0, 100) for i in range(2)]
    costs, otherwise = np.array([[0, 0], [5, 0]]), np.array([95, 5])
    for total in totals:
        model.blocks.append(Nearest(total=total, choices=((near,), (everywhere,)), costs=costs, otherwise=otherwise))
    model.rows.append(Row(Linear(dict.fromkeys(totals, 1)), None, 10, broken=broken))
    model.objective = Linear({near: POINT, everywhere: 30 * POINT, broken: 50 * POINT})
    assert relaxed(model).bound <= 1 + 1e-9


@st.composite
def rooms_and_ways(draw: st.DrawFn) -> Model:
    """Four units in two buildings of little room, ways to the nearest, a row of everything that may be switched off."""
    model = Model()
    sits = [[model.new(f"sits{u}{b}", 0, 1) for b in range(2)] for u in range(3)]
    used = [model.new(f"used{b}", 0, 1) for b in range(2)]
    helper, broken = model.new("helper", draw(st.integers(-3, 0)), 2), model.new("broken", 0, 1)
    needs = draw(st.lists(st.integers(1, 9), min_size=3, max_size=3))
    for places in sits:
        model.rows.append(Row(Linear(dict.fromkeys(places, 1)), 1, 1))
    for b in range(2):
        model.rows += [Row(Linear({used[b]: 1, places[b]: -1}), 0, None) for places in sits]
        room = {places[b]: need for places, need in zip(sits, needs, strict=True)}
        model.rows.append(Row(Linear({**room, used[b]: -draw(st.integers(3, 20)), helper: 1}), None, 0))
    costs = np.array(draw(st.lists(st.lists(st.integers(0, 9), min_size=2, max_size=2), min_size=2, max_size=2)))
    total = model.new("total", 0, 18)
    otherwise = np.array([9, 9])
    model.blocks.append(Nearest(total=total, choices=tuple((u,) for u in used), costs=costs, otherwise=otherwise))
    together = {total: draw(st.integers(0, 2)), used[0]: draw(st.integers(1, 6)), used[1]: draw(st.integers(1, 6))}
    model.rows.append(
        Row(Linear({v: f for v, f in together.items() if f}), None, draw(st.integers(0, 12)), None, broken)
    )
    prices = draw(st.lists(st.integers(-4, 9), min_size=len(model.variables), max_size=len(model.variables)))
    prices[total] = abs(prices[total])
    model.objective = Linear({v: p * POINT for v, p in enumerate(prices) if p})
    return model


def _lawful(model: Model) -> list[list[int]]:
    """Every solution with each total as small as it may be."""
    (block,) = model.blocks
    ranges = [range(v.low, v.high + 1) if i != block.total else (0,) for i, v in enumerate(model.variables)]
    found = []
    for x in product(*ranges):
        values = list(x)
        values[block.total] = block.amount(values)
        if holds(model, values):
            found.append(values)
    return found


@settings(max_examples=40, deadline=None)
@given(rooms_and_ways())
def test_cuts_and_what_they_rule_out_leave_every_solution_as_good(model: Model):
    lawful = _lawful(model)
    if not lawful:
        return
    found = relaxed(model)
    costs = [evaluate(model.objective, values) for values in lawful]
    assert found.bound <= min(costs) / POINT + 1e-9
    for known in {min(costs), max(costs)}:
        rest = narrowed(with_cuts(model, found), found, known)
        assert all(holds(rest, values) for values, cost in zip(lawful, costs, strict=True) if cost <= known)


def test_the_plain_relaxation_is_told_beside_the_one_with_cover_cuts():
    """Of two things with no room together one is left: the relaxation alone takes parts of both, for less."""
    model = Model()
    x = [model.new(f"x{i}", 0, 1) for i in range(3)]
    model.rows.append(Row(Linear(dict.fromkeys(x, 6)), None, 11))
    model.objective = Linear(dict.fromkeys(x, -6 * POINT))
    with Highs(model, Board(model), SolveLimits(seed=1), seconds=20, relax_s=10) as highs:
        assert highs.tried.wait(20)
        plain, found = highs.plain(), highs.relaxation()
    assert plain is not None
    assert found is not None
    assert (plain.plain, plain.cuts, plain.bound) == (True, (), pytest.approx(-11))
    assert (found.plain, len(found.cuts), found.bound) == (False, 1, pytest.approx(-6))
