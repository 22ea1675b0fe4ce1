"""Everything a plan is written as: the workbook, the sheet to print, and the folder as a whole."""

import os
import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from pypdf import PdfReader

from localisation.exporting.output_folder import output_folder
from localisation.exporting.plan.exports import PLAN_FILES, write_plan_files
from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.plan.gantt_files import write_gantt
from localisation.exporting.plan.workbook import write_plan_workbook
from localisation.exporting.plan.workbook.write_plan_workbook import sheets
from localisation.texts import LANGUAGES, Texts
from tests.exporting.plan_outcome import case, finished, rejected, replanned, simulated
from tests.solving.sample import criterion


def everything(language: str = "nb") -> FinishedPlan:
    must = criterion("K1", "not_before", name="=Ikke før", units=("nav",), parameters={"day": "2020-02-01"})
    budget = criterion("K2", "budget_overrun", "info", name="Budsjett", parameters={"budget": ("2020-Q1=3000",)})
    given = replace(case(), relocation_criteria=(must, budget))
    return replace(replanned(given), simulation=simulated(), rejected=rejected(given), language=language)


def rows(sheet: Worksheet, name: str) -> list[list[object]]:
    """The rows of a table, headings first."""
    return [[cell.value for cell in row] for row in sheet[sheet.tables[name].ref]]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> openpyxl.Workbook:
    path = tmp_path_factory.mktemp("book") / "plan.xlsx"
    write_plan_workbook(path, everything())
    return openpyxl.load_workbook(path, data_only=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sheet_is_there_and_named_in_the_language(tmp_path: Path, language: str):
    run, texts = everything(language), Texts(language)
    write_plan_workbook(tmp_path / "plan.xlsx", run)
    found = openpyxl.load_workbook(tmp_path / "plan.xlsx")
    assert found.sheetnames == [texts(f"plan.workbook.{key}.sheet") for key in ("front", *sheets(run))]
    assert all(sheet.freeze_panes for sheet in found if sheet.tables)
    assert all(sheet.page_setup.fitToHeight == 0 for sheet in found)


def test_dates_are_dates_and_sums_are_formulas(book: openpyxl.Workbook, tmp_path: Path):
    works = rows(book["Ombygging"], "works")
    assert works[1][2:6] == [datetime(2020, 1, 2), datetime(2020, 3, 20), 50, 3000]
    moves = rows(book["Flyttinger"], "moves")
    assert [r[4] for r in moves[1:]] == [10, 10, 15, 35]
    assert moves[1][6:11] == ["uke 1 2020", *(datetime(2020, 1, d) for d in (2, 3, 6, 8))]
    assert moves[1][12] == "til midlertidige lokaler"
    write_plan_workbook(tmp_path / "plan.xlsx", everything())
    formulas = rows(openpyxl.load_workbook(tmp_path / "plan.xlsx")["Flyttinger"], "moves")
    assert str(formulas[-1][4]).startswith("=SUBTOTAL(109,")


def test_waves_and_occupancy_are_week_by_week(book: openpyxl.Workbook):
    assert [r[0] for r in rows(book["Bølger"], "waves")[1:-1]] == ["uke 1 2020", "uke 6 2020", "uke 13 2020"]
    found = {(r[0], r[1]): r[3:] for r in rows(book["Belegg"], "occupancy")[1:]}
    # NAV's ten sit in B until it is cleared on Tuesday 7 January, and wait in F from Friday the 3rd.
    assert found["Hus B", "uke 2 2020"][:3] == [10, 12, 2]
    assert found["Hus B", "uke 3 2020"][:3] == [0, 12, 12]
    assert found["Hus F", "uke 3 2020"] == [10, 20, 10, 0.5, 10]
    assert found["Hus C", "uke 14 2020"][:3] == [15, 12, -3]


def test_costs_stand_against_the_budget(book: openpyxl.Workbook):
    heading, quarter, _ = rows(book["Kostnader"], "costs")
    assert heading[-3:] == ["Kvartalets sum", "Budsjett", "Over budsjettet"]
    assert quarter[-3:] == [3400, 3000, 400]


def test_criteria_have_their_breaches_and_text_stays_text(book: openpyxl.Workbook):
    found = {r[0]: r for r in rows(book["Kriterier"], "criteria")[1:]}
    assert (found["K1"][6], found["K1"][11], found["K2"][6]) == (1, "nei", 400)
    cell = next(c for row in book["Kriterier"].iter_rows() for c in row if c.value == "=Ikke før")
    assert cell.data_type == "s"
    assert "NAV" in str(rows(book["Kriterier"], "breaches")[1][2])


def test_uncertainty_and_changes_have_a_sheet_when_there_is_something_to_tell(book: openpyxl.Workbook):
    everyone = rows(book["Usikkerhet"], "in_place")[1]
    assert everyone == [
        "Alle",
        *(datetime(2020, m, d) for m, d in ((3, 31), (4, 14), (5, 4))),
        None,
        datetime(2020, 6, 1),
        0.97,
    ]
    assert rows(book["Endringer"], "changes")[1][5] == 5
    assert {"changes", "simulation"}.isdisjoint(sheets(finished()))


def test_the_gantt_chart_is_one_a3_page_with_what_matters_in_words(tmp_path: Path):
    write_gantt(replace(finished(), today=date(2020, 2, 14)), tmp_path)
    (page,) = PdfReader(tmp_path / "gantt.pdf").pages
    assert [round(float(x)) for x in page.mediabox[2:]] == [1191, 842]
    svg = (tmp_path / "gantt.svg").read_text("utf-8")
    assert re.search(r'<svg[^>]* width="420mm" height="297mm"', svg)
    for words in (
        "Flytteplan for By",
        "2 flyttinger, 25 ansatte, 1 ombygging",
        "I dag, 14. februar 2020",
        "Hus B → Hus F → Hus D (10)",
    ):
        assert words in svg
    assert (tmp_path / "gantt.png").read_bytes().startswith(b"\x89PNG")


def test_all_files_are_written_and_a_unit_that_no_longer_moves_leaves_no_calendar(tmp_path: Path):
    target = tmp_path / "out"
    (target / "ics").mkdir(parents=True)
    (target / "ics" / "gone.ics").write_text("old")
    (target / "ics" / "notes.txt").write_text("mine")
    with output_folder(target, ours=PLAN_FILES) as folder:
        names = write_plan_files(folder, finished(home=target))
    assert names == (
        *("report.html", "gantt.svg", "gantt.png", "gantt.pdf", "plan.xlsx", "plan.ics"),
        *("ics/nav.ics", "ics/plan-plan-og-bygg.ics", "plan.xml", "plan.json"),
    )
    found = {p.relative_to(target).as_posix() for p in target.rglob("*") if p.is_file()}
    assert found == {*names, "ics/notes.txt"}
    assert not [p for p in os.listdir(tmp_path) if p.startswith(".")]
