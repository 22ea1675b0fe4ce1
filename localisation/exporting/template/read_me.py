"""The first sheet: how to fill in the rest."""

from localisation.domain.vocabulary import SpaceKind
from localisation.exporting.template.contents import sheets_of
from localisation.exporting.template.examples import EXAMPLES, example_rows, example_table
from localisation.exporting.template.page import Page
from localisation.exporting.template.rule_list import RULES, rule_rows
from localisation.exporting.template.status import status_of
from localisation.reading.labels import choice_label, column_label, table_label
from localisation.texts import Texts

STEPS = ("place", "inventory", "units", "moving", "criteria", "scenario", "check", "propose")
"""What to do, in order."""
_COLOURS = ("required", "one_of", "optional", "certainty")
_SAMPLES = ("missing", "double", "suggested")
"""Colours of headings, and of cells."""
_WRITING = ("number", "percent", "date", "yes_no", "list", "id", "position", "money", "certainty", "empty")


def write_read_me(workbook: str, page: Page, texts: Texts) -> None:
    """Fill the read-me sheet of a workbook."""
    page.title(texts(f"template.title.{workbook}"), texts(f"template.intro.{workbook}"))
    _write_steps(page, workbook, texts)
    _write_sheets(page, workbook, texts)
    page.heading(texts("template.heading.minimum"))
    page.wide(texts(f"template.minimum.{workbook}"))
    page.gap()
    page.heading(texts("template.heading.colours"))
    for key in (*_COLOURS, *_SAMPLES):
        look = key if key in _COLOURS else f"{key}_sample"
        where = texts("template.colour_of_heading" if key in _COLOURS else "template.colour_of_cell")
        page.row(texts(f"template.colour.{key}.sample"), where, texts(f"template.colour.{key}.means"), first=look)
    page.gap()
    _write_writing(page, workbook, texts)
    page.heading(texts("template.heading.example"))
    page.wide(texts(f"template.example_about.{workbook}"))
    for example in EXAMPLES[workbook]:
        table = table_label(example_table(example), texts.language)
        page.row(
            texts("template.example_of", sheet=table),
            texts("template.example_written"),
            texts("template.example_means"),
            first="optional",
            second="optional",
            third="optional",
        )
        for heading, written, means in example_rows(example, texts):
            page.row(heading, written, means, second="example")
        page.gap()
    if workbook == "criteria":
        _write_rules(page, texts)


def _write_rules(page: Page, texts: Texts) -> None:
    page.heading(texts("template.heading.rules"))
    heads = [
        column_label("criteria", "rule", texts.language),
        texts("template.rules.kind"),
        texts("template.rules.says"),
    ]
    page.row(*heads, first="optional", second="optional", third="optional")
    first = page.next
    for name, kind, says in rule_rows(texts):
        page.row(name, kind, says, first="code")
    page.name_cells(RULES, first, page.next - 1)


def _write_steps(page: Page, workbook: str, texts: Texts) -> None:
    page.heading(texts("template.heading.steps"))
    for number, step in enumerate(STEPS, start=1):
        label = texts("template.step", number=number)
        if step == workbook:
            label = f"{label} ({texts('template.here')})"
        file = texts(f"template.steps.{step}.file")
        page.row(label, file, texts(f"template.steps.{step}.what"), second="code")
    page.gap()


def _write_sheets(page: Page, workbook: str, texts: Texts) -> None:
    page.heading(texts("template.heading.sheets"))
    for table in sheets_of(workbook):
        about = texts(f"tables.{table.key}.about")
        page.linked_row(table_label(table.key, texts.language), status_of(table, texts).capitalize(), about)
    page.gap()


def _write_writing(page: Page, workbook: str, texts: Texts) -> None:
    page.heading(texts("template.heading.writing"))
    for key in _WRITING:
        page.row(*(texts(f"template.writing.{key}.{part}") for part in ("what", "example", "means")), second="example")
    page.gap()
    if workbook in ("moving", "criteria"):
        return
    page.heading(texts("template.heading.space_kinds"))
    for kind in SpaceKind:
        word = choice_label("space_kind", kind.value, texts.language)
        page.row(
            word, texts(f"tables.counted.{kind.unit}"), texts(f"template.space_kind.{kind.value}"), second="example"
        )
    page.gap()
