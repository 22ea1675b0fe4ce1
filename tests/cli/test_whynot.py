"""Asking why not, and what the musts cost, from the command line."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from localisation.cli.whynot_answer import verdict_of
from localisation.domain.assessment import Assessment, Result
from localisation.domain.proposal import Proposal
from localisation.solving.explaining.answer import Answer
from localisation.solving.explaining.asked import Asked
from localisation.solving.explaining.diagnosis import Diagnosis
from tests.cli.program import Program
from tests.reading import tiny


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


BOUND = """
[[criterion]]
id = "M1"
name = "Ledelsen i rådhuset"
rule = "fixed_location"
strength = "must"
units = ["U1"]
parameters = { buildings = ["B1"] }
"""


def in_two_places(program: Program) -> None:
    """The management sits in the town hall, where it must be, and in the office building, where it need not be."""
    rows = tiny.tables()
    rows["spaces"][0]["amount"] = "60"
    for row in rows["units"]:
        row["sites_max"] = "2"
    rows["today"] = [
        {"unit": unit, "building": building, "staff": staff}
        for unit, building, staff in (("U1", "B1", "10"), ("U1", "B2", "10"), ("U2", "B2", "15"), ("U3", "B1", "10"))
    ]
    program.write(rows, criteria=tiny.CRITERIA + BOUND)


def test_a_question_of_two_sites_is_answered_when_one_of_them_is(program: Program):
    in_two_places(program)
    run = program("whynot", "scenario.toml", "Ledelsen", "--json")
    assert run.code == 0, run.err
    assert run.json["status"] == "answered"
    assert {a["building"]: a["status"] for a in run.json["answers"]} == {"B1": "no_proposal", "B2": "answered"}
    # That site alone cannot be done without.
    alone = program("whynot", "scenario.toml", "Ledelsen != Rådhuset", "--json")
    assert (alone.code, alone.json["status"]) == (4, "no_proposal")


def test_it_is_said_when_the_proposal_asked_of_was_never_proven_best(program: Program):
    in_two_places(program)
    assert program("alternatives", "scenario.toml", "--within", "60", "--count", "1", "--out", "alt").code == 0
    # An alternative is a proposal of its own of which nothing is proven; another has fewer people to move.
    worse = program("whynot", "alt/proposals/alternative-001.json", "Byggesak = Kontorbygget")
    assert worse.code == 0
    assert "gevinst" in worse.out
    assert "ikke flest mulig poeng" in worse.out


@pytest.mark.parametrize(
    ("ended", "verdict"),
    [
        (("found",), "answered"),
        (("refused", "found", "open"), "answered"),
        (("refused", "refused"), "no_proposal"),
        (("refused", "open"), "stopped"),
        (("open",), "stopped"),
    ],
)
def test_the_whole_is_impossible_only_when_every_part_is(ended: tuple[str, ...], verdict: str):
    nothing = Assessment(results=(), goal=(0,), points=50.0)
    blank = Answer(asked=Asked(unit="u", building="A"), before=Proposal(placements=()), assessment=nothing)
    how = {
        "found": replace(blank, found=Result(proposal=blank.before, assessment=nothing, runs=(), seed=1, workers=1)),
        "refused": replace(blank, refused=Diagnosis(conflicts=(), ways_out=(), complete=True)),
        "open": blank,
    }
    assert verdict_of([how[one] for one in ended]) == verdict


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


def test_a_question_without_its_equals_sign_is_told_what_it_lacks(program: Program, proposal: str):
    run = program("whynot", proposal, "Torget Rådhuset")
    assert run.code == 2
    assert "likhetstegn" in run.err
    assert "likhetstegn" not in program("whynot", proposal, "Torvet = Rådhuset").err
