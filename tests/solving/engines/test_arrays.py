"""Bounds narrowed by all rows at once: nothing lawful is lost, and what cannot be is said."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from localisation.rules.linear import Linear
from localisation.solving.engines.arrays import Arrays
from localisation.solving.engines.model import Model, Row
from localisation.solving.engines.outcome import holds


@st.composite
def programs(draw: st.DrawFn) -> Model:
    """Four whole numbers and three rows."""
    model = Model()
    for i in range(4):
        low = draw(st.integers(-2, 1))
        model.new(f"x{i}", low, low + draw(st.integers(0, 3)))
    for _ in range(3):
        factors = draw(st.lists(st.integers(-4, 4), min_size=4, max_size=4).filter(any))
        low = draw(st.integers(-8, 8))
        terms = {v: f for v, f in enumerate(factors) if f}
        model.rows.append(Row(Linear(terms), low, draw(st.none() | st.integers(low, 12))))
    return model


@settings(max_examples=300, deadline=None)
@given(programs())
def test_no_solution_is_lost_and_none_is_made_up(model: Model):
    arrays = Arrays(model)
    low, high = arrays.low.copy(), arrays.high.copy()
    possible = arrays.propagate(low, high)
    ranges = (range(v.low, v.high + 1) for v in model.variables)
    lawful = [values for x in product(*ranges) if holds(model, values := list(x))]
    assert possible or not lawful
    for values in lawful:
        assert (low <= values).all()
        assert (np.array(values) <= high).all()
    broken = arrays.open_rows(np.arange(4), low, high)
    if possible and not len(broken):
        inside = product(*(range(int(a), int(b) + 1) for a, b in zip(low, high, strict=True)))
        assert all(list(x) in lawful for x in inside), "no row is left that what is open could break"


def test_bounds_that_cross_on_entry_cannot_be():
    model = Model()
    x, _ = model.new("x", 0, 1), model.new("t", 0, 9)
    model.rows.append(Row(Linear({x: 1}), None, 1))
    assert not Arrays(model).propagate(np.array([0.0, 5.0]), np.array([1.0, 3.0]))
