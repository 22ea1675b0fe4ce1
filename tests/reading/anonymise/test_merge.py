"""Small groups merged upwards: on paper, and on anything hypothesis thinks of."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from localisation.reading.anonymise.groups import OTHERS, WHOLE, Groups
from localisation.reading.anonymise.merge import merged

LADDERS = {code: Groups().ladder(code) for code in ("1384", "1385", "1390", "1401", "3440", "?")}


def lists(**areas: dict[str, int]) -> dict[str, Counter]:
    return {area: Counter({LADDERS[c]: n for c, n in places.items()}) for area, places in areas.items()}


def test_large_groups_stay_and_small_ones_meet_in_the_first_group_that_is_large_enough():
    # 1384 has 6. 1385 has 3 and 1390 has 2: 138* has 3 left, 139* 2; together 13* has 5.
    rows = merged(lists(drift={"1384": 6, "1385": 3, "1390": 2}), 5)
    assert rows == {("drift", "1384"): 6, ("drift", "13*"): 5}


def test_what_is_left_at_the_top_swallows_the_smallest_row_so_that_it_is_not_found_by_subtraction():
    # 2 in 3440 are alone; were 8 + 6 + "2 withheld" shown, anyone who knows the total of 16 could tell.
    rows = merged(lists(drift={"1384": 8, "1401": 6, "3440": 2}), 5)
    assert rows == {("drift", "1384"): 8, ("drift", WHOLE): 8}


def test_the_row_given_up_lies_in_no_other_so_that_it_is_clear_who_is_where():
    # 138* (5 left of 1385 and 1386) lies in 13*, which has a row; 13* has 6. The 2 in 3440 need someone: 138* is
    # smaller, but its people would then seem to be in 13*. So 13* is given up: 6 + 2.
    people = lists(drift={"1384": 9, "1385": 3, "1390": 3, "1401": 20, "3440": 2})
    people["drift"][Groups().ladder("1386")] = 2
    people["drift"][Groups().ladder("1371")] = 3
    rows = merged(people, 5)
    assert rows == {("drift", "1384"): 9, ("drift", "138*"): 5, ("drift", "1401"): 20, ("drift", WHOLE): 8}


def test_small_service_areas_are_counted_together():
    # The press officers are 4 and the chaplains 2, together 6: 5 of them in 1384, and 1 in 1401 who cannot stand alone.
    rows = merged(lists(drift={"1384": 9}, presse={"1384": 3, "1401": 1}, kirke={"1384": 2}), 5)
    assert rows == {("drift", "1384"): 9, (OTHERS, WHOLE): 6}


def test_a_service_area_that_is_small_alone_takes_the_smallest_other_with_it():
    rows = merged(lists(drift={"1384": 9, "1401": 7}, helse={"1384": 8}, presse={"1384": 2}), 5)
    assert rows == {("drift", "1384"): 9, ("drift", "1401"): 7, (OTHERS, "1384"): 10}


def test_fewer_than_k_in_all_give_nothing():
    assert merged(lists(drift={"1384": 4}), 5) == {}
    assert merged({}, 5) == {}


def test_a_home_that_is_not_known_is_counted_for_the_whole_place():
    assert merged(lists(drift={"1384": 6, "?": 7}), 5) == {("drift", "1384"): 6, ("drift", WHOLE): 7}


PEOPLE = st.dictionaries(
    st.sampled_from(["a", "b", "c", "d"]), st.dictionaries(st.sampled_from(sorted(LADDERS)), st.integers(1, 12))
)


@settings(max_examples=200, deadline=None)
@given(PEOPLE, st.integers(3, 8))
def test_no_row_is_below_k_and_nobody_is_lost(people, k):
    rows = merged(lists(**people), k)
    total = sum(n for places in people.values() for n in places.values())
    assert all(n >= k for n in rows.values())
    assert sum(rows.values()) == (total if total >= k else 0)


@settings(max_examples=200, deadline=None)
@given(PEOPLE, st.integers(3, 8))
def test_a_row_holds_exactly_those_of_its_group_who_are_in_no_smaller_row(people, k):
    """So the rows of a service area part its people: no sum or difference of them is anything but a union of rows."""
    rows = merged(lists(**people), k)
    shown = {area for area, _ in rows}
    true: Counter[tuple[str, str]] = Counter()
    for area, places in people.items():
        own = area if area in shown else OTHERS
        for code, n in places.items():
            true[own, _row_of(code, own, rows)] += n
    assert not rows or dict(true) == rows


def _row_of(code, area, rows):
    return next((group for group in LADDERS[code] if (area, group) in rows), "lost")
