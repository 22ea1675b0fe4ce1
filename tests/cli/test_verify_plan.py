"""localisation verify of a plan: nothing in the file is believed that can be found without the solver."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

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


def forged(path: Path, change: Callable[[Contents], object]) -> None:
    """Change a plan and give it the digest that fits, as a careful forger would."""
    contents = json.loads(path.read_text("utf-8"))
    change(contents)
    contents["content_sha256"] = plan_digest(PlanFile.model_validate_json(json.dumps(contents)))
    path.write_text(json.dumps(contents), "utf-8")


def test_the_solver_is_never_loaded(moved: Program, plan: Path):
    code = (
        f"import sys; sys.modules['ortools'] = None\nfrom localisation.cli import main\nmain(['verify', {str(plan)!r}])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=moved.folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def place(contents: Contents, unit: str, building: str) -> None:
    next(p for p in contents["placements"] if p["unit"] == unit)["building"] = building


@pytest.mark.parametrize(
    ("change", "fault", "said"),
    [
        (lambda c: c["refurbishments"].append("R9"), ["unknown_option", "R9"], "ombyggingen R9, som ikke finnes"),
        (lambda c: place(c, "U3", "B9"), ["placement_unknown", "U3", "B9"], "i B9, men enheten eller bygget"),
        (
            lambda c: c["placements"].append({"unit": "U9", "building": "B1", "staff": 3}),
            ["placement_unknown", "U9", "B1"],
            "plasserer U9 i",
        ),
        (lambda c: c["placements"].pop(), ["placement_staff", "U3"], "har 0 ansatte i planen, men 10 i dataene"),
    ],
)
def test_a_plan_for_what_is_no_whole_proposal_is_told(
    moved: Program, plan: Path, change: Callable[[Contents], object], fault: list[str], said: str
):
    forged(plan, change)
    assert fault in moved("verify", str(plan), "--json").json["structural"]
    run = moved("verify", str(plan))
    assert (run.code, said in run.out) == (3, True), run.out


def test_a_plan_for_what_is_no_whole_proposal_is_not_made_anew(moved: Program, plan: Path):
    forged(plan, lambda c: c["refurbishments"].append("R9"))
    run = moved("replan", str(plan), "--as-of", "2024-03-20", "--out", "ny")
    assert (run.code, "localisation verify" in run.err) == (3, True), run.err
    assert not (moved.folder / "ny").exists()


def told(**changes: object) -> Callable[[Contents], object]:
    """What a plan made anew would say that it had to reckon with."""
    return lambda c: c.update(changes=changes)


def test_what_cannot_begin_until_the_calendar_is_over_is_told(moved: Program, plan: Path):
    forged(plan, told(earliest={"clean:U2:B2>B1": "2024-07-01"}))
    run = moved("verify", str(plan))
    assert (run.code, "kan ikke begynne før de er over" in run.out) == (3, True), run.out


def test_a_plan_for_placements_that_break_a_must_is_not_accepted(moved: Program, plan: Path):
    # The three units need 16 + 15 + 10 = 41 workplaces, and Sørgården has 12.
    def everyone_in_one(contents: Contents) -> None:
        for row in contents["placements"]:
            row["building"] = "B3"

    forged(plan, everyone_in_one)
    run = moved("verify", str(plan))
    assert (run.code, "✗ Alle får plass" in run.out) == (4, True), run.out
    assert "Lag et nytt forslag med propose" in run.out
    assert "K1" in moved("verify", str(plan), "--json").json["broken_musts"]


def test_a_proposal_that_breaks_a_must_is_planned_with_a_warning(moved: Program):
    assert moved("propose", "scenario.toml", "--out", "forslag", "--json").code == 0
    path = moved.folder / "forslag" / "proposal.json"
    contents = json.loads(path.read_text("utf-8"))
    # 15 of permits and 10 of the square in the hall, which holds 20.
    place(contents, "U3", "B1")
    path.write_text(json.dumps(contents), "utf-8")
    run = moved("plan", "forslag/proposal.json", "--out", "ut")
    assert "bryter må-krav: Alle får plass" in run.err, run.err


def row(contents: Contents, key: str) -> Contents:
    return next(r for r in contents["steps"] if r["activity"] == key)


def sent_back(points: float) -> Callable[[Contents], object]:
    """The placements of the plan itself, as if they had been sent back."""
    return lambda c: c["rejected"].append(
        {"points": points, "placements": c["placements"], "refurbishments": [], "why": {}}
    )


def test_figures_beside_the_dates_are_found_out(moved: Program):
    assert moved("plan", "scenario.toml", "--out", "ut", "--simulate", "20").code == 0
    plan = moved.folder / "ut" / "plan.json"
    honest = plan.read_text("utf-8")
    points = json.loads(honest)["placement_points"]
    carried = "move:U1:B1>B2"
    changes: list[tuple[Callable[[Contents], object], list[str]]] = [
        (lambda c: None, []),
        (lambda c: row(c, carried).update(unit="U2"), [carried]),
        (lambda c: row(c, carried).update(building="B3"), [carried]),
        (lambda c: row(c, carried).update(kind="pack"), [carried]),
        (lambda c: row(c, carried).update(days=9), [carried]),
        (lambda c: c["calendar"].update(working_days=1), ["calendar"]),
        (lambda c: c["calendar"].update(last="2030-01-01"), ["calendar"]),
        (lambda c: c.update(placement_points=points + 1), ["placement_points"]),
        (sent_back(points), []),
        (sent_back(points + 1), ["rejected"]),
        (lambda c: c["runs"].update({"U1:B1>B2": {"vehicle": 0, "minute": 0}}), ["vehicles"]),
        (lambda c: c["simulation"]["everyone"].update(on_time_percent=12.5), ["simulation"]),
        (lambda c: c["simulation"].update(draws=0), ["simulation"]),
    ]
    for change, differing in changes:
        plan.write_text(honest, "utf-8")
        forged(plan, change)
        run = moved("verify", str(plan), "--json")
        assert (run.code, run.json["differing"]) == (3 if differing else 0, differing)
    forged(plan, lambda c: row(c, carried).update(days=9))
    assert "Ledelsen" in moved("verify", str(plan)).out


def test_what_was_told_is_shown_and_what_cannot_be_is_a_fault(moved: Program, plan: Path):
    said = ("--delay", "Ledelsen flyttelass +2d")
    assert moved("replan", str(plan), "--as-of", "2024-03-20", *said, "--out", "ny").code == 0
    anew = moved.folder / "ny" / "plan.json"
    honest = anew.read_text("utf-8")
    run = moved("verify", str(anew))
    # Twenty at ten a day are two days, and two more were told.
    assert (run.code, "tar 4 arbeidsdager, ellers 2" in run.out) == (0, True), run.out
    assert moved("verify", str(anew), "--json").json["told"]["days"] == {"move:U1:B1>B2": 4}
    later = "clean:U2:B2>B1"
    changes: list[tuple[Callable[[Contents], object], list[str]]] = [
        (lambda c: c["changes"]["days"].update({"move:U9": 2}), ["unknown_told", "move:U9"]),
        (lambda c: c["changes"]["adopted"]["via"].update({"U9": "B3"}), ["unknown_told", "U9"]),
        (lambda c: c["changes"]["kept"].append("pack:U9"), ["unknown_told", "pack:U9"]),
        (lambda c: c["changes"]["adopted"]["steps"].pop("move:U1:B1>B2"), ["not_kept", "move:U1:B1>B2"]),
    ]

    def kept_before_it_began(contents: Contents) -> None:
        step = row(contents, later)
        contents["changes"]["kept"].append(later)
        contents["changes"]["adopted"]["steps"][later] = {k: step[k] for k in ("first", "last", "overtime")}

    for change, fault in [*changes, (kept_before_it_began, ["kept_unbegun", later])]:
        anew.write_text(honest, "utf-8")
        forged(anew, change)
        run = moved("verify", str(anew), "--json")
        assert (run.code, run.json["structural"]) == (3, [fault])
        assert moved("verify", str(anew), "--lang", "en").code == 3
