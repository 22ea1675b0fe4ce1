"""localisation compare: today's situation first, then what was asked for."""

import csv
import errno
import json

import openpyxl
import pytest

from localisation.cli import solve_all
from tests.cli.program import Program
from tests.reading import tiny

CHILD = """[scenario]
id = "laast"
name = "=Låst"
extends = "scenario.toml"

[[locks]]
unit = "U3"
building = "B3"
state = "låst"
"""


def write_child(program: Program) -> None:
    (program.folder / "laast.toml").write_text(CHILD, "utf-8")


def test_today_stands_first_though_it_is_not_named(program: Program):
    write_child(program)
    run = program("compare", "scenario.toml", "laast.toml", "--json")
    assert run.code == 0, run.err
    alternatives = run.json["alternatives"]
    assert [a["status"] for a in alternatives] == ["held", "optimal", "optimal"]
    # U3 has 10 people and needs a public front, which B2, where it sits today, has not: it moves in either case.
    moved = [next(r["amount_raw"] for r in a["results"] if r["id"] == "K2") for a in alternatives]
    assert moved == [0, 10, 10]


def test_below_the_table_stands_whose_criteria_count_and_that_its_own_musts_may_be_broken_by_others(program: Program):
    # Alone, the scenario breaks no must of its own; what another one has locked, it does not keep.
    alone = " ".join(program("compare", "scenario.toml").out.split())
    assert "★ Alle er målt etter kriteriene til «Prøve»." in alone
    assert "kan andre alternativer bryte" not in alone
    assert "K2 Få må flytte" in alone
    (program.folder / "laast.toml").write_text(CHILD.replace('"U3"', '"U1"').replace('"B3"', '"B2"'), "utf-8")
    both = " ".join(program("compare", "laast.toml", "scenario.toml").out.split())
    assert "kriteriene til «=Låst». Må-krav som bare gjelder der, kan andre alternativer bryte" in both
    english = " ".join(program("compare", "scenario.toml", "--lang", "en").out.split())
    assert "All are measured by the criteria of “" in english


def test_the_table_can_be_had_as_csv_and_excel_and_text_never_becomes_a_formula(program: Program):
    write_child(program)
    assert program("compare", "scenario.toml", "laast.toml", "--out", "t.csv").code == 0
    with (program.folder / "t.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert "'=Låst" in rows[0]
    assert program("compare", "scenario.toml", "laast.toml", "--out", "t.xlsx").code == 0
    sheet = openpyxl.load_workbook(program.folder / "t.xlsx").worksheets[0]
    heading = next(c for c in sheet[4] if c.value == "=Låst")
    assert heading.data_type == "s"


def test_another_kind_of_file_is_a_wrong_call(program: Program):
    assert program("compare", "scenario.toml", "--out", "t.pdf").code == 2


def test_two_places_cannot_be_compared_and_nothing_is_solved(program: Program):
    other = program.folder / "annet"
    other.mkdir()
    rows = tiny.tables()
    tiny.write(
        other, rows, place=tiny.PLACE.replace('"vik"', '"nes"'), scenario=tiny.SCENARIO.replace('"prove"', '"nes"')
    )
    run = program("compare", "scenario.toml", "annet/scenario.toml")
    assert (run.code, run.out) == (2, "")
    assert "gjelder ikke det samme stedet" in run.err


def test_other_staff_in_the_same_place_cannot_be_compared_either(program: Program):
    other = program.folder / "annet"
    other.mkdir()
    rows = tiny.tables()
    rows["units"][0]["staff"] = rows["today"][0]["staff"] = "19"
    tiny.write(other, rows, scenario=tiny.SCENARIO.replace('"prove"', '"annet"'))
    run = program("compare", "scenario.toml", "annet/scenario.toml", "--lang", "en")
    assert (run.code, run.out) == (2, "")
    assert "same place with the same staff" in run.err


def test_two_scenarios_with_one_id_are_refused_but_one_named_twice_counts_once(program: Program):
    (program.folder / "laast.toml").write_text(CHILD.replace('id = "laast"', 'id = "prove"'), "utf-8")
    run = program("compare", "scenario.toml", "laast.toml", "--json")
    assert (run.code, run.json["status"]) == (2, "usage")
    assert "samme id, prove" in run.json["messages"][0]
    run = program("compare", "scenario.toml", "./scenario.toml", "--json")
    assert (run.code, [a["id"] for a in run.json["alternatives"]]) == (0, ["0", "prove"])


@pytest.mark.parametrize("out", ["borte/t.csv", "mappe.xlsx"])
def test_a_file_that_cannot_be_written_is_refused_before_anything_is_solved(program: Program, monkeypatch, out: str):
    (program.folder / "mappe.xlsx").mkdir()
    monkeypatch.setattr("localisation.cli.solve_all.solve", lambda *_, **__: pytest.fail("solved"))
    run = program("compare", "scenario.toml", "--out", out)
    assert run.code == 2
    assert out in run.err


def test_a_table_that_fails_half_way_leaves_the_old_one_and_nothing_else(program: Program, monkeypatch):
    (program.folder / "t.csv").write_text("før", "utf-8")
    before = sorted(program.folder.iterdir())

    def full(path, *_: object, **__: object) -> None:
        path.write_text("halv", "utf-8")
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    monkeypatch.setattr("localisation.exporting.comparison_file.write_comparison", full)
    run = program("compare", "scenario.toml", "--out", "t.csv")
    assert run.code == 2
    assert "disken er full" in run.err
    assert (program.folder / "t.csv").read_text("utf-8") == "før"
    assert sorted(program.folder.iterdir()) == before


def test_an_unforeseen_fault_is_not_told_as_a_contradiction_of_the_engine(program: Program, monkeypatch):
    def fault(*_: object, **__: object) -> None:
        raise RuntimeError("uventet")

    monkeypatch.setattr("localisation.comparing.compare.compare", fault)
    run = program("compare", "scenario.toml")
    assert run.code == 70
    assert "RuntimeError: uventet" in run.err
    assert "feil i programmet" in run.err


RENT = """
[[criterion]]
id = "K3"
name = "Årlig kostnad"
rule = "annual_cost"
strength = "weight"
weight = 10
best = 0
worst = 2000
"""


@pytest.mark.parametrize(
    ("currency", "language", "unit"),
    [("SEK", "nb", "1000 SEK/år"), ("SEK", "en", "1000 SEK/year"), ("NOK", "nb", "1000 kr/år")],
)
def test_money_is_told_in_the_currency_of_the_place(program: Program, currency: str, language: str, unit: str):
    program.write(place=f'{tiny.PLACE}currency = "{currency}"\n', criteria=tiny.CRITERIA + RENT)
    run = program("compare", "scenario.toml", "--out", "t.csv", "--lang", language)
    assert run.code == 0
    assert unit in run.out
    assert unit in (program.folder / "t.csv").read_text("utf-8-sig")


def test_a_stored_proposal_is_compared_as_it_is(program: Program, monkeypatch: pytest.MonkeyPatch):
    write_child(program)
    assert program("propose", "laast.toml", "--out", "ut").code == 0
    solved: list[str] = []
    whole = solve_all.solve

    def solve(instance, **how):
        if not instance.scenario.reference:
            solved.append(instance.scenario.id)
        return whole(instance, **how)

    monkeypatch.setattr(solve_all, "solve", solve)
    run = program("compare", "ut/proposal.json", "scenario.toml", "--json")
    assert run.code == 0, run.err
    assert solved == ["prove"]
    assert run.json["criteria_of"] == "laast"
    assert [a["status"] for a in run.json["alternatives"]] == ["held", "optimal", "optimal"]
    (program.folder / "ikke.json").write_text("{", "utf-8")
    assert program("compare", "ikke.json", "scenario.toml").code == 3


def test_a_stored_proposal_whose_proof_no_longer_counts_is_not_taken_for_today(program: Program):
    assert program("propose", "scenario.toml", "--out", "ut").code == 0
    path = program.folder / "ut" / "proposal.json"
    contents = json.loads(path.read_text("utf-8"))
    contents["engine"]["localisation"] = "0"
    path.write_text(json.dumps(contents), "utf-8")
    run = program("compare", "ut/proposal.json", "--json")
    assert run.code == 0, run.err
    assert [a["status"] for a in run.json["alternatives"]] == ["held", "feasible"]
    assert "ikke bevist" in program("compare", "ut/proposal.json").out


def test_two_proposals_of_one_scenario_are_told_apart_by_their_files(program: Program):
    assert program("propose", "scenario.toml", "--out", "ut").code == 0
    assert program("propose", "scenario.toml", "--out", "inn").code == 0
    run = program("compare", "ut/proposal.json", "inn/proposal.json", "scenario.toml", "--json")
    assert run.code == 0, run.err
    assert [a["id"] for a in run.json["alternatives"]][1:] == [
        "prove (ut/proposal.json)", "prove (inn/proposal.json)", "prove",
    ]  # fmt: skip
