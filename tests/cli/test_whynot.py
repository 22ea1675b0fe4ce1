"""Asking why not, and what the musts cost, from the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.program import Program


@pytest.fixture
def proposal(program: Program) -> str:
    assert program("propose", "scenario.toml", "--out", "ut").code == 0
    return "ut/proposal.json"


def sites(path: str) -> dict[str, str]:
    rows = json.loads(Path(path).read_text("utf-8"))["placements"]
    return {row["unit"]: row["building"] for row in rows}


def test_what_is_so_already_costs_nothing(program: Program, proposal: str):
    unit, building = next(iter(sites(proposal).items()))
    run = program("whynot", proposal, f"{unit} = {building}", "--json")
    assert run.code == 0
    (answer,) = run.json["answers"]
    assert answer["already"]
    assert answer["cost"] == {"at_least": 0.0, "at_most": 0.0, "proven": True}


def test_an_answer_is_told_in_both_languages_with_a_table_and_the_moves(program: Program, proposal: str):
    unit = next(iter(sites(proposal)))
    run = program("whynot", proposal, unit, "--json")
    answered = run.json["answers"][0]
    assert not answered["there"]
    for language in ("nb", "en"):
        told = program("whynot", proposal, unit, "--lang", language)
        assert told.code == run.code
        assert {"nb": "poeng", "en": "points"}[language] in told.out or told.code == 4


@pytest.mark.parametrize(("question", "word"), [("= =", "ENHET"), ("finnesikke", "finnesikke"), ("a = ", "ENHET")])
def test_a_question_nobody_understands_is_told_so(program: Program, question: str, word: str):
    run = program("whynot", "scenario.toml", question)
    assert run.code == 2
    assert word in run.err
    assert program("whynot", "scenario.toml", question, "--json").json["status"] == "usage"


def test_prices_are_told_and_written(program: Program):
    run = program("prices", "scenario.toml", "--out", "priser", "--json")
    assert run.code == 0
    assert run.json["status"] == "complete"
    assert [Path(f).name for f in run.json["files"]] == ["prices.html", "prices.xlsx", "prices.json"]
    stored = json.loads(Path("priser/prices.json").read_text("utf-8"))
    assert stored["prices"] == run.json["prices"]
    assert all(p["gain"]["proven"] for p in stored["prices"])
    page = Path("priser/prices.html").read_text("utf-8")
    assert "Hva hvert krav koster" in page
    assert "What each must costs" in page


def test_the_table_alone_needs_no_folder(program: Program, tmp_path: Path):
    before = set(tmp_path.iterdir())
    run = program("prices", "scenario.toml", "--lang", "en")
    assert run.code == 0
    assert "Points to gain without it" in run.out
    assert set(tmp_path.iterdir()) == before
