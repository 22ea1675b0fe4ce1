"""What bounds rule out is in no solution that is as good as the best known."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from localisation.rules.linear import Linear
from localisation.solving.engines.fixing import narrowed
from localisation.solving.engines.model import Model, Row
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
