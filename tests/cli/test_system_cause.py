"""What the operating system says is told in the user's language."""

import errno
import os

import pytest

from localisation.cli.system_cause import SAID, system_cause
from localisation.texts import LANGUAGES, Texts
from tests.cli.program import Program


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SAID)
def test_every_usual_error_has_words_of_its_own(name: str, language: str):
    said = os.strerror(getattr(errno, name))
    assert system_cause(said, Texts(language)) not in (said, "")


def test_an_unusual_one_is_told_as_it_stands():
    assert system_cause("Dårlig dag", Texts("nb")) == "Dårlig dag"


def test_a_file_that_is_not_there_is_told_in_norwegian(program: Program):
    run = program("verify", "borte.json")
    assert run.code == 2
    assert "borte.json kan ikke leses (finnes ikke)" in run.err
    assert "No such file" not in run.err
