"""localisation plan, verify and replan, on two units that change places."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from localisation.exporting.plan.exports import PLAN_FILES
from localisation.exporting.plan.plan_file import plan_digest
from localisation.exporting.plan.plan_file_schema import PlanFile
from tests.cli import moving
from tests.cli.program import Program

Contents = dict[str, Any]


@pytest.fixture
def moved(program: Program) -> Program:
    program.write(moving.tables(), **moving.texts())
    return program


@pytest.fixture
def plan(moved: Program) -> Path:
    run = moved("plan", "scenario.toml", "--out", "ut", "--json")
    assert run.code == 0, run.err
    return moved.folder / "ut" / "plan.json"


def test_a_scenario_becomes_a_proposal_with_a_plan(moved: Program):
    run = moved("plan", "scenario.toml", "--out", "ut", "--json")
    found = run.json
    assert (run.code, found["status"], found["valid"]) == (0, "optimal", True)
    # Leadership: packed 18 March, carried 19-20, the hall cleaned on the 21st. Permits packed meanwhile, carried 22-25.
    days = {m["unit"]: (m["origin"], m["destination"], m["begins"], m["in_place"]) for m in found["moves"]}
    assert days["U1"] == ("B1", "B2", "2024-03-18", "2024-03-20")
    assert days["U2"][:2] == ("B2", "B1")
    assert days["U2"][3] == "2024-03-25"
    assert {(moved.folder / name).is_file() for name in found["files"]} == {True}
    assert {Path(name).name for name in found["files"]} >= {"plan.json", "proposal.json", "report.html"}


def test_a_proposal_is_planned_as_it_is_and_told_in_words(moved: Program):
    assert moved("propose", "scenario.toml", "--out", "forslag", "--json").code == 0
    run = moved("plan", "forslag/proposal.json", "--out", "ut", "--simulate", "20")
    assert run.code == 0
    assert "25. mars 2024" in run.out
    assert not (moved.folder / "ut" / "proposal.json").exists()
    assert all(list((moved.folder / "ut").glob(name)) for name in PLAN_FILES)
    stored = json.loads((moved.folder / "ut" / "plan.json").read_text("utf-8"))
    assert stored["simulation"]["draws"] == 20


def test_a_plan_holds_and_is_unchanged(moved: Program, plan: Path):
    run = moved("verify", str(plan), "--json")
    assert (run.code, run.json["valid"], run.json["differing"]) == (0, True, [])
    assert "holder dag for dag" in moved("verify", str(plan)).out


def forged(path: Path, change: Callable[[Contents], object]) -> None:
    contents = json.loads(path.read_text("utf-8"))
    change(contents)
    contents["content_sha256"] = plan_digest(PlanFile.model_validate_json(json.dumps(contents)))
    path.write_text(json.dumps(contents), "utf-8")


def step(contents: Contents, key: str) -> Contents:
    return next(row for row in contents["steps"] if row["activity"] == key)


def dates(*rows: tuple[str, str, str]) -> Callable[[Contents], None]:
    def change(contents: Contents) -> None:
        for key, first, last in rows:
            step(contents, key).update(first=first, last=last)

    return change


PACKED = ("pack:U2:B2>B1", "2024-03-18", "2024-03-18")


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        # Permits come while the leadership still sits there: 16 and 15 places of 20, and four movers for both.
        (
            dates(
                PACKED, ("move:U2:B2>B1", "2024-03-19", "2024-03-20"), ("clean:U2:B2>B1", "2024-03-21", "2024-03-21")
            ),
            4,
            ["✗ Plass hver dag", "✗ Nok flyttefolk"],
        ),
        # The day before the rooms are clean.
        (
            dates(
                PACKED, ("move:U2:B2>B1", "2024-03-21", "2024-03-22"), ("clean:U2:B2>B1", "2024-03-25", "2024-03-25")
            ),
            4,
            ["✗ Plass hver dag"],
        ),
        (dates(("clean:U2:B2>B1", "2024-03-29", "2024-03-29")), 3, ["29. mars 2024, som ikke er en arbeidsdag"]),
        (dates(("clean:U2:B2>B1", "2024-06-03", "2024-06-03")), 0, []),
        (dates(("clean:U2:B2>B1", "2024-03-18", "2024-03-18")), 3, ["begynner før"]),
        (dates(("move:U1:B1>B2", "2024-03-19", "2024-03-19")), 3, ["varer 1 arbeidsdag i planen, men skal ta 2"]),
        (lambda c: c["steps"].pop(), 3, ["mangler i planen"]),
        (lambda c: c["via"].update({"U1:B1>B2": "B3"}), 3, ["ingen vei gjennom"]),
    ],
)
def test_faults_planted_in_a_plan_are_found(
    moved: Program, plan: Path, change: Callable[[Contents], object], code: int, said: list[str]
):
    forged(plan, change)
    run = moved("verify", str(plan))
    assert run.code == code, run.out
    assert [s for s in said if s not in run.out] == []


def test_amounts_are_told_as_in_the_report_and_what_differs_by_name(moved: Program, plan: Path):
    # G1 is a whole number of working days.
    (line,) = [x for x in moved("verify", str(plan)).out.splitlines() if "· Fort ferdig: " in x]
    assert line.split(": ")[1].split()[0].isdigit(), line
    row = next(i for i, r in enumerate(json.loads(plan.read_text("utf-8"))["results"]) if r["id"] == "G1")
    forged(plan, lambda c: c["results"][row].update(amount_raw=1))
    assert "for: Fort ferdig (G1)." in moved("verify", str(plan)).out


def test_a_changed_figure_is_found_whatever_the_digest_says(moved: Program, plan: Path):
    forged(plan, lambda c: c.update(points=99.5))
    assert moved("verify", str(plan), "--json").json["differing"] == ["points"]
    forged(plan, lambda c: c["level_runs"][0].update(bound=None, gap=None))
    assert "status" in moved("verify", str(plan), "--json").json["differing"]


def test_a_delay_moves_what_must_be_moved_and_says_why(moved: Program, plan: Path):
    run = moved(
        "replan", str(plan), "--as-of", "2024-03-20", "--delay", "Ledelsen flyttelass +2d", "--out", "ny", "--json"
    )
    assert run.code == 0, run.err
    # Carried 19-22 instead of 19-20, cleaned on the 25th: permits are carried on the 26th and 27th.
    days = {m["unit"]: m["in_place"] for m in run.json["moves"]}
    assert days == {"U1": "2024-03-22", "U2": "2024-03-27"}
    assert any("Byggesak" in line for line in run.json["differences"])
    assert moved("verify", "ny/plan.json").code == 0
    again = moved("replan", "ny/plan.json", "--as-of", "22.03.2024", "--out", "ny2", "--json")
    assert {m["unit"]: m["in_place"] for m in again.json["moves"]} == days, "nothing new has happened"
    assert moved("verify", "ny2/plan.json").code == 0


def test_with_nothing_new_the_plan_stands(moved: Program, plan: Path):
    run = moved("replan", str(plan), "--as-of", "2024-03-20", "--out", "ny")
    assert (run.code, "Ingenting er nytt, planen står." in run.out) == (0, True), run.out
    old, new = (json.loads(p.read_text("utf-8")) for p in (plan, moved.folder / "ny" / "plan.json"))
    assert new["steps"] == old["steps"]
    assert moved("verify", "ny/plan.json").code == 0


def test_what_is_said_to_be_done_is_done_in_the_new_plan(moved: Program, plan: Path):
    # Permits were to be packed on the 21st; on the 20th that is done already, on the 19th at the latest.
    run = moved("replan", str(plan), "--as-of", "2024-03-20", "--done", "pakkingen Byggesak", "--out", "ny")
    assert run.code == 0, run.err
    new = json.loads((moved.folder / "ny" / "plan.json").read_text("utf-8"))
    assert step(new, "pack:U2:B2>B1")["last"] == "2024-03-19"
    assert moved("verify", "ny/plan.json").code == 0
    late = ("--as-of", "2024-03-21", "--delay", "Ledelsen rydding +1d")
    again = moved("replan", "ny/plan.json", *late, "--out", "ny2")
    assert again.code == 0, again.err
    newest = json.loads((moved.folder / "ny2" / "plan.json").read_text("utf-8"))
    assert step(newest, "pack:U2:B2>B1") == step(new, "pack:U2:B2>B1")
    assert step(newest, "move:U2:B2>B1")["first"] == "2024-03-25", "the hall is clean on the 22nd"
    assert moved("verify", "ny2/plan.json").code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--as-of", "igår"), 2, "igår er ikke en dato"),
        (("--as-of", "2030-01-01"), 3, "utenfor planen"),
        (("--as-of", "2024-03-20", "--delay", "Marketing +2d"), 3, "Marketing"),
        (("--as-of", "2024-03-20", "--delay", "Ledelsen"), 3, "kan ikke forstås"),
    ],
)
def test_what_cannot_be_understood_is_told(
    moved: Program, plan: Path, arguments: tuple[str, ...], code: int, said: str
):
    run = moved("replan", str(plan), *arguments, "--out", "ny")
    assert (run.code, said in run.err) == (code, True), run.err
    assert not (moved.folder / "ny").exists()


def test_when_nothing_can_be_carried_out_it_says_why_and_what_would_do(moved: Program):
    texts = moving.texts()
    texts["criteria"] = texts["criteria"].replace("2024-06-14", "2024-03-20")
    moved.write(moving.tables(), **texts)
    run = moved("plan", "scenario.toml", "--out", "ut")
    assert run.code == 4
    assert "Byggesak" in run.err
    assert not (moved.folder / "ut").exists()


@pytest.mark.parametrize(
    ("contents", "said"),
    [("{", "ikke gyldig JSON"), ('{"kind": "plan"}', "mangler"), ('{"kind": "plan", "x": 1}', "ukjent")],
)
def test_a_broken_plan_file_is_told(moved: Program, contents: str, said: str):
    (moved.folder / "plan.json").write_text(contents, "utf-8")
    for arguments in (("verify", "plan.json"), ("replan", "plan.json", "--as-of", "2024-03-20", "--out", "ut")):
        run = moved(*arguments)
        assert (run.code, said in run.err) == (3, True), run.err


def test_the_time_limit_is_said_to_count_for_each_level(moved: Program):
    for command in ("plan", "replan"):
        told = " ".join(moved(command, "--help").out.replace("│", " ").split())
        assert "på hvert nivå i målet" in told


def test_a_proposal_is_told_to_be_no_plan_in_one_line(moved: Program):
    assert moved("propose", "scenario.toml", "--out", "forslag", "--json").code == 0
    run = moved("replan", "forslag/proposal.json", "--as-of", "2024-03-20", "--out", "ny")
    told = run.err.strip().splitlines()
    assert (run.code, told) == (3, ["Dette er et forslag, ikke en plan. Kjør localisation plan først."])
