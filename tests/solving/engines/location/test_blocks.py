"""A block says the same as the rows it stands for."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status, Strength
from localisation.rules import nearest
from localisation.rules.linear import Linear
from localisation.solving.build import build
from localisation.solving.engines.board import Board
from localisation.solving.engines.cpsat import solve_cpsat
from localisation.solving.engines.expanded import expanded
from localisation.solving.engines.location.search import search_location
from localisation.solving.engines.model import Model, Row
from localisation.solving.engines.nearest import Nearest
from localisation.solving.engines.outcome import evaluate, holds
from tests.solving.engines.location.cases import location_model
from tests.solving.sample import criterion, instance


def test_the_nearest_open_column_counts_and_none_costs_what_it_costs_otherwise() -> None:
    block = Nearest(total=3, choices=((0,), (1, 2)), costs=np.array([[4, 1], [2, 9]]), otherwise=np.array([5, 7]))
    assert block.amount([1, 0, 0, 0]) == 4 + 2
    assert block.amount([0, 0, 1, 0]) == 1 + 7, "the second column by its other choice; 9 is more than 7"
    assert block.amount([1, 1, 0, 0]) == 1 + 2
    assert block.amount([0, 0, 0, 0]) == 5 + 7
    assert (block.least, block.most) == (1 + 2, 5 + 7)


def test_a_total_below_the_sum_does_not_hold() -> None:
    model = location_model(np.array([[3, 5]]), 1, 1)
    assert holds(model, [0, 1, 5])
    assert not holds(model, [0, 1, 4])


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_rows_allow_no_less_than_the_block(data: st.DataObject) -> None:
    rows, columns = data.draw(st.integers(1, 4)), data.draw(st.integers(1, 3))
    cells = st.integers(0, 9)
    costs = np.array(
        data.draw(st.lists(st.lists(cells, min_size=columns, max_size=columns), min_size=rows, max_size=rows))
    )
    otherwise = np.array(data.draw(st.lists(cells, min_size=rows, max_size=rows)))
    model = Model()
    for j in range(columns + 1):
        model.new(f"y{j}", int(data.draw(st.booleans()) and j == 0), 1)
    choices = tuple(
        tuple(sorted(data.draw(st.sets(st.integers(0, columns), min_size=1, max_size=2)))) for _ in range(columns)
    )
    block = Nearest(total=columns + 1, choices=choices, costs=costs, otherwise=otherwise)
    model.blocks.append(block)
    model.objective = Linear({model.new("total", 0, block.most): 1})
    for values in product(*[range(v.low, v.high + 1) for v in model.variables[:-1]]):
        plain = expanded(model)
        for v, value in enumerate(values):
            plain.rows.append(Row(Linear({v: 1}), value, value))
        found = solve_cpsat(plain, SolveLimits(workers=1), seconds=10)
        assert found.value == block.amount([*values, 0])
        assert found.values is not None
        assert holds(model, found.values[: len(model.variables)])
        assert evaluate(model.objective, found.values) == found.value


def test_a_rule_says_the_same_by_block_and_by_helpers(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    weighed = criterion("time", "citizens_travel_time", Strength.WEIGHT, weight=1, best=0, worst=1000)
    case = instance(weighed, criterion("parts", "sites_per_unit"))
    by_helpers = build(case)
    assert not by_helpers.placement.model.blocks
    monkeypatch.setattr(nearest, "FEW_CELLS", 0)
    monkeypatch.setattr(nearest, "MANY_CELLS", 0)
    by_block = build(case)
    assert by_block.placement.model.blocks
    values = []
    for built in (by_helpers, by_block):
        model = expanded(built.placement.model)
        model.objective = built.objectives[0]
        values.append(solve_cpsat(model, SolveLimits(workers=1), seconds=20).value)
    model = by_block.placement.model
    model.objective = by_block.objectives[0]
    board = Board(model)
    search_location(model, board, seconds=20, seed=1, stop=None)
    outcome = board.outcome()[1]
    assert outcome.status is Status.OPTIMAL
    assert values == [outcome.value] * 2
