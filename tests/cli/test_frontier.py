"""localisation frontier: what it says, writes and refuses."""

import json

import openpyxl
import pytest

from localisation.exporting.frontier.exports import FRONTIER_FILES
from tests.cli.program import Program
from tests.reading import tiny

RENT = """
[[criterion]]
id = "K3"
name = "=Årlig kostnad"
rule = "annual_cost"
strength = "weight"
weight = 10
best = 0
worst = 2000
group = "Økonomi"
group_en = "Economy"

[[criterion]]
id = "K4"
name = "Ombygging"
rule = "refurbishment_cost"
strength = "info"
"""

CLOSED = """
[[criterion]]
id = "X"
name = "Stengt"
rule = "buildings_closed"
strength = "must"
parameters = { buildings = ["B1", "B2"] }
"""


@pytest.fixture
def town(program: Program) -> Program:
    """The town hall has room for all 41: whoever moves there saves the rent of B2."""
    rows = tiny.tables()
    rows["spaces"][0]["amount"] = "60"
    program.write(rows, criteria=tiny.CRITERIA + RENT)
    return program


def test_every_file_is_written_and_every_point_passes_verify(town: Program):
    run = town("frontier", "scenario.toml", "--by", "K2,K3", "--out", "ut", "--json")
    assert run.code == 0, run.err
    assert run.json["status"] == "complete"
    folder = town.folder / "ut"
    assert {p.name for p in folder.iterdir() if p.is_file()} == set(FRONTIER_FILES)
    points = run.json["points"]
    assert len(points) > 1
    # Staff who move only grow as the cost falls, from point to point.
    assert [p["values"][0] for p in points] == sorted({p["values"][0] for p in points})
    assert [p["values"][1] for p in points] == sorted({p["values"][1] for p in points}, reverse=True)
    for point in points:
        assert point["proven"]
        assert point["settled"]
        amounts = {r["id"]: r["amount_raw"] for r in point["proposal"]["results"]}
        assert point["values"] == [amounts["K2"], amounts["K3"]]
        assert town("verify", f"ut/{point['proposal']['file']}").code == 0
    stored = json.loads((folder / "frontier.json").read_text("utf-8"))
    assert stored["points"] == points
    assert stored["basis"]["scenario"]["id"] == "prove"


def test_a_stored_proposal_stands_in_every_file_and_the_frontier_reaches_it(town: Program):
    assert town("propose", "scenario.toml", "--out", "forslag").code == 0
    call = ("frontier", "forslag/proposal.json", "--by", "K2,K3", "--out", "ut")
    run = town(*call, "--json")
    assert run.code == 0, run.err
    today, mine = run.json["references"]
    assert (today["whose"], today["file"]) == ("today", None)
    assert (mine["whose"], mine["file"], mine["broken_musts"]) == ("proposal", "../forslag/proposal.json", [])
    stored = json.loads((town.folder / "forslag" / "proposal.json").read_text("utf-8"))
    amounts = {r["id"]: r["amount_raw"] for r in stored["results"]}
    assert mine["values"] == [amounts["K2"], amounts["K3"]]
    # Nobody moves today, so that it is best on K2; it breaks a must, and no point need reach it.
    assert today["values"][0] == 0
    assert today["broken_musts"]
    points = {p["number"]: p["values"] for p in run.json["points"]}
    assert (mine["point"] is None) != (not mine["beaten_by"])
    if mine["point"] is not None:
        assert points[mine["point"]] == mine["values"]
    told = town(*call)
    assert "Forslaget" in told.out
    assert "Dagens situasjon bryter 1 må-krav" in told.out
    page = (town.folder / "ut" / "frontier.html").read_text("utf-8")
    assert "oppfyller alle må-krav" in page
    assert "Today&#39;s situation" in page or "Today's situation" in page
    book = openpyxl.load_workbook(town.folder / "ut" / "frontier.xlsx")
    names = [row[0].value for row in book.worksheets[0].iter_rows(min_row=5)]
    assert names[len(points) : len(points) + 2] == ["Dagens situasjon", "Forslaget"]


def test_the_workbook_holds_every_point_and_text_never_becomes_a_formula(town: Program):
    assert town("frontier", "scenario.toml", "--by", "K2,K3", "--out", "ut", "--lang", "en").code == 0
    book = openpyxl.load_workbook(town.folder / "ut" / "frontier.xlsx")
    assert book.sheetnames == ["Frontier", "Scores", "Who sits where", "Criteria"]
    heading = next(c for c in book["Frontier"][4] if c.value and "kostnad" in str(c.value))
    assert heading.data_type == "s"


def test_the_page_is_in_both_languages_and_its_picture_has_a_table(town: Program):
    assert town("frontier", "scenario.toml", "--by", "score,K3,K4", "--out", "ut").code == 0
    page = (town.folder / "ut" / "frontier.html").read_text("utf-8")
    assert 'lang="nb"' in page
    assert 'lang="en" data-title' in page
    assert "Punkt 1" in page
    assert "Point 1" in page
    assert "http://" not in page.replace("http://www.w3.org", "").replace("http://json-schema.org", "")[:2000]


def test_few_points_and_a_second_run_leave_no_old_points_behind(town: Program):
    assert town("frontier", "scenario.toml", "--by", "K2,K3", "--out", "ut").code == 0
    before = sorted((town.folder / "ut" / "points").iterdir())
    run = town("frontier", "scenario.toml", "--by", "K2,K3", "--points", "2", "--out", "ut", "--json")
    assert run.code == 0
    after = sorted((town.folder / "ut" / "points").iterdir())
    assert len(after) == len(run.json["points"]) == 2 <= len(before)


@pytest.mark.parametrize(
    ("by", "said"),
    [("K2", "to eller tre mål"), ("K2,tull", "«tull»"), ("K1,K2", "«K1» er et krav"), ("K2,K2", "mer enn én gang")],
)
def test_measures_that_cannot_be_used_are_a_wrong_call(town: Program, by: str, said: str):
    run = town("frontier", "scenario.toml", "--by", by, "--out", "ut")
    assert run.code == 2
    assert said in run.err
    assert not (town.folder / "ut").exists()


def test_musts_that_collide_are_told_and_nothing_is_written(town: Program):
    town.write(criteria=tiny.CRITERIA + RENT + CLOSED)
    run = town("frontier", "scenario.toml", "--by", "K2,K3", "--out", "ut", "--json")
    assert (run.code, run.json["status"]) == (4, "no_proposal")
    assert not (town.folder / "ut").exists()


def test_todays_situation_has_no_frontier(town: Program):
    path = town.folder / "scenario.toml"
    path.write_text(path.read_text("utf-8").replace("[scenario]", "[scenario]\nreference = true"), "utf-8")
    run = town("frontier", "scenario.toml", "--out", "ut")
    assert run.code == 2
    assert "Dagens situasjon" in run.err
