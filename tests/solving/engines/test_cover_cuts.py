"""Cuts of limited room: none cuts off a solution in whole numbers, and those that are known are found."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from localisation.rules.linear import Linear
from localisation.solving.engines.cover_cuts import CoverCuts
from localisation.solving.engines.matrix_of import matrix_of
from localisation.solving.engines.model import Model, Row
from localisation.solving.engines.outcome import holds

THINGS = 5


@st.composite
def rooms(draw: st.DrawFn) -> Model:
    """Five things, a building that may be used and works that may be done in it; a row of room, the works, a helper."""
    model = Model()
    things = [model.new(f"x{i}", 0, 1) for i in range(THINGS)]
    used, works = model.new("used", 0, 1), model.new("works", 0, 1)
    helper = model.new("helper", draw(st.integers(0, 2)), 3)
    weights = draw(st.lists(st.integers(-3, 9), min_size=THINGS, max_size=THINGS))
    terms = dict(zip(things, weights, strict=True))
    terms |= {used: -draw(st.integers(0, 15)), works: -draw(st.integers(0, 9)), helper: draw(st.integers(-2, 3))}
    room = draw(st.integers(0, 6))
    terms = {v: f for v, f in terms.items() if f}
    if draw(st.booleans()):
        model.rows.append(Row(Linear(terms), None, room))
    else:
        model.rows.append(Row(Linear({v: -f for v, f in terms.items()}), -room, None))
    if draw(st.booleans()):
        model.rows.append(Row(Linear({works: -1, used: 1}), 0, None))
    if draw(st.booleans()):
        model.rows.append(Row(Linear({things[0]: 2, used: -1}), None, 0))
    return model


@settings(max_examples=400, deadline=None)
@given(rooms(), st.lists(st.integers(0, 20), min_size=THINGS + 2, max_size=THINGS + 2))
def test_no_solution_is_cut_off(model: Model, twentieths: list[int]):
    cuts = CoverCuts(matrix_of(model)).violated(np.array([*(t / 20 for t in twentieths), 0.0]))
    helper = model.variables[-1]
    for x in product(*((0, 1),) * (THINGS + 2), range(helper.low, helper.high + 1)):
        if holds(model, list(x)):
            for low, variables, factors in cuts:
                assert factors @ np.array(x)[variables] >= low


def test_a_cover_is_lifted_and_counts_for_a_building_in_use_only():
    """Room for 10 in a building that is half in use: 5 and 5 have room together; of 6, 5 and 9 no two have."""
    model = Model()
    x = [model.new(f"x{i}", 0, 1) for i in range(4)]
    used = model.new("used", 0, 1)
    model.rows.append(Row(Linear(dict(zip([*x, used], (6, 5, 5, 9, -10), strict=True))), None, 0))
    (cut,) = CoverCuts(matrix_of(model)).violated(np.array([0.45, 0.05, 0.05, 0.15, 0.5]))
    low, variables, factors = cut
    found = dict(zip(variables.tolist(), factors.tolist(), strict=True))
    assert (low, found) == (0, {x[0]: -1, x[1]: -1, x[3]: -1, used: 1})


def test_a_point_in_whole_numbers_is_left_alone():
    model = Model()
    x = [model.new(f"x{i}", 0, 1) for i in range(3)]
    model.rows.append(Row(Linear(dict(zip(x, (6, 5, 5), strict=True))), None, 10))
    assert CoverCuts(matrix_of(model)).violated(np.array([0.0, 1.0, 1.0])) == []


def test_an_opener_that_comes_to_nothing_is_left_out():
    """Of three cuts' worth of room the works give it all: no term says 0 times the building."""
    model = Model()
    x = [model.new(f"x{i}", 0, 1) for i in range(4)]
    works, used = model.new("works", 0, 1), model.new("used", 0, 1)
    model.rows.append(Row(Linear(dict(zip([*x, works, used], (5, 9, 9, 5, -6, -4), strict=True))), None, 0))
    model.rows.append(Row(Linear({works: -1, used: 1}), 0, None))
    for draw in range(200):
        point = np.random.default_rng(draw).random(6)
        assert all((factors != 0).all() for _, _, factors in CoverCuts(matrix_of(model)).violated(point))
