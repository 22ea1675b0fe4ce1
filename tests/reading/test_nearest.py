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
