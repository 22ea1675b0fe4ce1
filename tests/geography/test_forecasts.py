"""Cells scaled to totals of their areas, and totals of years between those that are known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localisation.geography.forecasts import scaled, totals_of


def test_cells_grow_with_their_area_and_the_total_is_met_exactly():
    # North has 10 + 20 + 3 = 33 and shall have 40: 12.12, 24.24, 3.64 -> 12, 24, 4. South has no total.
    found = scaled((10, 20, 3, 7), ("north", "north", "north", "south"), {"north": 40})
    assert found.people == (12, 24, 4, 7)
    assert found.unscaled == ("south",)
    assert found.unplaced == {}


def test_people_without_a_place_to_live_are_told_of_and_not_lost():
    found = scaled((0, 5), ("new", "old"), {"new": 30, "old": 6, "far": 9, "none": 0})
    assert found.people == (0, 6)
    assert found.unplaced == {"new": 30, "far": 9}


def test_an_area_may_be_emptied():
    assert scaled((4, 5), ("a", "a"), {"a": 0}).people == (0, 0)


@pytest.mark.parametrize(
    ("people", "areas", "totals"), [((1,), (), {}), ((-1,), ("a",), {}), ((1,), ("a",), {"a": -1})]
)
def test_nonsense_is_refused(people, areas, totals):
    with pytest.raises(ValueError, match=r"negative|areas"):
        scaled(people, areas, totals)


@given(
    st.lists(st.tuples(st.integers(0, 500), st.sampled_from("abc")), min_size=1),
    st.dictionaries(st.sampled_from("abc"), st.integers(0, 10_000)),
)
def test_every_total_is_met_or_told(places, totals):
    found = scaled([p for p, _ in places], [a for _, a in places], totals)
    for area, total in totals.items():
        there = sum(p for p, (_, a) in zip(found.people, places, strict=True) if a == area)
        assert there == total or (found.unplaced[area] == total and there == 0)
    for area in found.unscaled:
        assert [p for p, (_, a) in zip(found.people, places, strict=True) if a == area] == [
            p for p, a in places if a == area
        ]


FORECAST = {"a": {2025: 100, 2035: 140, 2045: 150}, "b": {2030: 50}, "c": {2020: 7}}


def test_a_year_between_two_lies_on_the_line_and_is_said_to():
    # a: 2028 is three tenths of the way from 100 to 140: 112.
    found = totals_of(FORECAST, 2028)
    assert found.people == {"a": 112}
    assert found.between == {"a": (2025, 2035)}
    assert found.unknown == ("b", "c")


def test_a_year_that_is_known_is_as_it_stands_and_nothing_is_drawn_beyond():
    assert totals_of(FORECAST, 2030).people == {"a": 120, "b": 50}
    assert totals_of(FORECAST, 2050).people == {}
    assert totals_of({"a": {2020: 0, 2022: 1}}, 2021).people == {"a": 1}  # A half is rounded up.
