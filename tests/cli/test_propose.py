"""localisation propose: everything or nothing in the folder, and the right exit code."""

import json
from pathlib import Path

import pytest

from localisation.cli import solve_all, stack_watched
from localisation.exporting import exports
from localisation.exporting.exports import OUR_FILES
from tests.cli.program import Program
from tests.reading import tiny

IMPOSSIBLE = """
[[criterion]]
id = "L1"
name = "Torget i sør"
rule = "fixed_location"
strength = "must"
units = ["U3"]
parameters = { buildings = ["B3"] }

[[criterion]]
id = "L2"
name = "Torget ikke i sør"
rule = "forbidden_location"
strength = "must"
units = ["U3"]
parameters = { buildings = ["B3"] }
"""


def test_all_files_are_written_and_nothing_else(program: Program):
    run = program("propose", "scenario.toml", "--out", "ut")
    assert run.code == 0, run.err
    assert sorted(p.name for p in (program.folder / "ut").iterdir()) == sorted(OUR_FILES)
    assert "Bevist best" in run.out
    assert "ut/report.html" in run.out


def test_with_json_there_is_nothing_but_json_on_standard_output(program: Program):
    run = program("propose", "scenario.toml", "--out", "ut", "--json", "--seed", "7", "--workers", "1")
    assert run.json["status"] == "optimal"
    assert run.json["alternatives"][0]["status"] == "held"
    stored = json.loads((program.folder / "ut" / "proposal.json").read_text("utf-8"))
    assert (stored["seed"], stored["workers"]) == (7, 1)


def test_the_same_seed_gives_the_same_proposal(program: Program):
    found = []
    for folder in ("a", "b"):
        program("propose", "scenario.toml", "--out", folder, "--seed", "3", "--workers", "1")
        found.append(json.loads((program.folder / folder / "proposal.json").read_text("utf-8")))
    assert found[0]["placements"] == found[1]["placements"]
    assert found[0]["goal"] == found[1]["goal"]


def test_musts_that_collide_are_named_and_no_folder_is_left(program: Program):
    program.write(criteria=tiny.CRITERIA + IMPOSSIBLE)
    run = program("propose", "scenario.toml", "--out", "ut")
    assert run.code == 4
    assert "Torget i sør (L1)" in run.err
    assert "Torget ikke i sør (L2)" in run.err
    assert not (program.folder / "ut").exists()
    found = program("propose", "scenario.toml", "--out", "ut", "--json").json
    assert {row["criterion"] for row in found["conflict"]} == {"L1", "L2"}
    assert len(found["relax"]) == 1


def test_invalid_data_leaves_no_folder(program: Program):
    tables = tiny.tables()
    tables["units"][0]["staff"] = "tjue"
    program.write(tables)
    assert program("propose", "scenario.toml", "--out", "ut").code == 3
    assert not (program.folder / "ut").exists()


def test_a_fault_while_writing_leaves_the_old_output_as_it_was(program: Program, monkeypatch):
    (program.folder / "ut").mkdir()
    (program.folder / "ut" / "report.html").write_text("gammel")

    def broken(folder: Path, run: object) -> None:
        (folder / "report.html").write_text("halv")
        raise OSError("disk full")

    monkeypatch.setattr(exports, "EXPORTS", (exports.Export(files=("report.html",), write=broken),))
    run = program("propose", "scenario.toml", "--out", "ut")
    assert run.code == 2
    assert "disk full" in run.err
    assert (program.folder / "ut" / "report.html").read_text() == "gammel"
    assert [p.name for p in program.folder.glob(".ut*")] == []


def test_one_area_is_solved_alone_with_the_rest_where_it_is(program: Program):
    run = program("propose", "scenario.toml", "--out", "ut", "--area", "torg", "--json")
    assert run.code == 0, run.err
    stored = json.loads((program.folder / "ut" / "proposal.json").read_text("utf-8"))
    assert stored["scenario"]["area"] == "torg"
    held = {(p["unit"], p["building"]) for p in stored["placements"] if p["unit"] != "U3"}
    assert held == {("U1", "B1"), ("U2", "B2")}


@pytest.mark.parametrize(("engine", "name"), [("cp-sat", "CP-SAT"), ("mip", "HiGHS")])
def test_one_engine_alone_finds_the_same(program: Program, engine: str, name: str):
    together = program("propose", "scenario.toml", "--out", "ut", "--json").json
    alone = program("propose", "scenario.toml", "--out", "ut", "--json", "--engine", engine).json
    assert (alone["status"], alone["points"]) == (together["status"], together["points"])
    assert alone["runs"][0]["engine"] == name


@pytest.mark.parametrize(("stopped", "seconds"), [(False, 20), (True, 3)])
def test_after_a_stop_the_floors_have_a_few_seconds_only(
    program: Program, monkeypatch: pytest.MonkeyPatch, stopped: bool, seconds: int
):
    solve, stack, given = solve_all.solve_watched, stack_watched.stack_watched, []

    def solved(*args, stop, **more):
        found = solve(*args, stop=stop, **more)
        if stopped:
            stop.set()
        return found

    def stacked(*args, **more):
        given.append((more["seconds"], more["stop"].is_set()))
        return stack(*args, **more)

    monkeypatch.setattr(solve_all, "solve_watched", solved)
    monkeypatch.setattr(stack_watched, "stack_watched", stacked)
    assert program("propose", "scenario.toml", "--out", "ut").code == 0
    assert given == [(seconds, False)]


def test_names_are_told_as_they_are_whatever_signs_they_hold(program: Program):
    odd = "Plan [/b] :x: [lås]"
    rows = tiny.tables()
    rows["units"][0]["name"] = odd
    program.write(rows, scenario=tiny.SCENARIO.replace('"Prøve"', f'"{odd}"'))
    run = program("propose", "scenario.toml", "--out", "ut")
    assert run.code == 0, run.err
    assert odd in " ".join(run.out.split())
    assert odd in run.err
    assert odd in program("whatif", "ut/proposal.json", "--forbid", f"{odd} = B1", "--time-limit", "5").out
