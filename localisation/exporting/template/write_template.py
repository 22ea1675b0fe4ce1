"""Writes the workbooks to fill in, with the two small files that go with them."""

from datetime import date
from pathlib import Path

import xlsxwriter

from localisation.exporting.output_folder import FolderUnusable, output_folder
from localisation.exporting.template.already_there import AlreadyThere
from localisation.exporting.template.contents import WORKBOOKS, sheets_of
from localisation.exporting.template.looks import Looks
from localisation.exporting.template.page import Page
from localisation.exporting.template.read_me import write_read_me
from localisation.exporting.template.rule_list import read_me_name
from localisation.exporting.template.table_sheet import write_table_sheet
from localisation.texts import Texts

_SETTINGS = ("place", "scenario")


def write_template(folder: Path, language: str) -> list[Path]:
    """Write the template in a language and return the files, in the order they are filled in.

    All appear or none. Raises `AlreadyThere` when one of them is in the folder, `FolderUnusable` when it is no folder.
    """
    names = ("place.toml", *(f"{workbook}.xlsx" for workbook in WORKBOOKS), "scenario.toml")
    if folder.exists() and not folder.is_dir():
        raise FolderUnusable(folder, "not a folder")
    there = tuple(name for name in names if (folder / name).exists())
    if there:
        raise AlreadyThere(folder, there)
    texts = Texts(language)
    with output_folder(folder, ours=()) as new:
        for workbook in WORKBOOKS:
            _write_workbook(new / f"{workbook}.xlsx", workbook, texts)
        for name in _SETTINGS:
            (new / f"{name}.toml").write_text(_settings(name, texts), "utf-8")
    return [folder / name for name in names]


def _write_workbook(path: Path, workbook: str, texts: Texts) -> None:
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(path), options) as file:
        file.set_properties({"title": texts(f"template.title.{workbook}"), "comments": ""})
        looks = Looks(file)
        write_read_me(workbook, Page(file, read_me_name(texts), looks), texts)
        for table in sheets_of(workbook):
            write_table_sheet(file, table, looks, texts)


def _settings(name: str, texts: Texts) -> str:
    """The file with dates that suit the coming years; they are changed by whoever fills it in."""
    year = date.today().year
    text = texts(
        f"template.settings.{name}", this=str(year), next=str(year + 1), then=str(year + 2), end=str(year + 12)
    )
    return text.strip() + "\n"
