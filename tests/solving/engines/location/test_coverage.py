"""Maximal covering by parts: what trying every choice finds, and bounds that no choice is below."""

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from localisation.solving.engines.location.ascent import Pace
from localisation.solving.engines.location.cover_bound import prove
from localisation.solving.engines.location.cover_climb import climb
from localisation.solving.engines.location.cover_parts import Part, Parts
from localisation.solving.engines.location.cover_tree import search_coverage
from localisation.solving.engines.location.coverage import Coverage


def coverage(
    reach: np.ndarray, worth: np.ndarray, fewest: int, most: int, linear: np.ndarray | None = None
) -> Coverage:
    """Columns by rows, 0 and 1."""
    columns = len(reach)
    return Coverage(
        columns=np.arange(columns), reach=reach.astype(np.float64), quick=reach.astype(np.float32),
        worth=worth.astype(np.float64), linear=np.zeros(columns) if linear is None else linear.astype(np.float64),
        fewest=fewest, most=most, paid=0.0, opened=(), rows=worth / 2.0, fine=1024.0,
    )  # fmt: skip


class Kept:
    """Stands in for an incumbent: keeps the best choice; with `follows` False it takes none."""

    def __init__(self, case: Coverage, *, follows: bool = True) -> None:
        self.case, self.follows = case, follows
        self.limit = self.aim = np.inf
        self.bound = -np.inf

    def offer_columns(self, columns: list[int]) -> None:
        chosen = np.zeros(len(self.case.columns), dtype=bool)
        chosen[columns] = True
        if self.case.fewest <= chosen.sum() <= self.case.most:
            self.aim = min(self.aim, self.case.value(chosen))
            self.limit = self.aim if self.follows else np.inf

    def lift(self, bound: float) -> None:
        self.bound = max(self.bound, bound)


def values(case: Coverage, part: Part) -> dict[tuple[int, ...], float]:
    """What each lawful choice in a part comes to."""
    free, opened = np.flatnonzero(part.left).tolist(), list(part.opened)
    found = {}
    for size in range(max(0, case.fewest - len(opened)), case.most - len(opened) + 1):
        for more in combinations(free, size):
            chosen = np.zeros(len(case.columns), dtype=bool)
            chosen[[*opened, *more]] = True
            found[more] = case.value(chosen)
    return found


def whole(case: Coverage) -> Part:
    left = np.ones(len(case.columns), dtype=bool)
    return Part(opened=(), left=left, rows=case.rows.astype(np.float32), bound=-np.inf)


@st.composite
def cases(draw: st.DrawFn) -> Coverage:
    """Up to 9 columns and 14 rows."""
    source = np.random.default_rng(draw(st.integers(0, 10**6)))
    columns, rows = draw(st.integers(2, 9)), draw(st.integers(1, 14))
    most = draw(st.integers(1, min(4, columns)))
    reach = source.random((columns, rows)) < draw(st.sampled_from((0.15, 0.3, 0.6)))
    linear = source.integers(-5, 30, columns) if draw(st.booleans()) else None
    return coverage(reach, source.integers(1, 40, rows), draw(st.integers(0, most)), most, linear)


@settings(max_examples=150, deadline=None)
@given(cases())
def test_the_best_choice_is_that_of_trying_all(case: Coverage) -> None:
    best = Kept(case)
    found = search_coverage(case, best, lambda: False)  # type: ignore[arg-type]
    assert best.limit == min(values(case, whole(case)).values())
    assert found.bound == np.inf, "nothing is left to settle"


@settings(max_examples=50, deadline=None)
@given(cases())
def test_where_no_choice_can_be_followed_the_bound_is_still_that_of_the_best(case: Coverage) -> None:
    # Then every column may be in what the rest of the model does allow.
    unfollowed = Kept(case, follows=False)
    found = search_coverage(case, unfollowed, lambda: False)  # type: ignore[arg-type]
    least = min(values(case, whole(case)).values())
    assert np.ceil(found.bound) <= least
    assert unfollowed.bound <= least
    assert set(found.left) == set(range(len(case.columns)))


@settings(max_examples=150, deadline=None)
@given(cases(), st.integers(0, 10**6), st.integers(0, 30))
def test_no_choice_is_below_the_bound_nor_better_where_a_column_is_decided_otherwise(
    case: Coverage, seed: int, rounds: int
) -> None:
    source = np.random.default_rng(seed)
    given = []
    for _ in range(3):
        left = source.random(len(case.columns)) < 0.8
        opened = np.flatnonzero(source.random(len(case.columns)) < 0.2)[: case.most].tolist()
        left[opened] = False
        rows = (source.random(len(case.worth)) * case.worth).astype(np.float32)
        given.append(Part(opened=tuple(opened), left=left, rows=rows, bound=-np.inf))
    parts = Parts.of(case, given)
    limit = float(min(values(case, whole(case)).values()) + source.integers(0, 6))
    pace = Pace(rounds=rounds, step=1.0, patience=5, smallest=0.01)
    climbed = climb(case, parts, pace, limit, lambda: False, None)
    bounds, needed, barred = prove(case, parts, climbed.rows, limit)
    for part, bound, must, never in zip(given, bounds, needed, barred, strict=True):
        for more, value in values(case, part).items():
            assert np.ceil(bound) <= value
            if value < limit:
                assert set(np.flatnonzero(must)) <= set(more)
                assert not set(np.flatnonzero(never)) & set(more)


def test_one_site_that_reaches_most_and_two_that_reach_all() -> None:
    # Rows of 3, 4, 5 and 6 people. With one site the middle one reaches 4 + 5 + 6; with two the ends reach everyone.
    reach = np.array([[1, 1, 0, 0], [0, 1, 1, 1], [0, 0, 1, 1]])
    worth = np.array([3, 4, 5, 6])
    for most, missed in ((1, 3), (2, 0)):
        best = Kept(coverage(reach, worth, 0, most))
        search_coverage(best.case, best, lambda: False)  # type: ignore[arg-type]
        assert best.limit == missed


def test_stopped_at_once_it_has_a_bound_below_every_choice() -> None:
    source = np.random.default_rng(3)
    case = coverage(source.random((30, 60)) < 0.2, source.integers(1, 100, 60), 4, 4)
    best = Kept(case)
    found = search_coverage(case, best, lambda: True)  # type: ignore[arg-type]
    assert found.bound <= min(values(case, whole(case)).values()) <= best.limit
