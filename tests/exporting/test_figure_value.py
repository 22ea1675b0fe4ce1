"""Figures are written as people write them, whatever the file they were read from wrote."""

import pytest

from localisation.domain.provenance import Figure
from localisation.domain.vocabulary import Confidence
from localisation.exporting.figure_value import figure_value
from localisation.texts import Texts

READ = [
    ("12000.0", "12\N{NO-BREAK SPACE}000", "12,000"),
    ("0.3333", "0,33", "0.33"),
    ("0.00333", "0,0033", "0.0033"),
    ("7.50", "7,5", "7.5"),
    ("-10000", "−10\N{NO-BREAK SPACE}000", "−10,000"),
    ("2019-07-01", "1. juli 2019", "1 July 2019"),
    ("True", "ja", "yes"),
    ("treatment_rooms", "treatment_rooms", "treatment_rooms"),
    ("nan", "nan", "nan"),
    ("", "", ""),
]


def figure(value: str, column: str = "value") -> Figure:
    return Figure(table="norms", row="x", column=column, value=value, confidence=Confidence.ESTIMATE, source="s")


@pytest.mark.parametrize(("value", "nb", "en"), READ)
def test_amounts_dates_and_truths(value: str, nb: str, en: str):
    assert figure_value(figure(value), Texts("nb")) == nb
    assert figure_value(figure(value), Texts("en")) == en


def test_years_and_coordinates_are_no_amounts():
    assert figure_value(figure("2019", "year"), Texts("nb")) == "2019"
    assert figure_value(figure("59.8335", "lat"), Texts("nb")) == "59,8335"
    assert figure_value(figure("59.8335", "lat"), Texts("en")) == "59.8335"
    assert figure_value(figure("6638000", "northing_m"), Texts("nb")) == "6638000"
