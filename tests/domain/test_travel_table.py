"""Journeys as one array that reads as rows."""

from hypothesis import given
from hypothesis import strategies as st

from localisation.domain.travel_table import ABSENT, TravelTable

ROWS = {"z": {"A": 60, "B": 900}, "island": {}, "far": {"B": 0, "C": 7}}
NAMES = st.sampled_from("ABCDE")


def test_it_reads_as_the_rows_it_was_made_of():
    table = TravelTable.of(ROWS)
    assert table == ROWS
    assert (list(table), len(table)) == (["z", "island", "far"], 3)
    assert table.get("island") == {}
    assert table.get("nowhere") is None


def test_a_table_is_not_made_again():
    table = TravelTable.of(ROWS)
    assert TravelTable.of(table) is table


def test_what_cannot_be_travelled_is_what_the_caller_says():
    table = TravelTable.of(ROWS)
    assert table.between(["far", "island", "nowhere"], ["C", "B", "D"], 99).tolist() == [
        [7, 0, 99],
        [99, 99, 99],
        [99, 99, 99],
    ]
    assert table.between(["z"], ["C"]).tolist() == [[ABSENT]]


def test_of_nothing_there_is_nothing():
    for rows in ({}, {"z": {}}):
        table = TravelTable.of(rows)
        assert table == rows
        assert table.between(["z"], ["A", "B"], 5).tolist() == [[5, 5]]
        assert table.between([], [], 5).shape == (0, 0)


@given(st.dictionaries(NAMES, st.dictionaries(NAMES, st.integers(0, 10**9))), st.lists(NAMES), st.lists(NAMES))
def test_figures_are_those_of_the_rows(rows: dict[str, dict[str, int]], origins: list[str], buildings: list[str]):
    found = TravelTable.of(rows).between(origins, buildings, 10**10)
    assert found.tolist() == [[rows.get(o, {}).get(b, 10**10) for b in buildings] for o in origins]
