"""A sheet to fill in: title, headings with notes, drop-downs, formats and checks."""

from typing import Any

from localisation.exporting.template.demand import MARK, demand
from localisation.exporting.template.kinds import kind_of, number_format
from localisation.exporting.template.layout import ABOUT, BACK, FIRST, HEADINGS, KINDS, LAST, TITLE
from localisation.exporting.template.looks import DARK, Looks
from localisation.exporting.template.marks import mark
from localisation.exporting.template.notes import note
from localisation.exporting.template.prefilled import prefilled
from localisation.exporting.template.rule_list import read_me_name
from localisation.exporting.template.status import status_of
from localisation.exporting.template.validation import validation
from localisation.reading.labels import column_label, table_label
from localisation.reading.schema import NUMBERS, Column, Table, Type
from localisation.texts import Texts

_WIDE = {"name": 30, "name_en": 30, "address": 30, "source": 34, "facts": 40, "reason": 40, "parameters": 36}
_A4, _A3 = 9, 8
_LINE, _ROW = 15, 18


def write_table_sheet(file: Any, table: Table, looks: Looks, texts: Texts) -> None:
    """Add the sheet of a table to the workbook."""
    name = table_label(table.key, texts.language)
    page = file.add_worksheet(name)
    page.set_default_row(_ROW)
    page.set_tab_color(DARK if table.required else "#BFBFBF")
    page.write_url(BACK, 0, f"internal:'{read_me_name(texts)}'!A1", looks("link"), texts("template.back"))
    page.write_string(TITLE, 0, f"{name} ({status_of(table, texts)})", looks("title"))
    page.set_row(TITLE, 28)
    page.write_string(ABOUT, 0, texts(f"tables.{table.key}.about"), looks("about"))
    page.set_row(ABOUT, 20)
    _write_headings(page, table, looks, texts)
    for offset, row in enumerate(prefilled(table.key, texts)):
        for index, column in enumerate(table.columns):
            look = looks(f"suggested_{_look(column)}", number_format(column, texts.language))
            page.write(FIRST + offset, index, row.get(column.key), look)
    mark(page, table, looks)
    _set_up(page, table)


def _write_headings(page: Any, table: Table, looks: Looks, texts: Texts) -> None:
    lines = 1
    for index, column in enumerate(table.columns):
        asked = demand(table, column)
        heading = column_label(table.key, column.key, texts.language) + MARK[asked]
        kind = kind_of(table, column, texts)
        longest = max((len(str(row.get(column.key, ""))) for row in prefilled(table.key, texts)), default=0)
        width = max(_width(column, heading, kind), longest * 0.95 + 3)
        lines = max(lines, _lines(heading, width))
        folds = {"level": 1} if asked == "certainty" and column.key != "confidence" else {}
        page.set_column(index, index, width, looks(_look(column), number_format(column, texts.language)), folds)
        page.write_string(KINDS, index, kind, looks("kind"))
        page.write_string(HEADINGS, index, heading, looks(asked))
        said = note(table, column, texts)
        size = {"width": 300, "height": 24 + 19 * sum(1 + len(line) // 40 for line in said.split("\n"))}
        page.write_comment(HEADINGS, index, said, {**size, "font_name": "Calibri", "font_size": 10, "color": "#FFFFE1"})
        rule = validation(table, column, texts)
        if rule:
            page.data_validation(FIRST, index, LAST, index, dict(rule))
    page.set_row(HEADINGS, _LINE * lines + 6)


def _look(column: Column) -> str:
    return "figure" if column.type in NUMBERS or column.type is Type.DATE else "words"


def _width(column: Column, heading: str, kind: str) -> float:
    longest_word = max(len(word) for word in heading.split())
    if column.key in _WIDE:
        least = _WIDE[column.key]
    elif column.type in NUMBERS or column.type in (Type.DATE, Type.YES_NO, Type.CHOICE):
        least = 13
    else:
        least = 24 if column.type is Type.LIST else 14
    return float(max(least, longest_word + 3, len(kind) * 0.85 + 2))


def _lines(text: str, width: float) -> int:
    """How many lines a heading takes when it breaks between words."""
    lines, used = 1, 0
    for word in text.split():
        if used and used + 1 + len(word) > width - 2:
            lines, used = lines + 1, len(word)
        else:
            used += len(word) + (1 if used else 0)
    return lines


def _set_up(page: Any, table: Table) -> None:
    keys = [column.key for column in table.columns]
    kept = min(2, len(table.identity)) if len(keys) > 6 else 0
    if kept == 1 and keys[1] == "name":
        kept = 2
    page.freeze_panes(FIRST, kept)
    page.set_landscape()
    page.set_paper(_A3 if len(keys) > 12 else _A4)
    page.fit_to_pages(1 + len(keys) // 16, 0)
    page.repeat_rows(HEADINGS)
    if kept:
        page.repeat_columns(0, kept - 1)
    page.set_footer("&L&F&C&A&R&P / &N")
    page.set_selection(FIRST, 0, FIRST, 0)
