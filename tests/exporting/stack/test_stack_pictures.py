"""The sheet with the stack plan as pictures: each building, with words for those who cannot see it."""

import struct
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import openpyxl
import pytest

from localisation.domain.stacking.stack_plan import StackPlan
from localisation.exporting.stack.stack_book import write_stack_book
from localisation.exporting.workbook.write_workbook import write_workbook
from localisation.pictures.stack_plan import stack_plan
from localisation.solving.stacking.stack_proposal import stack_proposal
from localisation.texts import LANGUAGES, Texts
from tests.exporting.outcome import outcome
from tests.exporting.pictures_in import pictures_in
from tests.exporting.stack.stacked_town import finished


def size_of(png: bytes) -> tuple[int, int]:
    """Width and height in pixels, from the head of the file."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", png[16:24])


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_building_has_its_picture_with_words(tmp_path: Path, language: str):
    t, path = Texts(language), tmp_path / "stack.xlsx"
    write_stack_book(path, finished(tmp_path, language=language))
    names = openpyxl.load_workbook(path).sheetnames
    found = pictures_in(path, names.index(t("workbook.stack_picture.sheet")))
    assert len(found) == 2
    for picture, name in zip(found, ("Huset", "Enden"), strict=True):
        assert name in picture.alt
        assert t("workbook.stack.sheet") in picture.alt
        # Drawn 768 wide with its margins, two pixels to each, so that it is sharp on fine screens and on paper.
        wide, high = size_of(picture.png)
        assert 1500 < wide <= 1600
        assert 150 < high <= 900
        assert len(picture.png) < 100_000
    assert t("stack.estimated") in found[1].alt


def test_the_name_of_each_building_stands_above_its_picture_and_no_picture_covers_another(tmp_path: Path):
    path = tmp_path / "stack.xlsx"
    write_stack_book(path, finished(tmp_path))
    page = openpyxl.load_workbook(path).worksheets[0]
    found = pictures_in(path, 0)
    assert [page.cell(p.top, 1).value for p in found] == ["H: Huset", "E: Enden"]
    assert all(above.bottom < below.top - 1 for above, below in pairwise(found))


def test_no_picture_is_parted_by_a_page_break(tmp_path: Path):
    run, path = finished(tmp_path), tmp_path / "stack.xlsx"
    write_stack_book(path, replace(run, plan=StackPlan(buildings=run.plan.buildings * 4)))
    breaks = [b.id for b in openpyxl.load_workbook(path).worksheets[0].row_breaks.brk]
    found = pictures_in(path, 0)
    assert len(found) == 8
    assert 0 < len(breaks) < 8
    assert all(not (p.top - 1 < row <= p.bottom) for p in found for row in breaks)


def test_the_workbook_of_a_proposal_has_the_pictures(tmp_path: Path):
    comparison, result, reasons = outcome()
    plan = stack_proposal(comparison.instance.inventory, comparison.chosen.proposal)
    path = tmp_path / "proposal.xlsx"
    write_workbook(path, comparison, result=result, reasons=reasons, language="nb", stack=plan)
    sheets = openpyxl.load_workbook(path).sheetnames
    found = pictures_in(path, sheets.index(Texts("nb")("workbook.stack_picture.sheet")))
    assert len(found) == len(plan.buildings)


def test_the_same_plan_gives_the_same_pictures(tmp_path: Path):
    for name in ("one.xlsx", "other.xlsx"):
        write_stack_book(tmp_path / name, finished(tmp_path))
    assert pictures_in(tmp_path / "one.xlsx", 0) == pictures_in(tmp_path / "other.xlsx", 0)


def test_an_area_has_the_colour_it_has_in_the_picture_of_all(tmp_path: Path):
    run, t = finished(tmp_path), Texts("nb")
    inventory, plan = run.instance.inventory, run.plan
    tints = _fills(stack_plan(inventory, plan, t))
    for stack in plan.buildings:
        own = _fills(stack_plan(inventory, StackPlan(buildings=(stack,)), t, part_of=plan))
        assert own <= tints
    last = _fills(stack_plan(inventory, StackPlan(buildings=plan.buildings[1:]), t, part_of=plan))
    assert last != _fills(stack_plan(inventory, StackPlan(buildings=plan.buildings[1:]), t))


def _fills(spec: dict) -> set[str]:
    return {v["fill"] for layer in spec["layer"] for v in layer["data"]["values"] if "fill" in v}
