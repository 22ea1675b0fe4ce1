"""localisation verify: holds without the solver, and fails on any change."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from localisation.cli.untrue_runs import _may_end_so, _may_give_up
from localisation.domain.assessment import LevelRun
from localisation.domain.vocabulary import Status
from localisation.exporting.proposal_file import content_digest, read_proposal
from localisation.rules.goal import GOAL_UNITS
from tests.cli.program import Program
from tests.reading import tiny


@pytest.fixture
def stored(program: Program) -> Path:
    assert program("propose", "scenario.toml", "--out", "ut", "--workers", "1").code == 0
    return program.folder / "ut" / "proposal.json"


def with_own_digest(path: Path, contents: dict[str, object]) -> None:
    """Write contents with a digest that fits them, as a careful forger would."""
    path.write_text(json.dumps(contents), "utf-8")
    contents["content_sha256"] = content_digest(read_proposal(path))
    path.write_text(json.dumps(contents), "utf-8")


def test_an_unchanged_proposal_holds(program: Program, stored: Path):
    run = program("verify", str(stored))
    assert run.code == 0
    assert "Alle får plass" in run.out
    assert "uendret" in run.out


def test_it_finds_its_inputs_from_another_folder(program: Program, stored: Path, monkeypatch, tmp_path_factory):
    monkeypatch.chdir(tmp_path_factory.mktemp("annet"))
    assert program("verify", str(stored)).code == 0


def test_the_solver_is_never_loaded(program: Program, stored: Path):
    code = (
        "import sys; sys.modules['ortools'] = None\n"
        "from localisation.cli import main\n"
        f"main(['verify', {str(stored)!r}])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=program.folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_figure_changed_by_hand_fails(program: Program, stored: Path):
    contents = json.loads(stored.read_text("utf-8"))
    contents["results"][1]["amount_raw"] += 1
    stored.write_text(json.dumps(contents), "utf-8")
    run = program("verify", str(stored), "--json")
    assert (run.code, run.json["file_changed"], run.json["differing"]) == (3, True, ["K2"])
    (name,) = [r["name"] for r in contents["results"] if r["id"] == "K2"]
    assert f"{name} (K2)." in " ".join(program("verify", str(stored)).out.split())


def test_a_forged_digest_does_not_hide_a_better_score(program: Program, stored: Path):
    contents = json.loads(stored.read_text("utf-8"))
    contents["points"] = 100.5
    contents["results"][1]["points"] = 100.5
    with_own_digest(stored, contents)
    run = program("verify", str(stored), "--json")
    assert (run.code, run.json["file_changed"], run.json["differing"]) == (3, False, ["K2", "points"])


@pytest.mark.parametrize(
    ("change", "differing"),
    [
        (lambda d: d["runs"][0].update(value=1, bound=-(10**12), gap=0), ["value", "status"]),
        (lambda d: d["runs"][0].update(gap=0.5), ["gap"]),
        (lambda d: d["runs"][0].update(bound=None, gap=None), ["status"]),
        (lambda d: d["runs"][0].update(bound=d["goal"][0] + 1), ["bound"]),
        # A thousandth of a point is a thousand times what still counts as proven.
        (lambda d: d["runs"][0].update(bound=d["goal"][0] - 10**6), ["status"]),
        (lambda d: d["runs"][0].update(given_up=1), ["value"]),
        (lambda d: d["runs"][0].update(status="feasible"), ["status"]),
        (lambda d: d["runs"].append(d["runs"][0]), ["runs"]),
        (lambda d: d.update(runs=[], status="held"), ["runs"]),
    ],
)
def test_a_solve_that_cannot_have_ended_as_told_is_not_believed(program: Program, stored: Path, change, differing):
    contents = json.loads(stored.read_text("utf-8"))
    change(contents)
    with_own_digest(stored, contents)
    run = program("verify", str(stored), "--json")
    assert (run.code, run.json["file_changed"], run.json["differing"]) == (3, False, differing)


def test_a_level_may_end_worse_than_proven_by_the_slack_and_no_more():
    def run(given_up: int) -> LevelRun:
        value = 20 * GOAL_UNITS + given_up
        return LevelRun(
            status=Status.OPTIMAL, value=value, bound=20 * GOAL_UNITS, seconds=1, engine="x", given_up=given_up
        )

    # 20 points lost at best, and 5 % of that is 1 point.
    for given_up, allowed in ((GOAL_UNITS, True), (GOAL_UNITS + 1, False), (-1, False)):
        assert _may_give_up(run(given_up), 20 * GOAL_UNITS + given_up, 5) is allowed
    assert _may_end_so(run(GOAL_UNITS), 21 * GOAL_UNITS)
    assert not _may_end_so(run(0), 21 * GOAL_UNITS)


def test_someone_moved_by_hand_to_where_there_is_no_room_breaks_a_must(program: Program, stored: Path):
    contents = json.loads(stored.read_text("utf-8"))
    # U1 has 20 people who need 16 places; B3 has 12.
    for row in contents["placements"]:
        if row["unit"] == "U1":
            row["building"] = "B3"
    with_own_digest(stored, contents)
    run = program("verify", str(stored))
    assert run.code == 4
    assert "✗ Alle får plass" in run.out


def test_staff_that_do_not_add_up_are_no_proposal(program: Program, stored: Path):
    contents = json.loads(stored.read_text("utf-8"))
    contents["placements"][0]["staff"] -= 1
    stored.write_text(json.dumps(contents), "utf-8")
    run = program("verify", str(stored))
    assert run.code == 3
    assert "U1 har 19 ansatte i forslaget, men 20 i dataene" in run.out


def test_changed_inputs_are_named(program: Program, stored: Path):
    zones = program.folder / "sted" / "zones.csv"
    zones.write_text(zones.read_text("utf-8") + "\n", "utf-8")
    run = program("verify", str(stored))
    assert run.code == 3
    assert "sted/zones.csv er endret" in run.out


RIVAL = """[scenario]
id = "rival"
name = "Rivalen"
extends = "scenario.toml"
criteria = ["kriterier.toml", "egne.toml"]
"""
OWN_CRITERIA = """[[criterion]]
id = "E1"
name = "Lite leid"
rule = "leased_workplaces"
strength = "info"
"""


@pytest.fixture
def stored_beside(program: Program) -> Path:
    """A proposal shown beside today's situation and a rival with a criteria list of its own."""
    program.write(scenario=tiny.SCENARIO + 'compare_with = ["rival.toml"]\n')
    (program.folder / "rival.toml").write_text(RIVAL, "utf-8")
    (program.folder / "egne.toml").write_text(OWN_CRITERIA, "utf-8")
    assert program("propose", "scenario.toml", "--out", "ut", "--workers", "1").code == 0
    return program.folder / "ut" / "proposal.json"


def test_alternatives_are_stored_with_points_and_the_files_only_they_rest_on(program: Program, stored_beside: Path):
    rows = {a["id"]: a for a in json.loads(stored_beside.read_text("utf-8"))["alternatives"]}
    # Today nobody moves: 100 points. The rival moves U3's 10 people, for whom there is no public front in B2: with 45
    # as the worst, 100 - 100 * 10 / 45.
    assert rows["0"]["points"] == 100
    assert rows["rival"]["points"] == pytest.approx(100 - 1000 / 45)
    assert [f["path"] for f in rows["rival"]["inputs"]] == ["egne.toml", "rival.toml"]
    assert program("verify", str(stored_beside)).code == 0


def test_an_alternative_with_other_points_than_its_placements_give_fails(program: Program, stored_beside: Path):
    contents = json.loads(stored_beside.read_text("utf-8"))
    contents["alternatives"][1]["points"] -= 20
    with_own_digest(stored_beside, contents)
    run = program("verify", str(stored_beside), "--json")
    assert (run.code, run.json["differing"]) == (3, ["rival"])


def test_a_changed_file_of_an_alternative_is_named(program: Program, stored_beside: Path):
    (program.folder / "egne.toml").write_text(OWN_CRITERIA + "\n", "utf-8")
    run = program("verify", str(stored_beside), "--json")
    assert (run.code, run.json["inputs_changed"]) == (3, ["egne.toml"])


@pytest.mark.parametrize("contents", ["", "hei", "{}", "[1]"])
def test_what_is_no_proposal_file_is_refused_in_a_sentence(program: Program, contents: str):
    (program.folder / "x.json").write_text(contents, "utf-8")
    run = program("verify", "x.json")
    assert run.code == 3
    assert "x.json" in run.err
