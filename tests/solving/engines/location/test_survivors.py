"""HiGHS here and in a process of its own say the same of what a Lagrangian leaves."""

import numpy as np
import pytest

from localisation.solving.engines.location.core import Core
from localisation.solving.engines.location.node import Node, root
from localisation.solving.engines.location.survivors import Survivors
from localisation.solving.engines.location.survivors_apart import solve_survivors_apart


def node(seed: int, most: int, *, covers: int = 0) -> Node:
    """Twelve columns and twenty rows; to open one costs 0 to 9."""
    source = np.random.default_rng(seed)
    costs = source.integers(0, 50, (12, 20)).astype(np.float64)
    core = Core(
        openings=np.arange(12), costs=costs, otherwise=costs.max(axis=0), linear=source.integers(0, 10, 12) * 1.0,
        group=np.zeros(12, dtype=np.int64), fewest=np.array([1]), most=np.array([most]),
        covers=source.random((covers, 12)) < 0.4, needed=np.ones(covers, dtype=np.int64), constant=0, grid=1,
    )  # fmt: skip
    return root(core)


def worth(case: Node, chosen: np.ndarray) -> float:
    return float(np.minimum(case.costs[chosen].min(axis=0), case.otherwise).sum() + case.linear[chosen].sum())


@pytest.mark.parametrize(("seed", "most", "covers"), [(1, 3, 0), (2, 12, 3)])
def test_both_find_the_same_and_prove_it(seed: int, most: int, covers: int) -> None:
    case = node(seed, most, covers=covers)
    survivors = Survivors.of(case, 10_000)
    assert survivors is not None
    here, chosen_here = survivors.solve(case, 20)
    apart, chosen_apart = solve_survivors_apart(survivors, case, 20, 1, lambda: False)
    assert chosen_here is not None
    assert chosen_apart is not None
    assert worth(case, chosen_here) == worth(case, chosen_apart) == np.ceil(here) == np.ceil(apart)


def test_with_two_covers_that_share_no_column_and_one_to_open_nothing_is_left() -> None:
    case = node(1, 1, covers=2)
    case.covers[:] = 0
    case.covers[0, :3] = case.covers[1, 3:] = 1
    survivors = Survivors.of(case, 10_000)
    assert survivors is not None
    assert solve_survivors_apart(survivors, case, 20, 1, lambda: False) == (np.inf, None)


def test_stopped_at_once_it_says_nothing_that_is_not_so() -> None:
    case = node(3, 4)
    survivors = Survivors.of(case, 10_000)
    assert survivors is not None
    _, best = survivors.solve(case, 20)
    assert best is not None
    bound, _ = solve_survivors_apart(survivors, case, 20, 1, lambda: True)
    assert bound <= worth(case, best)
