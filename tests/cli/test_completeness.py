"""No command, text or export without help, both languages and a word in the README."""

import re
from pathlib import Path
from string import Formatter

import pytest

from localisation.cli.app import COMMANDS
from localisation.exporting.exports import OUR_FILES
from localisation.texts import LANGUAGES, catalogue
from tests.cli.program import Program

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(program: Program, command: str, language: str):
    run = program(command, "--help", "--lang", language)
    assert run.code == 0
    assert f"localisation {command} " in run.out
    assert {"nb": "Eksempel:", "en": "Example:"}[language] in run.out
    assert "--json" in run.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str):
    assert f"localisation {command} " in README


@pytest.mark.parametrize("name", OUR_FILES)
def test_every_file_that_is_written_is_in_the_readme(name: str):
    assert name in README


def test_both_languages_have_the_same_texts():
    nb, en = catalogue("nb"), catalogue("en")
    assert sorted(nb) == sorted(en)


def test_a_text_has_the_same_holes_in_both_languages():
    def holes(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    nb, en = catalogue("nb"), catalogue("en")
    differing = [key for key in nb if key in en and holes(nb[key]) != holes(en[key])]
    assert differing == []


@pytest.mark.parametrize("own", ["cli", "workbook", "geopackage"])
def test_no_text_of_ours_is_unused(own: str):
    sources = "\n".join(p.read_text("utf-8") for p in (ROOT / "localisation").rglob("*.py"))
    whole = {key for _, key in re.findall(r"""(["'])([\w.]+)\1""", sources)}
    starts = tuple(part.split("{")[0] for part in re.findall(r"""f["']([\w.{}()]+)["']""", sources) if "{" in part)
    built = [s for s in starts if s.startswith(f"{own}.")]
    unused = [
        key
        for key in catalogue("nb")
        if key.startswith(f"{own}.")
        and key not in whole
        and not key.startswith(tuple(built))
        and key.removeprefix("cli.") not in whole
    ]
    assert unused == []


def test_calling_it_the_wrong_way_is_told_in_the_language(program: Program):
    for arguments, sentence in (
        (("propose",), "SCENARIO mangler"),
        (("check", "x", "--tull"), "--tull finnes ikke"),
        (("propose", "scenario.toml"), "--out mangler"),
        (("tull",), "Kommandoen finnes ikke"),
        (("check", "x", "--lang", "fr"), "--lang"),
    ):
        run = program(*arguments)
        assert run.code == 2, arguments
        assert sentence in run.err, arguments


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("proposse", "x"), "proposse; mente du propose?"),
        (("propose", "x", "--out", "y", "--time-limit", "tull"), "et helt tall"),
        (("propose", "x", "--out", "y", "--time-limit", "0"), "minst 1"),
        (("propose", "x", "--out", "y", "--engine", "folk"), "Velg mellom portfolio, cp-sat, mip"),
        (("alternatives", "x", "--out", "y", "--count", "1000"), "ikke være mer enn 100"),
        (("alternatives", "x", "--out", "y", "--within", "tull"), "Det må være et tall"),
        (("check", "x", "y", "z"), "For mange argumenter: y z"),
        (("propose", "x", "--out"), "mangler en verdi"),
    ],
)
def test_the_reason_a_call_is_wrong_is_in_the_language_too(program: Program, arguments: tuple[str, ...], sentence: str):
    run = program(*arguments)
    assert run.code == 2
    assert sentence in run.err
    for english in ("Input", "Value error", "No such", "Got unexpected", "requires", "Did you mean"):
        assert english not in run.err
