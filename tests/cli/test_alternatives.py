"""localisation alternatives: what it says, writes and refuses."""

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
    assert (run.code, run.json["status"], run.json["kind"]) == (0, "complete", "optimal")
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


@pytest.mark.parametrize("wrong", [("--within", "-1"), ("--count", "0"), ("--differ", "hus"), ("--most", "0")])
def test_numbers_that_mean_nothing_are_a_wrong_call(program: Program, wrong: tuple[str, str]):
    assert program("alternatives", "scenario.toml", "--out", "ut", *wrong).code == 2
    assert not (program.folder / "ut").exists()


def test_todays_situation_has_no_alternatives(program: Program):
    path = program.folder / "scenario.toml"
    path.write_text(path.read_text("utf-8").replace("[scenario]", "[scenario]\nreference = true"), "utf-8")
    run = program("alternatives", "scenario.toml", "--out", "ut")
    assert run.code == 2
    assert "dagens situasjon" in run.err
