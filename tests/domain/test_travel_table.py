"""Journeys as one array that reads as rows."""

import numpy as np
import pytest
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


def test_names_must_match_figures_and_nothing_is_ever_changed():
    figures = np.array([[1, 2]])
    table = TravelTable(["z"], ["A", "B"], figures)
    figures[0, 0] = 9
    assert table["z"] == {"A": 1, "B": 2}
    with pytest.raises(ValueError, match="read-only"):
        table.figures[0, 0] = 9
    for origins, buildings, wrong in ((["z"], ["A"], figures), (["z", "z"], ["A"], [[1], [2]]), (["z"], ["A"], [[-2]])):
        with pytest.raises(ValueError, match=r"figures for|less than nothing"):
            TravelTable(origins, buildings, np.array(wrong))


@given(st.dictionaries(NAMES, st.dictionaries(NAMES, st.integers(0, 10**9))), st.lists(NAMES), st.lists(NAMES))
def test_figures_are_those_of_the_rows(rows: dict[str, dict[str, int]], origins: list[str], buildings: list[str]):
    found = TravelTable.of(rows).between(origins, buildings, 10**10)
    assert found.tolist() == [[rows.get(o, {}).get(b, 10**10) for b in buildings] for o in origins]
