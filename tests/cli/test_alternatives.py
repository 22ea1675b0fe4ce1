"""localisation alternatives: what it says, writes and refuses."""

import json

import openpyxl
import pytest

from localisation.exporting.alternatives.exports import ALTERNATIVES_FILES
from tests.cli.program import Program
from tests.reading import tiny


def test_alternatives_are_within_the_limit_and_as_far_apart_as_said(program: Program):
    rows = tiny.tables()
    rows["spaces"][0]["amount"] = "60"
    program.write(rows)
    run = program("alternatives", "scenario.toml", "--within", "60", "--count", "2", "--out", "ut", "--json")
    assert run.code == 0, run.err
    found = run.json["alternatives"]
    folder = program.folder / "ut"
    assert {p.name for p in folder.iterdir() if p.is_file()} == set(ALTERNATIVES_FILES)
    assert len(found) > 1
    assert run.json["asked"] == 2
    # This little is proven: with fewer there are no more, and nothing is said of time.
    assert len(found) == 3 or run.json["complete"]
    seats = [{(p["unit"], p["building"]): p["staff"] for p in a["proposal"]["placements"]} for a in found]
    for i, one in enumerate(found):
        assert one["proposal"]["points"] >= found[0]["proposal"]["points"] - 60
        assert program("verify", f"ut/{one['proposal']['file']}").code == 0
        apart = [sum(max(0, n - other.get(site, 0)) for site, n in seats[i].items()) for other in seats]
        assert run.json["differences"][i] == apart
        if i:
            assert one["least"] == min(apart[:i])


def test_all_optimal_are_counted_and_a_count_that_is_cut_off_is_told(program: Program):
    # Only people moved are weighed: U3 alone must move, and where it goes is all the same.
    run = program("alternatives", "scenario.toml", "--all-optimal", "--out", "ut", "--json")
    assert (run.code, run.json["status"], run.json["sought"]) == (0, "complete", "optimal")
    assert run.json["asked"] is None
    count = len(run.json["alternatives"])
    assert len({a["proposal"]["points"] for a in run.json["alternatives"]}) == 1
    cut = program("alternatives", "scenario.toml", "--all-optimal", "--most", "1", "--out", "ut", "--lang", "en")
    assert cut.code == 0
    assert ("there may be more" in cut.out) == (count > 1)


def test_the_workbook_and_the_page_are_in_the_language_asked_for(program: Program):
    call = ("alternatives", "scenario.toml", "--within", "60", "--differ", "sites", "--out", "ut", "--lang", "en")
    run = program(*call)
    assert run.code == 0, run.err
    assert "Best proposal" in run.out
    book = openpyxl.load_workbook(program.folder / "ut" / "alternatives.xlsx")
    assert book.sheetnames == ["Alternatives", "Scores", "Who sits where", "Criteria"]
    assert '<html lang="en">' in (program.folder / "ut" / "alternatives.html").read_text("utf-8")


def roomy(program: Program) -> None:
    rows = tiny.tables()
    rows["spaces"][0]["amount"] = "60"
    program.write(rows)


def test_a_stored_proposal_that_is_proven_best_is_begun_from_and_not_solved_anew(program: Program):
    roomy(program)
    assert program("propose", "scenario.toml", "--out", "forslag").code == 0
    call = ("alternatives", "forslag/proposal.json", "--within", "60", "--count", "2", "--out", "ut")
    run = program(*call, "--json")
    assert run.code == 0, run.err
    stored = json.loads((program.folder / "forslag" / "proposal.json").read_text("utf-8"))
    best = run.json["alternatives"][0]
    assert best["proposal"]["placements"] == stored["placements"]
    assert (run.json["given"], run.json["best_status"], run.json["best_open_points"]) == (True, "optimal", 0)
    for one in run.json["alternatives"]:
        assert one["lost_points"] == one["behind_points"] <= 60
    told = program(*call)
    assert "taper høyst 60 poeng mer enn det beste forslaget" in told.out
    assert "ikke bevist" not in told.out.split("Det er bevist at hvert")[0]


def test_of_a_stored_proposal_that_was_never_proven_nothing_is_said_to_be_best(program: Program):
    roomy(program)
    first = program("alternatives", "scenario.toml", "--within", "60", "--count", "2", "--out", "ut", "--json")
    points = [a["proposal"]["points"] for a in first.json["alternatives"]]
    assert points[1] < points[0]
    call = ("alternatives", "ut/proposals/alternative-001.json", "--within", "60", "--count", "2", "--out", "igjen")
    run = program(*call, "--json")
    assert run.code == 0, run.err
    assert (run.json["best_status"], run.json["best_open_points"]) == ("feasible", None)
    lost = [a["lost_points"] for a in run.json["alternatives"]]
    assert lost[0] == 0
    assert lost[1:] == pytest.approx([points[1] - a["proposal"]["points"] for a in run.json["alternatives"][1:]])
    assert {a["behind_points"] for a in run.json["alternatives"]} == {None}
    told = program(*call).out
    assert "Hvor langt det er fra forslaget til det best mulige, er ikke kjent" in told
    assert "det beste" not in told
    # The other proposals are better than the one that was given, and that is said.
    assert min(lost) < 0
    assert "er bedre enn forslaget" in told


def test_a_stored_proposal_that_breaks_a_must_has_no_alternatives(program: Program):
    assert program("propose", "scenario.toml", "--out", "forslag").code == 0
    path = program.folder / "forslag" / "proposal.json"
    stored = json.loads(path.read_text("utf-8"))
    # Everyone in B1, which has room for 40 of the 41.
    stored["placements"] = [
        {"unit": unit, "building": "B1", "staff": sum(p["staff"] for p in stored["placements"] if p["unit"] == unit)}
        for unit in dict.fromkeys(p["unit"] for p in stored["placements"])
    ]
    path.write_text(json.dumps(stored), "utf-8")
    run = program("alternatives", "forslag/proposal.json", "--out", "ut")
    assert run.code == 4
    assert "oppfyller alle må-krav" in run.err
    assert not (program.folder / "ut").exists()
    assert program("alternatives", "forslag/proposal.json", "--out", "ut", "--json").json["status"] == "no_proposal"


@pytest.mark.parametrize("wrong", [("--within", "-1"), ("--count", "0"), ("--differ", "hus"), ("--most", "0")])
def test_numbers_that_mean_nothing_are_a_wrong_call(program: Program, wrong: tuple[str, str]):
    assert program("alternatives", "scenario.toml", "--out", "ut", *wrong).code == 2
    assert not (program.folder / "ut").exists()


def test_todays_situation_has_no_alternatives(program: Program):
    path = program.folder / "scenario.toml"
    path.write_text(path.read_text("utf-8").replace("[scenario]", "[scenario]\nreference = true"), "utf-8")
    run = program("alternatives", "scenario.toml", "--out", "ut")
    assert run.code == 2
    assert "Dagens situasjon" in run.err
