"""No measure without formula, unit and source, in the code and in both languages."""

import inspect

import pytest

from localisation.geography import accessibility
from localisation.geography.isochrones import isochrones
from localisation.texts import LANGUAGES, catalogue

MEASURES = [f for name in accessibility.__all__ if inspect.isfunction(f := getattr(accessibility, name))]


def test_there_are_measures():
    assert len(MEASURES) == 13


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("measure", [*MEASURES, isochrones], ids=lambda f: f.__name__)
def test_every_measure_has_a_name_a_unit_a_sentence_and_a_source(measure, language: str):
    texts = catalogue(language)
    assert {"name", "unit", "about", "source"} <= {
        key.split(".")[2] for key in texts if key.startswith(f"accessibility.{measure.__name__}.")
    }


@pytest.mark.parametrize("measure", MEASURES, ids=lambda f: f.__name__)
def test_every_measure_states_its_formula_and_where_it_is_from(measure):
    text = inspect.getdoc(measure) or ""
    assert any(word in text for word in ("Formula:", "Formulas:", "Formula for", "Definition:"))
    assert "Reference:" in text
    assert any(word in text for word in ("seconds", "unit", "share (0-1)", "0-1"))


def test_no_text_is_of_a_measure_that_is_no_more():
    known = {m.__name__ for m in MEASURES} | {"isochrones", "unreached", "all_reached", "unreached_zones"}
    assert {key.split(".")[1] for key in catalogue("nb") if key.startswith("accessibility.")} == known
