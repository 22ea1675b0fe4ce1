"""Which word is meant by one that is not known."""

import pytest

from localisation.reading.problems import nearest

UNITS = ("U01", "U05", "U29", "U35", "Økonomi")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("U5", "U05"),
        ("u05", "U05"),
        ("U99", "U29"),
        ("V29", "U29"),
        ("Okonomi", "Økonomi"),
        ("Skole", ""),
        ("U2O", "U29"),
    ],
)
def test_an_id_is_rather_taken_for_one_with_the_same_number(word: str, meant: str):
    assert nearest(word, UNITS) == meant


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("K15", ("K1", "K5", "K14", "K16", "P15"), "K1"),
        ("workplaces_2", ("workplaces", "workforce_2"), "workplaces"),
        ("radhuse", ("radhus2", "radkus"), "radhus2"),
        ("9" * 5_000, ("a",), ""),
    ],
)
def test_the_number_decides_only_among_about_as_alike(word: str, known: tuple[str, ...], meant: str):
    assert nearest(word, known)[:1] == meant[:1]
    assert len(nearest(word, known)) == len(meant)
