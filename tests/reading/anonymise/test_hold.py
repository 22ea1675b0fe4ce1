"""Two runs after each other: what one or a few people have done must not show."""

from hypothesis import given, settings
from hypothesis import strategies as st

from localisation.reading.anonymise.groups import OTHERS, WHOLE
from localisation.reading.anonymise.hold import held
from localisation.reading.anonymise.merge import merged
from tests.reading.anonymise.test_merge import LADDERS, PEOPLE, lists


def test_a_change_of_one_to_four_keeps_the_previous_count():
    before = {("drift", "1384"): 10, ("drift", "1401"): 20}
    found = held(lists(drift={"1384": 9, "1401": 20}), before, 5)
    assert found.rows == before
    assert found.kept == {("drift", "1384")}


def test_a_change_of_five_is_shown():
    before = {("drift", "1384"): 10, ("drift", "1401"): 20}
    found = held(lists(drift={"1384": 15, "1401": 20}), before, 5)
    assert found.rows == {("drift", "1384"): 15, ("drift", "1401"): 20}
    assert not found.kept


def test_small_changes_add_up_until_they_are_large_enough():
    before = {("drift", "1384"): 10, ("drift", "1401"): 20}
    once = held(lists(drift={"1384": 13, "1401": 20}), before, 5).rows
    twice = held(lists(drift={"1384": 16, "1401": 20}), once, 5).rows
    assert (once["drift", "1384"], twice["drift", "1384"]) == (10, 16)


def test_a_row_with_a_few_left_shows_k_and_an_empty_one_goes():
    before = {("drift", "1384"): 30, ("drift", "1401"): 20, ("drift", "3440"): 9}
    found = held(lists(drift={"1384": 2, "1401": 20}), before, 5)
    assert found.rows == {("drift", "1384"): 5, ("drift", "1401"): 20}
    assert found.raised == {("drift", "1384")}


def test_a_newcomer_where_nobody_was_is_not_shown_but_five_are():
    before = {("drift", "1384"): 10}
    assert held(lists(drift={"1384": 10, "3440": 1}), before, 5).hidden == 1
    assert held(lists(drift={"1384": 10, "3440": 5}), before, 5).rows == {**before, ("drift", "3440"): 5}


def test_a_row_is_never_split_however_large_a_part_of_it_becomes():
    # 1385 was somewhere in 138*, and is 30 now. A row of its own would tell how many it was before.
    before = {("drift", "1384"): 10, ("drift", "138*"): 6}
    found = held(lists(drift={"1384": 10, "1385": 30}), before, 5)
    assert found.rows == {("drift", "1384"): 10, ("drift", "138*"): 30}


def test_the_only_row_that_was_kept_gets_company():
    # The staff of a service area may be known: 10 + 20 before, 9 + 30 = 39 now. Were 10 and 30 shown, the total would
    # tell that one person had left the first. So the second keeps its 20 as well.
    before = {("drift", "1384"): 10, ("drift", "1401"): 20}
    found = held(lists(drift={"1384": 9, "1401": 30}), before, 5)
    assert found.rows == before
    assert found.kept == set(before)


def test_a_service_area_that_was_not_seen_stays_among_the_others():
    before = {("drift", "1384"): 10, (OTHERS, WHOLE): 6}
    assert held(lists(drift={"1384": 10}, presse={"1384": 9}), before, 5).rows == before
    found = held(lists(drift={"1384": 10}, presse={"1384": 14}), before, 5)
    assert found.rows == {("drift", "1384"): 10, (OTHERS, WHOLE): 14}


def test_a_wholly_new_service_area_gets_rows_when_there_are_no_others():
    before = {("drift", "1384"): 10}
    assert held(lists(drift={"1384": 10}, presse={"1384": 5}), before, 5).rows["presse", "1384"] == 5
    assert held(lists(drift={"1384": 10}, presse={"1384": 4}), before, 5).hidden == 4


@settings(max_examples=200, deadline=None)
@given(PEOPLE, st.integers(3, 6))
def test_the_same_list_again_gives_the_same_file(people, k):
    before = merged(lists(**people), k)
    found = held(lists(**people), before, k)
    if before:
        assert found.rows == before
        assert (found.kept, found.raised, found.hidden) == (set(), set(), 0)


@settings(max_examples=300, deadline=None)
@given(PEOPLE, PEOPLE, st.integers(3, 6))
def test_no_row_is_below_k_and_none_differs_by_less_than_k_from_before(first, second, k):
    before = merged(lists(**first), k)
    found = held(lists(**second), before, k)
    assert all(n >= k for n in found.rows.values())
    for row in {*before, *found.rows}:
        change = abs(found.rows.get(row, 0) - before.get(row, 0))
        assert change == 0 or change >= k or (row in found.raised and found.rows[row] == k)


@settings(max_examples=200, deadline=None)
@given(PEOPLE, st.integers(3, 6), st.data())
def test_one_person_more_or_less_or_moved_is_never_seen(people, k, data):
    """Two lists that differ by one person give the very same file, when the first of them is the previous one.

    Someone leaves, moves, changes service area (perhaps to a new one), or joins.
    """
    before = merged(lists(**people), k)
    if not before:
        return
    changed = {area: dict(places) for area, places in people.items()}
    here = [(a, c) for a, places in changed.items() for c, n in places.items() if n]
    area, code = data.draw(st.sampled_from(here))
    leaves, arrives = data.draw(st.sampled_from([(1, 0), (1, 1), (0, 1)]))
    changed[area][code] -= leaves
    there = data.draw(st.sampled_from(sorted(LADDERS)))
    place = changed.setdefault(data.draw(st.sampled_from("abcde")), {})
    place[there] = place.get(there, 0) + arrives
    changed = {a: {c: n for c, n in places.items() if n} for a, places in changed.items()}
    assert held(lists(**changed), before, k).rows == before
