"""What must hold of the measures whatever the numbers are."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localisation.geography.accessibility import gini, mean_time, percentile_time, profile, share_within

ZONES = st.lists(
    st.tuples(st.one_of(st.just(float("inf")), st.integers(0, 5000).map(float)), st.integers(0, 300)), max_size=12
)


def arrays_of(zones):
    return np.array([t for t, _ in zones], dtype=float), np.array([p for _, p in zones], dtype=float)


@settings(max_examples=80, deadline=None)
@given(ZONES)
def test_nobody_is_ever_lost(zones):
    seconds, people = arrays_of(zones)
    mean = mean_time(seconds, people)
    assert mean.people + mean.unreached.people == people.sum()
    assert share_within(seconds, people, 10**6).within == mean.people
    curve = profile(seconds, people)
    assert list(curve.share) == sorted(curve.share)
    if people.sum():
        assert curve.share[-1] == pytest.approx(mean.people / people.sum())


@settings(max_examples=80, deadline=None)
@given(ZONES, st.integers(1, 100))
def test_a_percentile_is_the_least_time_that_holds_so_many(zones, percent):
    seconds, people = arrays_of(zones)
    found = percentile_time(seconds, people, percent).seconds
    enough = percent * people.sum()
    times = sorted({t for t, p in zones if np.isfinite(t) and p})
    right = next((t for t in times if 100 * people[seconds <= t].sum() >= enough), None)
    assert found == right


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 1000)), max_size=10), st.integers(1, 50))
def test_gini_is_from_0_to_below_1_and_knows_no_unit(values, factor):
    x = np.array([v for v, _ in values], dtype=float)
    p = np.array([n for _, n in values], dtype=float)
    found = gini(x, p)
    if not p.sum():
        assert found is None
        return
    assert found is not None
    assert 0 <= found < 1
    assert gini(factor * x, p) == pytest.approx(found, abs=1e-9)
    whole = (x * p).sum()
    double = sum(p[i] * p[j] * abs(x[i] - x[j]) for i in range(len(x)) for j in range(len(x)))
    assert found == pytest.approx(double / (2 * p.sum() * whole) if whole else 0, abs=1e-9)
