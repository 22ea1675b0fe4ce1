"""localisation whatif: what it says, writes and refuses."""

import json

import pytest

from localisation.texts import Texts
from tests.cli.program import Program
from tests.reading import tiny

LIMITS = ("--time-limit", "20")


def solved(program: Program) -> str:
    """The tiny place with room to choose, solved."""
    rows = tiny.tables()
    rows["spaces"][0]["amount"] = "60"
    program.write(rows)
    assert program("propose", "scenario.toml", "--out", "ut").code == 0
    return "ut/proposal.json"


def test_a_lock_is_answered_with_points_before_and_after_and_who_moves(program: Program):
    stored = solved(program)
    # U2 is the 15 of planning; only people moved are weighed, and 15 of 45 cost 33.33 points more.
    run = program("whatif", stored, "--lock", "byggesak = rådhuset", *LIMITS, "--json")
    assert run.code == 0, run.err
    assert "U2" in run.json["moved"]
    assert run.json["status"] == "optimal"
    assert run.json["better_by"] == 0
    assert run.json["points_before"] - run.json["points_after"] == pytest.approx(100 * 15 / 45)
    assert not run.json["before_meets_musts"]
    assert {"unit": "U2", "building": "B1", "staff": 15} in run.json["placements"]
    assert run.json["files"] == []
    said = program("whatif", stored, "--lock", "byggesak = rådhuset", *LIMITS)
    assert "Byggesak: fra Kontorbygget til Rådhuset" in said.out
    assert "Det er bevist" in said.out
    assert f"forslaget i {stored} er ikke rørt" in said.out
    assert "Straks: et forslag" in said.err


def test_the_answer_is_written_with_a_proposal_that_verify_reads(program: Program):
    stored = solved(program)
    before = (program.folder / stored).read_bytes()
    run = program("whatif", stored, "--forbid", "U2=B2", "--out", "hva", *LIMITS, "--lang", "en")
    assert run.code == 0, run.err
    assert "Planning" not in run.out
    assert {p.name for p in (program.folder / "hva").iterdir()} == {"whatif.html", "whatif.json", "proposal.json"}
    assert program("verify", "hva/proposal.json").code == 0
    kept = json.loads((program.folder / "hva" / "whatif.json").read_text("utf-8"))
    assert kept["asked"] == [{"unit": "U2", "building": "B2", "there": False}]
    assert kept["moved"]
    assert (program.folder / stored).read_bytes() == before


def test_a_criterion_left_out_no_longer_binds(program: Program):
    stored = solved(program)
    run = program("whatif", stored, "--drop", "K1", *LIMITS, "--json")
    assert run.code == 0, run.err
    assert run.json["points_after"] == 100
    assert run.json["wishes"] == ["«Alle får plass» teller ikke"]


def test_what_cannot_be_is_told_with_what_forbids_it(program: Program):
    solved(program)
    run = program("whatif", "ut/proposal.json", "--lock", "U1 = B3", *LIMITS)
    assert run.code == 4
    assert "Det går ikke" in run.out
    assert "Alle får plass" in run.out


@pytest.mark.parametrize(
    ("wish", "sentence"),
    [
        ((), "Si hva som skal være annerledes"),
        (("--lock", "U1"), "mangler likhetstegn"),
        (("--lock", "Ledelsn = B1"), "Ledelsen (U1)"),
        (("--weight", "K2"), "ikke en vekt"),
        (("--lock", "U1 != B1"), "ikke en enhet og et bygg"),
        (("--weight", "K2=1001"), "ikke en vekt"),
        (("--weight", "K1=3"), "må-krav og har ingen vekt"),
        (("--weight", "K2=0"), "ingenting igjen å måle"),
        (("--drop", "K9"), "heter «K9»"),
    ],
)
def test_wishes_that_mean_nothing_are_a_wrong_call(program: Program, wish: tuple[str, ...], sentence: str):
    run = program("whatif", "scenario.toml", *wish)
    assert run.code == 2, run.err
    assert sentence in " ".join(run.err.split())


def test_a_must_is_called_a_must_in_english():
    assert "meets every must" in Texts("en")("whatif.at_once", points="1.00", where="")


def test_a_proposal_that_the_data_have_left_behind_says_so_and_names_the_files(program: Program):
    stored = solved(program)
    rows = tiny.tables()
    for table, column in (("units", "staff"), ("today", "staff")):
        first = next(r for r in rows[table] if r.get("unit", r.get("id")) == "U2")
        first[column] = str(int(first[column]) + 1)
    program.write(rows)
    run = program("whatif", stored, "--weight", "K2=3")
    assert run.code == 3
    said = " ".join(run.err.split())
    assert "dataene er endret siden det ble laget" in said
    assert "units.csv" in said
    assert "15 ansatte i forslaget, men 16 i dataene" in said


def test_one_criterion_is_not_given_two_weights(program: Program):
    run = program("whatif", "scenario.toml", "--weight", "K2=1", "--weight", "K2=3")
    assert run.code == 2
    assert "flere ulike vekter" in run.err


def test_what_hinders_everything_can_be_left_out_of_a_scenario_that_has_no_proposal(program: Program):
    closed = '\n[[locks]]\nunit = "U1"\nbuilding = "B3"\nstate = "låst"\n'
    program.write(scenario=tiny.SCENARIO + closed)
    assert program("whatif", "scenario.toml", "--weight", "K2=3", *LIMITS).code == 4
    run = program("whatif", "scenario.toml", "--drop", "K1", *LIMITS, "--json")
    assert run.code == 0, run.err
    assert run.json["from_today"]
    assert "har ingen løsning slik det er" in program("whatif", "scenario.toml", "--drop", "K1", *LIMITS).out
    assert {"unit": "U1", "building": "B3", "staff": 20} in run.json["placements"]
