"""The front sheet: what the plan is, the main figures, and what there is in the workbook."""

from collections.abc import Sequence

from localisation.exporting.naming import name_in
from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.plan.sent_back import sent_back
from localisation.exporting.plan.summary import plan_summary
from localisation.exporting.workbook.book import Book


def write_front(book: Book, run: FinishedPlan, sheets: Sequence[str]) -> None:
    """The summary sentence by sentence, the key figures, and the list of sheets with links."""
    texts = book.texts
    place, name = run.instance.inventory.place.name, name_in(run.instance.scenario, texts.language)
    sheet = book.sheet("front", place=place, name=name)
    page = sheet.page
    page.set_portrait()
    page.set_column(0, 0, 32)
    page.set_column(1, 1, 78)
    found = plan_summary(run, texts)
    for figure in found.figures:
        note = f"{figure.note} · {texts('report.estimate')}" if figure.estimated else figure.note
        page.write_string(sheet.row, 0, figure.label, book.formats["strong"])
        page.write_string(sheet.row, 1, f"{figure.value} ({note})", book.formats["wrapped"])
        sheet.row += 1
    sheet.row += 1
    for sentence in (*found.told, *sent_back(run.rejected, texts)):
        page.merge_range(sheet.row, 0, sheet.row, 1, "", book.formats["wrapped"])
        page.write_string(sheet.row, 0, sentence, book.formats["wrapped"])
        page.set_row(sheet.row, 15 * -(-len(sentence) // 105) + 3)
        sheet.row += 1
    sheet.row += 1
    sheet.heading(texts("plan.workbook.front.contents"))
    for key in sheets:
        title = texts(f"plan.workbook.{key}.sheet")
        page.write_url(sheet.row, 0, f"internal:'{title}'!A1", string=title)
        page.write_string(sheet.row, 1, texts(f"plan.workbook.{key}.about"), book.formats["wrapped"])
        sheet.row += 1
