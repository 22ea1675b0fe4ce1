"""What a covering problem loses on its way to the solver never costs its optimum."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from localisation.solving.engines.location.core import Core
from localisation.solving.engines.location.covering import reduced
from localisation.solving.engines.location.node import Node, root


def node(covers: np.ndarray, costs: np.ndarray, worth: np.ndarray, linear: np.ndarray, fewest: int, most: int) -> Node:
    columns = len(linear)
    core = Core(
        openings=np.arange(columns), costs=costs.astype(np.float64), otherwise=worth.astype(np.float64),
        linear=linear.astype(np.float64), group=np.zeros(columns, dtype=np.int64), fewest=np.array([fewest]),
        most=np.array([most]), covers=covers, needed=np.ones(len(covers), dtype=np.int64), constant=0, grid=1,
    )  # fmt: skip
    return root(core)


def least(case: Node) -> float:
    """The least of all choices; infinite when none is lawful."""
    found = np.inf
    for flags in product((False, True), repeat=len(case.columns)):
        chosen = np.array(flags, dtype=bool)
        if not case.fewest[0] <= chosen.sum() <= case.most[0]:
            continue
        if (case.covers @ chosen < case.needed).any():
            continue
        nearest = np.minimum(case.costs[chosen].min(axis=0, initial=np.inf), case.otherwise)
        found = min(found, float(nearest.sum() + case.linear[chosen].sum()) + case.paid)
    return found


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 7), st.integers(0, 7), st.integers(0, 6), st.data())
def test_the_least_is_the_same_before_and_after(
    seed: int, columns: int, covers: int, rows: int, data: st.DataObject
) -> None:
    source = np.random.default_rng(seed)
    share = data.draw(st.sampled_from((0.2, 0.5, 0.8)))
    worth = source.integers(1, 9, rows)
    costs = np.where(source.random((columns, rows)) < share, 0, worth)
    most = data.draw(st.integers(1, columns))
    fewest = data.draw(st.integers(0, most))
    linear = source.integers(0, 4, columns) * data.draw(st.sampled_from((0, 1)))
    before = node(source.random((covers, columns)) < share, costs, worth, linear, fewest, most)
    assert least(reduced(before)) == least(before)


def test_a_site_whose_reach_is_inside_another_s_goes_and_so_does_a_zone_that_asks_no_more() -> None:
    # Site 1 reaches what site 0 does but zone 2. Zone 0 is content with 0 or 1, so zone 1, content with 0, 1 or 2, is.
    covers = np.array([[1, 1, 0], [1, 1, 1], [1, 0, 1]], dtype=bool)
    before = node(covers, np.zeros((3, 0)), np.zeros(0), np.ones(3), 1, 3)
    after = reduced(before)
    assert after.columns.tolist() == [0]
    assert after.needed.tolist() == [1.0]
