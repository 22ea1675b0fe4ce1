"""People write names as they please."""

import pytest

from localisation.reading.by_name import UnclearName, by_name

NAMES = {
    "NAV": "NAV Asker",
    "U7": "Økonomi",
    "U8": "Økonomi og lønn",
    "B1": "Røyken rådhus",
    "B2": "Rådhuset, Asker sentrum",
    "B11": "Sætre gård",
}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("nav", "NAV"),
        ("U7", "U7"),
        ("ØKONOMI", "U7"),  # the whole name of one, although another begins so
        ("økonomi og", "U8"),
        ("royken", "B1"),
        ("Rådhuset", "B2"),
        ("b1", "B1"),  # an id, although another begins so
        ("asker sentrum", "B2"),
        ("saetre", "B11"),
        ("  Sætre   Gård ", "B11"),
    ],
)
def test_a_name_is_found(text: str, key: str):
    assert by_name(text, NAMES) == key


def test_what_fits_several_is_asked_about():
    with pytest.raises(UnclearName) as unclear:
        by_name("rådhus", {"B1": "Rådhuset A", "B2": "Rådhuset B"})
    assert unclear.value.ambiguous
    assert unclear.value.candidates == ("Rådhuset A (B1)", "Rådhuset B (B2)")


def test_what_fits_none_is_told_with_what_comes_near():
    with pytest.raises(UnclearName) as unclear:
        by_name("Røiken rådhus", NAMES)
    assert not unclear.value.ambiguous
    assert unclear.value.candidates[0] == "Røyken rådhus (B1)"


def test_nothing_means_nothing():
    with pytest.raises(UnclearName):
        by_name("  ", NAMES)
