"""The template is accepted as it is filled in, explains itself, and destroys nothing."""

import os
import re
import shutil
import subprocess
import tomllib
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from localisation.domain.norms import Norms
from localisation.domain.relocation.logistics import ActivityNorm, Crew
from localisation.exporting.output_folder import FolderUnusable
from localisation.exporting.template import AlreadyThere, write_template
from localisation.exporting.template.contents import WORKBOOKS, sheets_of
from localisation.exporting.template.examples import EXAMPLES, example_table, example_values
from localisation.exporting.template.moving_suggestions import CREW_SUGGESTIONS
from localisation.exporting.template.moving_suggestions import NORM_SUGGESTIONS as MOVING_NORM_SUGGESTIONS
from localisation.exporting.template.norm_suggestions import NORM_SUGGESTIONS
from localisation.exporting.template.rule_list import read_me_name
from localisation.reading import scenario_settings
from localisation.reading.cells import value_of
from localisation.reading.choices import CHOICES
from localisation.reading.labels import choice_label, column_help, table_label
from localisation.reading.tables import TABLES
from localisation.rules import RULES
from localisation.texts import LANGUAGES, Texts
from tests.exporting.filled_template import fill_in, heading_row

FILES = ["place.toml", "inventory.xlsx", "units.xlsx", "moving.xlsx", "criteria.xlsx", "scenario.toml"]


@pytest.fixture(scope="module", params=LANGUAGES)
def template(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A fresh template and its language."""
    folder = tmp_path_factory.mktemp("template") / request.param
    assert [path.name for path in write_template(folder, request.param)] == FILES
    return folder, request.param


def test_every_table_has_its_sheet_with_read_me_first(template: tuple[Path, str]):
    folder, language = template
    named = []
    for workbook in WORKBOOKS:
        names = openpyxl.load_workbook(folder / f"{workbook}.xlsx").sheetnames
        assert names[0] == read_me_name(Texts(language))
        assert names[1:] == [table_label(table.key, language) for table in sheets_of(workbook)]
        named += names[1:]
    assert sorted(named) == sorted(table_label(key, language) for key in TABLES)


def test_every_heading_is_explained_by_a_note_and_stays_in_view(template: tuple[Path, str]):
    folder, language = template
    for workbook in WORKBOOKS:
        book = openpyxl.load_workbook(folder / f"{workbook}.xlsx")
        for table in sheets_of(workbook):
            sheet = book[table_label(table.key, language)]
            row = heading_row(sheet, table, language)
            assert re.fullmatch(rf"[A-C]{row + 1}", sheet.freeze_panes), sheet.title
            for index, column in enumerate(table.columns, start=1):
                cell = sheet.cell(row, index)
                assert column_help(table.key, column.key, language) in cell.comment.text
                assert str(cell.value).endswith("*") == column.required or str(cell.value).endswith("(*)")


def test_every_choice_and_reference_has_a_drop_down(template: tuple[Path, str]):
    folder, language = template
    for workbook in WORKBOOKS:
        book = openpyxl.load_workbook(folder / f"{workbook}.xlsx")
        for table in sheets_of(workbook):
            sheet = book[table_label(table.key, language)]
            row = heading_row(sheet, table, language)
            for index, column in enumerate(table.columns, start=1):
                ref = sheet.cell(row + 1, index).coordinate
                lists = [v.formula1 for v in sheet.data_validations.dataValidation if ref in v and v.type == "list"]
                if column.choices:
                    words = [choice_label(column.choices, value, language) for value in CHOICES[column.choices]]
                    assert lists == [f'"{",".join(words)}"'], f"{sheet.title} {column.key}"
                elif column.refers and TABLES[column.refers[0]].workbook == workbook:
                    assert len(lists) == 1, f"{sheet.title} {column.key}"
                    assert f"'{table_label(column.refers[0], language)}'!$A$" in lists[0]
                elif (table.key, column.key) == ("criteria", "rule"):
                    assert lists == ["rule_names"]
                else:
                    assert lists == []


def test_the_drop_down_of_rules_holds_every_rule(template: tuple[Path, str]):
    book = openpyxl.load_workbook(template[0] / "criteria.xlsx")
    sheet, cells = next(iter(book.defined_names["rule_names"].destinations))
    assert {row[0].value for row in book[sheet][cells]} == set(RULES)


def test_every_norm_has_a_suggestion_within_its_bounds():
    assert set(NORM_SUGGESTIONS) == set(Norms.model_fields)
    Norms(**NORM_SUGGESTIONS)


def test_every_kind_of_work_has_a_suggestion_whose_crew_is_there():
    assert set(MOVING_NORM_SUGGESTIONS) == set(CHOICES["activity_kind"])
    assert {row["crew"] for row in MOVING_NORM_SUGGESTIONS.values() if "crew" in row} == set(CREW_SUGGESTIONS)
    for kind, row in MOVING_NORM_SUGGESTIONS.items():
        norm = ActivityNorm.model_validate({"kind": kind, **row})
        assert not norm.crew or norm.hands <= Crew(id="x", name="x", **CREW_SUGGESTIONS[norm.crew]).size


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_could_be_read_as_they_stand(language: str):
    for example in (e for examples in EXAMPLES.values() for e in examples):
        table = TABLES[example_table(example)]
        values = example_values(example, Texts(language))
        for key, written in values.items():
            assert value_of(written, table.column(key)) not in (None, ()), f"{example} {key}"
        assert {c.key for c in table.columns if c.required} <= set(values), example


def test_the_settings_files_explain_every_key(template: tuple[Path, str]):
    text = (template[0] / "scenario.toml").read_text("utf-8")
    keys = [key.name for key in (*scenario_settings.SETTINGS, *scenario_settings.GOAL, *scenario_settings.SOLVE)]
    keys += [key.name for key in scenario_settings.PLAN if key.kind is not dict]
    for key in keys:
        assert re.search(rf"^(# )?{key} = ", text, re.MULTILINE), key
    for table in scenario_settings.TABLES:
        assert re.search(rf"^(# )?\[+{table}[\].]", text, re.MULTILINE), table
    assert tomllib.loads(text)["scenario"]["start"] == date(date.today().year + 1, 1, 1)


def test_the_examples_of_the_scenario_file_are_sound_toml(template: tuple[Path, str]):
    text = (template[0] / "scenario.toml").read_text("utf-8")
    taken = re.sub(r"^# (?=[\w.]+ = |\[)", "", text, flags=re.MULTILINE)
    found = tomllib.loads(taken)
    assert set(found) == set(scenario_settings.TABLES)


def test_what_is_there_already_is_never_overwritten(tmp_path: Path):
    (tmp_path / "units.xlsx").write_text("mine")
    with pytest.raises(AlreadyThere) as refused:
        write_template(tmp_path, "nb")
    assert refused.value.names == ("units.xlsx",)
    assert [p.name for p in tmp_path.iterdir()] == ["units.xlsx"]
    assert (tmp_path / "units.xlsx").read_text() == "mine"
    with pytest.raises(FolderUnusable):
        write_template(tmp_path / "units.xlsx", "nb")


@pytest.mark.skipif(
    shutil.which("soffice") is None and os.environ.get("CI") != "true", reason="LibreOffice is not on this machine"
)
def test_libreoffice_opens_it_and_keeps_drop_downs_and_notes(tmp_path: Path):
    folder = tmp_path / "template"
    write_template(folder, "nb")
    fill_in(folder, "nb")
    home = (tmp_path / "office").as_uri()
    command = ["soffice", f"-env:UserInstallation={home}", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
    files = [folder / f"{workbook}.xlsx" for workbook in WORKBOOKS]
    subprocess.run([*command, "--outdir", tmp_path / "again", *files], check=True, capture_output=True, timeout=180)
    for path in files:
        ours, theirs = openpyxl.load_workbook(path), openpyxl.load_workbook(tmp_path / "again" / path.name)
        assert theirs.sheetnames == ours.sheetnames
        for sheet in ours:
            again = theirs[sheet.title]
            lists = [[v.type for v in s.data_validations.dataValidation].count("list") for s in (sheet, again)]
            assert lists[0] == lists[1], sheet.title
            notes = [sum(bool(c.comment) for row in s.iter_rows(max_row=12) for c in row) for s in (sheet, again)]
            assert notes[0] == notes[1], sheet.title
