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
