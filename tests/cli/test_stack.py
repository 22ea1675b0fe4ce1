"""localisation stack: everything or nothing in the folder, JSON alone on standard output, verify of what it wrote."""

import json

from localisation.exporting.stack.exports import STACK_FILES
from tests.cli.program import Program
from tests.reading import tiny


def test_a_scenario_is_solved_and_stacked(program: Program):
    run = program("stack", "scenario.toml", "--out", "ut")
    assert run.code == 0, run.err
    assert sorted(p.name for p in (program.folder / "ut").iterdir()) == sorted(STACK_FILES)
    assert "Bevist best" in run.out
    assert "anslått" in run.out
    assert "ut/stack.html" in run.out


def test_a_stored_proposal_is_stacked_as_it_stands_and_verified(program: Program):
    program("propose", "scenario.toml", "--out", "forslag")
    run = program("stack", "forslag/proposal.json", "--out", "ut", "--json", "--lang", "en")
    assert run.code == 0, run.err
    assert run.json["status"] == "optimal"
    assert {b["confidence"] for b in run.json["buildings"]} == {"estimate"}
    stored = json.loads((program.folder / "ut" / "stack.json").read_text("utf-8"))
    seats = json.loads((program.folder / "forslag" / "proposal.json").read_text("utf-8"))["placements"]
    assert stored["placements"] == seats
    assert program("verify", "ut/stack.json").code == 0
    stored["buildings"][0]["shares"][0]["staff"] += 1
    (program.folder / "ut" / "stack.json").write_text(json.dumps(stored), "utf-8")
    found = program("verify", "ut/stack.json", "--json")
    assert found.code == 3
    assert found.json["file_changed"] is True
    assert "staff" in {f["kind"] for f in found.json["faults"]}
    assert "ikke alle ansatte" in program("verify", "ut/stack.json").out


def test_a_stack_plan_of_changed_tables_is_told(program: Program):
    program("stack", "scenario.toml", "--out", "ut")
    tables = tiny.tables()
    tables["buildings"][0]["name"] = "Nytt navn"
    program.write(tables)
    run = program("verify", "ut/stack.json")
    assert run.code == 3
    assert "buildings.csv" in run.out


def test_a_proposal_that_is_not_whole_is_refused_and_leaves_no_folder(program: Program):
    program("propose", "scenario.toml", "--out", "forslag")
    path = program.folder / "forslag" / "proposal.json"
    contents = json.loads(path.read_text("utf-8"))
    contents["placements"] = contents["placements"][1:]
    path.write_text(json.dumps(contents), "utf-8")
    run = program("stack", "forslag/proposal.json", "--out", "ut")
    assert run.code == 3
    assert "ikke et helt forslag" in run.err
    assert not (program.folder / "ut").exists()


def test_the_report_of_a_proposal_has_the_floors(program: Program):
    program("propose", "scenario.toml", "--out", "ut")
    page = (program.folder / "ut" / "report.html").read_text("utf-8")
    assert 'id="stack-nb"' in page
    assert 'id="stack-en"' in page
