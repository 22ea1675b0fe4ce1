"""Everything the parser can say of a wrong call is said in the reader's language.

The parser's English is recognised by its words, so each of them is provoked here through the command line: a new
version that words one otherwise fails, here and not before a reader.
"""

import pytest

from localisation.domain.vocabulary import Engine
from localisation.texts import LANGUAGES, Texts, catalogue
from tests.cli.program import Program

PROPOSE = ("propose", "x", "--out", "y")
ALTERNATIVES = ("alternatives", "x", "--out", "y")
WRONG = {
    "whole_number": ((*PROPOSE, "--time-limit", "ti"), (*ALTERNATIVES, "--count", "2.5"), (*PROPOSE, "--seed", "")),
    "number": ((*ALTERNATIVES, "--within", "litt"), (*ALTERNATIVES, "--within", "")),
    "least": ((*PROPOSE, "--time-limit", "0"), (*PROPOSE, "--seed", "-1"), (*ALTERNATIVES, "--within", "-1")),
    "most": ((*ALTERNATIVES, "--count", "1000"), (*PROPOSE, "--workers", "1000"), (*ALTERNATIVES, "--within", "101")),
    "choices": ((*PROPOSE, "--engine", "folk"), (*ALTERNATIVES, "--differ", "alt")),
    "extra": (("check", "x", "yy"), ("check", "x", "yy", "zz")),
    "no_value": ((*PROPOSE, "--engine"), ("check", "x", "--area"), ("propose", "x", "--out")),
    "takes_none": (("check", "x", "--json=1"), (*ALTERNATIVES, "--all-optimal=ja")),
    "command_like": (("proposse", "x"), ("chek",)),
}
"""Calls by the reason they are wrong: the text `cli.usage.detail.<reason>`."""
HOLES = {
    (*PROPOSE, "--time-limit", "0"): {"least": 1},
    (*PROPOSE, "--seed", "-1"): {"least": 0},
    (*ALTERNATIVES, "--within", "-1"): {"least": 0.0},
    (*ALTERNATIVES, "--count", "1000"): {"most": 100},
    (*PROPOSE, "--workers", "1000"): {"most": 256},
    (*ALTERNATIVES, "--within", "101"): {"most": 100.0},
    (*PROPOSE, "--engine", "folk"): {"choices": ", ".join(Engine)},
    (*ALTERNATIVES, "--differ", "alt"): {"choices": "people, sites"},
    ("check", "x", "yy"): {"given": "yy"},
    ("check", "x", "yy", "zz"): {"given": "yy zz"},
    ("proposse", "x"): {"name": "proposse", "like": ["propose"]},
    ("chek",): {"name": "chek", "like": ["check"]},
}
FAULTS = {
    "MissingParameter": (("check",), {"name": "SCENARIO"}),
    "NoSuchOption": (("check", "x", "--tull"), {"name": "--tull"}),
    "NoSuchCommand": (("tull",), {"detail": "tull"}),
    "BadParameter": (("whatif", "scenario.toml", "--lock", "U1"), {"name": "--lock", "detail": None}),
    "BadValue": ((*ALTERNATIVES, "--within", "tre"), {"given": "tre", "name": "--within", "detail": None}),
    "BadOptionUsage": (("check", "x", "--area"), {"name": "--area", "detail": None}),
    "other": (("check", "x", "yy"), {"detail": None}),
}
"""A call for each kind of fault, and the holes of its text `cli.usage.<kind>`; None is whatever the reason is."""
CALLS = [(reason, call) for reason, calls in WRONG.items() for call in calls]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("reason", "call"), CALLS, ids=lambda v: v if isinstance(v, str) else " ".join(v))
def test_the_reason_is_told_in_the_language(
    program: Program, monkeypatch: pytest.MonkeyPatch, reason: str, call: tuple[str, ...], language: str
):
    monkeypatch.setenv("LOCALISATION_LANG", language)
    run = program(*call)
    assert run.code == 2
    assert f"({Texts(language)(f'cli.usage.detail.{reason}', **HOLES.get(call, {}))})" in run.err


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", FAULTS)
def test_the_fault_is_told_in_the_language(program: Program, monkeypatch: pytest.MonkeyPatch, kind: str, language: str):
    monkeypatch.setenv("LOCALISATION_LANG", language)
    call, holes = FAULTS[kind]
    run = program(*call)
    assert run.code == 2
    said = Texts(language)(f"cli.usage.{kind}", **{key: "…" if hole is None else hole for key, hole in holes.items()})
    assert said.split("…")[0] in run.err


def test_everything_that_can_be_told_is_provoked():
    told = {key.removeprefix("cli.usage.") for key in catalogue("nb") if key.startswith("cli.usage.")}
    assert told == {*FAULTS, *(f"detail.{reason}" for reason in WRONG), "remedy"}


@pytest.mark.parametrize("arguments", [("check", "scenario.toml"), ("--help",)])
def test_a_language_that_is_not_spoken_is_refused_wherever_it_is_asked_for(
    program: Program, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
):
    monkeypatch.setenv("LOCALISATION_LANG", "xx")
    run = program(*arguments)
    assert run.code == 2
    assert "«xx» kan ikke brukes for LOCALISATION_LANG. (Velg mellom nb, en)" in run.err
    assert program(*arguments, "--lang", "en").code == 0
    monkeypatch.setenv("LOCALISATION_LANG", "en")
    assert program(*arguments).code == 0
