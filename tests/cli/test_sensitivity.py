"""localisation sensitivity: what it says, writes and refuses."""

import json
from fractions import Fraction

import openpyxl

from localisation.exporting.robustness.exports import ROBUSTNESS_FILES
from localisation.texts import Texts
from tests.cli.program import Program
from tests.reading import tiny

TWO = (
    tiny.CRITERIA
    + """
[[criterion]]
id = "K3"
name = "Lav kostnad"
rule = "annual_cost"
strength = "weight"
weight = 40
best = 0
worst = 3000
"""
)


def place(program: Program) -> None:
    """U3 must leave B2, which has no front for its public. If U2 leaves too, 25 of 45 move but B2's rent is saved.

    Half of 3 000 thousand is lost on K3 as long as B2 is used, so U2 leaves while K2 * 15 / 45 < K3 * 50 / 100.
    """
    rows = tiny.tables()
    rows["spaces"][0]["amount"] = "60"
    program.write(rows, criteria=TWO)


def test_the_weights_are_those_one_finds_on_paper(program: Program):
    place(program)
    run = program("sensitivity", "scenario.toml", "--out", "ut", "--draws", "50", "--refine", "--json")
    assert run.code == 0, run.err
    folder = program.folder / "ut"
    assert {p.name for p in folder.iterdir() if p.is_file()} == set(ROBUSTNESS_FILES)
    found = json.loads((folder / "sensitivity.json").read_text("utf-8"))
    assert found == {k: v for k, v in run.json.items() if k != "files"}
    for other in found["proposals"][1:]:
        code = program("verify", f"ut/{other['proposal']['file']}").code
        assert code == (0 if other["meets_musts"] else 4)
    ranges = {r["criterion"]: (r["low"], r["high"]) for r in found["ranges"]}
    # With 40 on K3 that is K2 < 60; with 40 on K2 it is K3 > 80 / 3.
    assert ranges == {"K2": ("0", "60"), "K3": ("80/3", None)}
    assert {str(Fraction(f["holds"])) for f in found["flips"] if f["kind"] == "weight"} == {"3/2", "2/3"}
    assert sum(p["wins"] for p in found["proposals"]) == found["draws"] == 50
    assert found["untried"] == 0
    assert {f["proven"] for f in found["flips"] if f["kind"] == "weight"} == {True}


def test_the_same_seed_gives_the_same_draws(program: Program):
    place(program)
    assert program("propose", "scenario.toml", "--out", "ut").code == 0
    call = ("sensitivity", "ut/proposal.json", "--out", "fast", "--json")
    first, again = program(*call).json, program(*call).json
    assert [p["wins"] for p in first["proposals"]] == [p["wins"] for p in again["proposals"]]
    assert first["ranges"] == again["ranges"]
    assert first["sites"] == again["sites"]


def test_it_is_told_in_the_language_asked_for(program: Program):
    place(program)
    run = program("sensitivity", "scenario.toml", "--out", "ut", "--lang", "en")
    assert run.code == 0, run.err
    assert "The recommendation is not beaten" in run.out
    assert "but only among the proposals that are compared" in " ".join(run.out.split())
    book = openpyxl.load_workbook(program.folder / "ut" / "sensitivity.xlsx")
    assert book.sheetnames == ["Weights", "Changes", "Proposals", "Sites"]
    page = (program.folder / "ut" / "sensitivity.html").read_text("utf-8")
    assert '<html lang="en">' in page
    assert "Anbefalingen er ikke slått" in page
    assert "The recommendation is not beaten" in page


def test_rivals_stored_beside_a_proposal_have_their_english_names(program: Program):
    place(program)
    held = TWO.replace("weight = 40\nbest = 0\nworst = 45", "weight = 400\nbest = 0\nworst = 45")
    (program.folder / "rolig.toml").write_text(held, "utf-8")
    named = tiny.SCENARIO.replace('name = "Prøve"', 'name = "Rolig"\nname_en = "Calm"').replace('"prove"', '"rolig"')
    (program.folder / "rolig_scenario.toml").write_text(named.replace("kriterier.toml", "rolig.toml"), "utf-8")
    (program.folder / "scenario.toml").write_text(f'{tiny.SCENARIO}compare_with = ["rolig_scenario.toml"]\n', "utf-8")
    assert program("propose", "scenario.toml", "--out", "ut").code == 0
    run = program("sensitivity", "ut/proposal.json", "--out", "robust", "--lang", "en")
    assert run.code == 0, run.err
    assert "Calm" in run.out
    assert "Rolig" not in run.out
    sheet = openpyxl.load_workbook(program.folder / "robust" / "sensitivity.xlsx")["Proposals"]
    cells = {cell.value for row in sheet.iter_rows() for cell in row}
    assert "Calm" in cells
    assert "Rolig" not in cells


def test_todays_situation_and_numbers_that_mean_nothing_are_refused(program: Program):
    assert program("sensitivity", "scenario.toml", "--out", "ut", "--draws", "0").code == 2
    path = program.folder / "scenario.toml"
    path.write_text(path.read_text("utf-8").replace("[scenario]", "[scenario]\nreference = true"), "utf-8")
    assert program("sensitivity", "scenario.toml", "--out", "ut").code == 2
    assert not (program.folder / "ut").exists()


def test_one_that_is_proven_is_spoken_of_as_one():
    holes = {"count": 20, "spread": 25, "share": "80", "compared": 3}
    said = [Texts("en")("sensitivity.said.draws", proven=proven, **holes) for proven in (1, 2)]
    assert "1 of them is proven best" in said[0]
    assert "2 of them are proven best" in said[1]
