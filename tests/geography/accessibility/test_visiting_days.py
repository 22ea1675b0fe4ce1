"""A service point open some days, and the one that is open when it is not."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localisation.geography.accessibility import NotPlain, visiting_days

PEOPLE = {"village": 100, "town": 400}
SECONDS = {"village": {"near": 300, "full": 1800}, "town": {"full": 200, "near": 1700}}


def test_one_visiting_day_counts_as_a_fifth_of_the_access():
    # The village: one day of five at 300 s and four at 1800 s: (300 + 4 * 1800) / 5 = 1500 s.
    found = visiting_days(SECONDS, PEOPLE, {"near": 1, "full": 5})
    assert found.expected_s == {"village": 1500, "town": 200}
    assert found.nearest["village"] == {"near": 0.2, "full": 0.8}
    # Within 600 s on an average day: a fifth of the village, and the whole town.
    assert found.within(SECONDS, PEOPLE, 600) == 0.2 * 100 + 400


def test_which_days_matters_when_two_points_are_part_time():
    seconds = {"z": {"a": 100, "b": 200, "full": 1000}}
    same = visiting_days(seconds, {"z": 1}, {"a": frozenset({0}), "b": frozenset({0}), "full": 5})
    other = visiting_days(seconds, {"z": 1}, {"a": frozenset({0}), "b": frozenset({3}), "full": 5})
    unknown = visiting_days(seconds, {"z": 1}, {"a": 1, "b": 1, "full": 5})
    assert same.expected_s["z"] == (100 + 4 * 1000) / 5
    assert other.expected_s["z"] == (100 + 200 + 3 * 1000) / 5
    assert unknown.expected_s == same.expected_s  # The cautious assumption.


def test_days_without_anything_open_are_told_and_not_counted_as_no_time():
    found = visiting_days({"z": {"a": 100}, "far": {}}, {"z": 1, "far": 1}, {"a": 2})
    assert found.expected_s == {"z": 100}
    assert found.open_share == {"z": 0.4, "far": 0}
    assert (found.partly, found.unreached) == (("z",), ("far",))


def test_a_point_that_is_never_open_is_no_point():
    assert visiting_days(SECONDS, PEOPLE, {"near": 0, "full": 5}).expected_s["village"] == 1800


@pytest.mark.parametrize(
    "opening", [{"near": 6}, {"near": -1}, {"near": frozenset({5})}, {"near": 1, "full": frozenset({0})}]
)
def test_days_outside_the_week_or_half_known_are_refused(opening):
    with pytest.raises(NotPlain):
        visiting_days(SECONDS, PEOPLE, opening)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 900), st.integers(0, 3)), min_size=1, max_size=3), st.integers(0, 1000))
def test_the_cautious_assumption_is_never_better_than_any_real_week(points, limit):
    """Tried on every choice of days in a week of three."""
    seconds = {"z": {f"p{i}": t for i, (t, _) in enumerate(points)}}
    cautious = visiting_days(seconds, {"z": 1}, {f"p{i}": d for i, (_, d) in enumerate(points)}, week_days=3)
    choices = [[s for s in _subsets(3) if len(s) == d] for _, d in points]
    for days in product(*choices):
        real = visiting_days(seconds, {"z": 1}, {f"p{i}": d for i, d in enumerate(days)}, week_days=3)
        assert real.within(seconds, {"z": 1}, limit) >= cautious.within(seconds, {"z": 1}, limit) - 1e-9
        assert sum(real.nearest["z"].values()) == pytest.approx(real.open_share["z"])


def _subsets(n: int) -> list[frozenset[int]]:
    return [frozenset(i for i in range(n) if bits >> i & 1) for bits in range(2**n)]
