"""Bound propagation and the exact re-check of solutions."""

import numpy as np
import pytest

from localisation.rules.linear import Linear, total
from localisation.solving.engines.cpsat import translate
from localisation.solving.engines.matrix_of import matrix_of
from localisation.solving.engines.model import Model, Row, tighten
from localisation.solving.engines.nearest import Nearest
from localisation.solving.engines.outcome import holds


def test_a_need_larger_than_the_room_fixes_the_choice_to_no():
    # 12 x <= 10 + 1 r with r in 0..1: x cannot be 1.
    model = Model()
    x, r = model.new("x", 0, 1), model.new("r", 0, 1)
    model.rows.append(Row(Linear({x: 12, r: -1}), None, 10))
    tighten(model)
    assert (model.variables[x].low, model.variables[x].high) == (0, 0)
    assert (model.variables[r].low, model.variables[r].high) == (0, 1)


def test_the_last_choice_left_is_fixed_to_yes():
    # x + y = 1, and y cannot be.
    model = Model()
    x, y = model.new("x", 0, 1), model.new("y", 0, 0)
    model.rows.append(Row(Linear({x: 1, y: 1}), 1, 1))
    tighten(model)
    assert model.variables[x].low == 1


def test_negative_factors_round_to_the_safe_side():
    # -3 x <= -7 means x >= 7/3, so at least 3; -2 y >= -5 means y <= 2.
    model = Model()
    x, y = model.new("x", 0, 9), model.new("y", 0, 9)
    model.rows.append(Row(Linear({x: -3}), None, -7))
    model.rows.append(Row(Linear({y: -2}), -5, None))
    tighten(model)
    assert model.variables[x].low == 3
    assert model.variables[y].high == 2


def test_rows_that_may_be_broken_narrow_nothing():
    model = Model()
    x, broken = model.new("x", 0, 1), model.new("broken", 0, 1)
    model.rows.append(Row(Linear({x: 1}), None, 0, broken=broken))
    tighten(model)
    assert model.variables[x].high == 1
    assert holds(model, [1, 1])
    assert not holds(model, [1, 0])


def test_sums_drop_what_cancels():
    x = Linear({0: 2}, 5)
    assert total([x, -x, 3]).terms == {}
    assert (x - x + 3).constant == 3


@pytest.mark.parametrize("put", [translate, matrix_of])
def test_an_engine_that_knows_rows_alone_takes_no_model_with_blocks(put):
    # One row whose only column costs 3, and 5 when it is shut: without the block the total would be free.
    model = Model()
    x, amount = model.new("x", 0, 1), model.new("amount", 3, 5)
    costs, otherwise = np.array([[3]]), np.array([5])
    model.blocks.append(Nearest(total=amount, choices=((x,),), costs=costs, otherwise=otherwise))
    with pytest.raises(AssertionError, match="expanded"):
        put(model)
