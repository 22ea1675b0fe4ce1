"""The sheet of changes: what is other than in the plan adopted before."""

from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.plan.replan_rows import replan_rows
from localisation.exporting.workbook.book import Book
from localisation.exporting.workbook.table import Cell, Column


def write_changes(book: Book, run: FinishedPlan) -> None:
    """One row a work or move with other days than before, and why."""
    texts = book.texts
    sheet = book.sheet("changes")
    columns = [
        Column(key="thing", heading=texts("plan.changes.thing"), kind="long"),
        Column(key="first_before", heading=texts("plan.workbook.changes.first_before"), kind="date"),
        Column(key="last_before", heading=texts("plan.workbook.changes.last_before"), kind="date"),
        Column(key="first", heading=texts("plan.workbook.changes.first"), kind="date"),
        Column(key="last", heading=texts("plan.workbook.changes.last"), kind="date"),
        Column(key="shift", heading=texts("plan.changes.shift"), kind="change"),
        Column(key="way_before", heading=texts("plan.workbook.changes.way_before"), kind="long"),
        Column(key="way_now", heading=texts("plan.workbook.changes.way_now"), kind="long"),
        Column(key="why", heading=texts("plan.changes.why"), kind="long"),
    ]
    rows: list[list[Cell]] = []
    for row in replan_rows(run, texts):
        rows.append([row.thing, *row.before, *row.now, row.shift, row.way_before, row.way_now, row.why])
    sheet.table("changes", columns, rows)
