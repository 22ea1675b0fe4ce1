"""The picture, page and workbook of a stack plan: what they show, and that estimates are called so everywhere."""

import json
import zipfile
from pathlib import Path

import altair as alt
import openpyxl
import pytest
import vl_convert

from localisation.domain.unit import SpaceNeed
from localisation.domain.vocabulary import SpaceKind
from localisation.exporting.stack.exports import STACK_FILES, write_stack
from localisation.exporting.stack.stack_files import stack_sheet
from localisation.exporting.stack.stack_section import stack_section
from localisation.exporting.workbook.front import SHEETS
from localisation.exporting.workbook.stack_sheets import STACK_SHEETS
from localisation.exporting.workbook.write_workbook import write_workbook
from localisation.pictures.stack_plan import stack_plan
from localisation.pictures.stack_plan_layout import laid_out
from localisation.pictures.stack_plan_marks import Marks
from localisation.pictures.stack_plan_panel import Panel
from localisation.pictures.stack_plan_twin import stack_plan_twin
from localisation.solving.stacking.stack_proposal import stack_proposal
from localisation.texts import LANGUAGES, Texts
from tests.exporting.outcome import outcome
from tests.exporting.stack.stacked_town import finished
from tests.solving.stacking.house import house

EVIL = "</script><script>window.hacked=1</script>"
NB = Texts("nb")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("stack")
    assert write_stack(made, finished(made)) == STACK_FILES
    return made


def test_every_file_is_there_and_is_what_it_says(folder: Path):
    assert sorted(p.name for p in folder.iterdir()) == sorted(STACK_FILES)
    assert (folder / "stack.pdf").read_bytes().startswith(b"%PDF")
    assert (folder / "stack.png").read_bytes().startswith(b"\x89PNG")
    assert 'width="420mm"' in (folder / "stack.svg").read_text("utf-8")
    assert zipfile.is_zipfile(folder / "stack.xlsx")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_shows_every_unit_floor_and_spare_place(tmp_path: Path, language: str):
    run, t = finished(tmp_path, language=language), Texts(language)
    spec = stack_plan(run.instance.inventory, run.plan, t)
    alt.Chart.from_dict(spec)
    drawing = vl_convert.vegalite_to_svg(json.dumps(spec))
    for said in ("Huset", "Enden", "NAV", "Arkiv", "Plan", "-1."):
        assert f">{said}" in drawing
    # E has four places for five: that is said in words, and the floors are called estimated.
    assert t("stack.estimated") in drawing
    assert "! " in drawing
    assert f">{t('stack.legend.over')}<" in drawing


def test_every_block_has_its_whole_name_or_a_letter_that_is_drawn_and_explained():
    """One floor of 100 places: one unit of 80, a long name of 10, and five of a single place or less."""
    names = {"a": "Plan", "b": "En avdeling med et svært langt navn", **{k: f"Avdeling {k}" for k in "cdefg"}}
    staff = {"a": 80, "b": 10, **dict.fromkeys("cdefg", 1)}
    need = SpaceNeed(kind=SpaceKind.WORKPLACE, per_100_staff=100)
    units = {k: {"staff": n, "name": names[k], "needs": (need,)} for k, n in staff.items()}
    stock, proposal = house([{SpaceKind.WORKPLACE: 100}], units)
    spec = stack_plan(stock, stack_proposal(stock, proposal), NB, width=300)
    said = [v["text"] for layer in spec["layer"] for v in layer["data"]["values"] if "text" in v]
    assert "Plan" in said
    assert not any("…" in text for text in said)
    explained = dict(part.split(" ", 1) for text in said if " Avdeling" in text for part in text.split(" · "))
    aside = next(text for text in said if text.startswith("← ")).split()[1:]
    drawn = [*aside, *(text for text in said if text in explained)]
    assert sorted(drawn) == sorted(explained) == list("abcdef")
    assert sorted(explained.values()) == sorted(set(names.values()) - {"Plan"})


def test_where_the_public_is_received_is_what_has_a_heavy_or_dashed_edge(tmp_path: Path):
    run = finished(tmp_path)
    marks, house_ = Marks(), run.plan.buildings[0]
    tints = {u.service_area: "#111111" for u in run.instance.inventory.units}
    Panel(run.instance.inventory, house_, marks, tints, NB).draw(0, 0, 400, 20)
    received = [s for s in house_.shares if house_.receives(s)]
    assert len(marks.public) + len(marks.fronts) == len(received) == 1


def test_a_basement_with_shelves_alone_says_what_is_there(tmp_path: Path):
    run = finished(tmp_path)
    drawing = vl_convert.vegalite_to_svg(json.dumps(stack_plan(run.instance.inventory, run.plan, NB)))
    assert ">Arkiv 6 hyllemeter<" in drawing


def test_the_sheet_fits_a_page_lying_down(tmp_path: Path):
    spec = stack_sheet(finished(tmp_path), NB)
    heights = [part["height"] for part in spec["vconcat"]]
    assert max(part["width"] for part in spec["vconcat"]) == 1130
    assert sum(heights) <= 800


def test_the_table_says_the_same_as_the_picture(tmp_path: Path):
    run = finished(tmp_path)
    twin = stack_plan_twin(run.instance.inventory, run.plan, NB)
    rows = {(r[0], r[1], r[2]): r for r in twin.rows}
    assert sum(int(r[3]) for r in twin.rows) == 3 + 4 + 5
    assert rows["Huset", "-1. etg.", "Arkiv"][5].endswith("6 hyllemeter")
    assert {r[7] for r in twin.rows if r[0] == "Enden"} == {"anslått"}
    assert {r[7] for r in twin.rows if r[0] == "Huset"} == {"dokumentert"}
    # NAV has three of its four places and all its public front downstairs: only there is anyone received.
    assert [(r[1], r[6]) for r in twin.rows if r[2] == "NAV"] == [("2. etg.", "nei"), ("1. etg.", "ja")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_says_what_is_estimated_and_where_there_is_too_little_room(tmp_path: Path, language: str):
    run, t = finished(tmp_path, language=language), Texts(language)
    found = stack_section(run.instance.inventory, run.plan, t)
    assert found.estimated
    said = " ".join(found.sentences)
    assert t("stack.title.some_estimated", buildings=1, all=2) in said
    assert t("stack.report.lacking", buildings=["Enden"]) in said


def test_a_name_can_do_no_harm_in_the_page(tmp_path: Path):
    write_stack(tmp_path, finished(tmp_path, name=EVIL))
    assert EVIL not in (tmp_path / "stack.html").read_text("utf-8")


def test_the_workbook_adds_up(folder: Path):
    book = openpyxl.load_workbook(folder / "stack.xlsx", data_only=True)
    assert book.sheetnames == [
        *("Etasjeplan i bilder", "Etasjeplan", "Etasjer og plass", "Etasjeplan per bygg"),
        NB("workbook.estimates.sheet"),
    ]
    page = book["Etasjeplan"]
    heads = [c.value for c in page[4]]
    rows = [dict(zip(heads, (c.value for c in row), strict=True)) for row in page.iter_rows(min_row=5)]
    assert sum(r["Ansatte"] for r in rows if r["Bygg-id"] in ("H", "E")) == 12
    rooms = book["Etasjer og plass"]
    heads = [c.value for c in rooms[4]]
    kinds = [dict(zip(heads, (c.value for c in row), strict=True)) for row in rooms.iter_rows(min_row=5)]
    work = [r for r in kinds if r["Bygg-id"] == "E" and r["Arealtype"] == NB(f"workbook.space.{SpaceKind.WORKPLACE}")]
    assert [r["Plass"] for r in work] == [2, 2]
    assert sum(r["Brukt"] for r in work) == 5


def test_the_workbook_of_a_proposal_has_the_sheets_and_lists_them(tmp_path: Path):
    comparison, result, reasons = outcome()
    plan = stack_proposal(comparison.instance.inventory, comparison.chosen.proposal)
    path = tmp_path / "proposal.xlsx"
    write_workbook(path, comparison, result=result, reasons=reasons, language="nb", stack=plan)
    book = openpyxl.load_workbook(path)
    wanted = [NB(f"workbook.{key}.sheet") for key in ("front", *SHEETS, *STACK_SHEETS)]
    assert book.sheetnames == wanted
    listed = [c.value for c in book[wanted[0]]["A"]]
    assert set(wanted[-4:]) <= set(listed)


def test_many_buildings_are_balanced_over_columns(tmp_path: Path):
    stack = finished(tmp_path).plan.buildings[0]
    found = laid_out([stack] * 12, lambda *_: 100.0, width=1130, height=700)
    assert [len(c) for c in found.columns] == [3, 3, 3, 3]
    assert found.height <= 700
    assert len(laid_out([stack] * 2, lambda *_: 100.0, width=1130, height=700).columns) == 1
