"""The sheet of method: how the plan was found, how sure it is, and which files it rests on."""

from localisation.domain.criterion import Criterion
from localisation.exporting.gap_words import open_amount, telling_gap
from localisation.exporting.input_digests import shown_files
from localisation.exporting.naming import name_in
from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.plan.report_tables import settings
from localisation.exporting.workbook.book import Book
from localisation.exporting.workbook.table import Cell, Column
from localisation.rules.goal import GOAL_UNITS, relocation_levels


def write_method(book: Book, run: FinishedPlan) -> None:
    """The settings, one row for each goal level, and the SHA-256 of every file read."""
    texts = book.texts
    sheet = book.sheet("method")
    setting = [
        Column(key="item", heading=texts("workbook.method.setting")),
        Column(key="value", heading=texts("workbook.method.value"), kind="long"),
    ]
    facts: list[list[Cell]] = [list(row) for row in settings(run, texts)]
    facts.append([texts("workbook.method.checked"), texts("plan.workbook.method.checked_how")])
    sheet.table("settings", setting, facts)
    sheet.heading(texts("workbook.method.runs"))
    columns = [
        Column(key="level", heading=texts("plan.criteria.level"), kind="whole"),
        Column(key="criteria", heading=texts("plan.method.criteria"), kind="long"),
        Column(key="status", heading=texts("workbook.method.status"), kind="long"),
        Column(key="engine", heading=texts("workbook.method.found_by")),
        Column(key="value", heading=texts("workbook.method.points_lost"), kind="two"),
        Column(key="bound", heading=texts("workbook.method.bound"), kind="two"),
        Column(key="open", heading=texts("workbook.method.open"), kind="two"),
        Column(key="gap", heading=texts("workbook.method.gap"), kind="percent"),
        Column(key="seconds", heading=texts("workbook.method.seconds"), kind="one"),
    ]
    names: dict[str, Criterion] = {c.id: c for c in run.instance.relocation_criteria}
    order = zip(relocation_levels(run.instance), run.result.runs, strict=False)
    rows: list[list[Cell]] = [
        [
            number,
            "; ".join(name_in(names[c], texts.language) for c in level),
            texts(f"report.status.{found.status}"),
            found.engine,
            None if found.value is None else found.value / GOAL_UNITS,
            None if found.bound is None else found.bound / GOAL_UNITS,
            open_amount(found),
            telling_gap(found),
            found.seconds,
        ]
        for number, (level, found) in enumerate(order, start=1)
    ]
    sheet.table("runs", columns, rows)
    sheet.heading(texts("workbook.method.files"))
    files = [
        Column(key="file", heading=texts("workbook.method.file")),
        Column(key="sha256", heading="SHA-256", kind="long"),
    ]
    sheet.table("files", files, [list(row) for row in shown_files(run.instance.files)])
