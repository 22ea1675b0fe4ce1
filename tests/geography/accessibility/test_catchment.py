"""Floating catchment areas, on paper and on anything hypothesis thinks of."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from localisation.geography.accessibility import (
    SLOW_DECAY,
    NotPlain,
    enhanced_floating_catchment,
    floating_catchment,
)

SECONDS = {"a": {"s": 300}, "b": {"s": 900, "t": 600}, "c": {"t": 1800}, "d": {}}
PEOPLE = {"a": 100, "b": 300, "c": 50, "d": 10}
CAPACITY = {"s": 4, "t": 3, "far": 9}


def test_those_who_share_a_site_share_its_capacity():
    # Within 900 s: s serves a and b, 4/400 = 0.01 each; t serves b, 3/300 = 0.01. So a has 0.01, b 0.02, c none.
    found = floating_catchment(SECONDS, PEOPLE, CAPACITY, 900)
    assert found.by_site == pytest.approx({"s": 0.01, "t": 0.01})
    assert found.by_zone == pytest.approx({"a": 0.01, "b": 0.02, "c": 0, "d": 0})
    assert found.unused == ("far",)
    assert (found.unreached.people, found.unreached.zones) == (60, ("c", "d"))
    assert found.mean == pytest.approx(7 / 460)


def test_far_zones_count_less_at_both_steps():
    # s: a weighs 1 and b (900 s) 0.68: 4 / (100 + 204) = 4/304. t: b (600 s) weighs 1, c (1800 s) 0.22: 3 / 311.
    found = enhanced_floating_catchment(SECONDS, PEOPLE, CAPACITY, SLOW_DECAY)
    assert found.by_site == pytest.approx({"s": 4 / 304, "t": 3 / 311})
    assert found.by_zone["b"] == pytest.approx(0.68 * 4 / 304 + 3 / 311)
    assert found.by_zone["c"] == pytest.approx(0.22 * 3 / 311)


def test_mappings_and_arrays_give_the_same():
    table = np.array([[300, np.nan, np.nan], [900, 600, np.nan], [np.nan, 1800, np.inf], [np.nan] * 3])
    found = floating_catchment(table, np.array([100, 300, 50, 10]), np.array([4, 3, 9]), 900)
    assert list(found.by_zone.values()) == list(floating_catchment(SECONDS, PEOPLE, CAPACITY, 900).by_zone.values())
    assert found.unused == (2,)


TIMES = arrays(np.float64, (6, 4), elements=st.one_of(st.integers(0, 4000).map(float), st.just(np.inf)))
FOLK = arrays(np.float64, 6, elements=st.integers(0, 500).map(float))
SUPPLY = arrays(np.float64, 4, elements=st.integers(0, 90).map(float))


@settings(max_examples=60, deadline=None)
@given(TIMES, FOLK, SUPPLY, st.booleans())
def test_no_supply_is_lost_or_made(times, folk, supply, enhanced):
    """Summed over inhabitants, access is the capacity of the sites that anyone has in reach."""
    if enhanced:
        found = enhanced_floating_catchment(times, folk, supply)
    else:
        found = floating_catchment(times, folk, supply, 1800)
    used = sum(supply[j] for j in range(4) if j not in found.unused)
    assert sum(folk[i] * found.by_zone[i] for i in range(6)) == pytest.approx(used)
    in_reach = {j for j in range(4) if any(folk[i] and times[i, j] <= 1800 for i in range(6))}
    assert set(range(4)) - set(found.unused) == in_reach


@pytest.mark.parametrize("bands", [(), ((600, 1.0), (600, 0.5)), ((600, 1.2),), ((600, 0),), ((-1, 1.0),)])
def test_bands_that_make_no_sense_are_refused(bands):
    with pytest.raises(NotPlain):
        enhanced_floating_catchment(SECONDS, PEOPLE, CAPACITY, bands)
