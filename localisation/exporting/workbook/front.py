"""The front sheet: what the workbook is, the main figures, and how to read it."""

from localisation.comparing.comparison import Comparison
from localisation.domain.assessment import Result
from localisation.exporting.goal_levels import on_first
from localisation.exporting.naming import name_in
from localisation.exporting.workbook.book import Book
from localisation.exporting.workbook.sheet import Sheet
from localisation.texts import Texts

SHEETS = (
    "scores",
    "placements",
    "moves",
    "buildings",
    "costs",
    "refurbishments",
    "criteria",
    "estimates",
    "method",
)
"""The sheets that follow, in order."""


def write_front(book: Book, comparison: Comparison, result: Result, *, more: tuple[str, ...] = ()) -> None:
    """The recommendation in figures, the list of sheets (and `more`) with links, and a warning about estimates."""
    texts, instance = book.texts, comparison.instance
    chosen, zero = comparison.chosen, comparison.alternatives[0]
    sheet = book.sheet("front", place=instance.inventory.place.name, name=name_in(chosen, texts.language))
    page = sheet.page
    page.set_portrait()
    page.set_column(0, 0, 30)
    page.set_column(1, 1, 78)
    used = [sum(p.used(b.id) for b in instance.inventory.buildings) for p in (zero.proposal, chosen.proposal)]
    moved = sum(
        max(0, p.staff - instance.inventory.unit[p.unit].staff_today(p.building)) for p in chosen.proposal.placements
    )
    facts = [
        (
            "points",
            texts(
                "workbook.front.points_text", points=texts.number(chosen.points, 1), zero=texts.number(zero.points, 1)
            ),
        ),
        ("status", texts(f"workbook.status.{result.status}")),
        ("musts", texts("workbook.front.musts_held" if chosen.assessment.valid else "workbook.front.musts_broken")),
        ("buildings", texts("workbook.front.buildings_text", today=used[0], proposed=used[1])),
        (
            "people",
            texts("workbook.front.people_text", moved=moved, staff=sum(u.staff for u in instance.inventory.units)),
        ),
        ("estimates", texts("workbook.front.estimates_text")),
    ]
    for key, value in facts:
        name = texts(f"workbook.front.{key}", where=on_first(instance, texts))
        page.write_string(sheet.row, 0, name, book.formats["strong"])
        page.write_string(sheet.row, 1, value, book.formats["wrapped"])
        sheet.row += 1
    sheet.row += 1
    _write_contents(book, sheet, texts, (*SHEETS, *more))
    for key in ("formulas", "colours"):
        page.merge_range(sheet.row, 0, sheet.row, 1, texts(f"workbook.front.{key}"), book.formats["wrapped"])
        page.set_row(sheet.row, 34)
        sheet.row += 1


def _write_contents(book: Book, sheet: Sheet, texts: Texts, sheets: tuple[str, ...]) -> None:
    sheet.heading(texts("workbook.front.contents"))
    for key in sheets:
        name = texts(f"workbook.{key}.sheet")
        sheet.page.write_url(sheet.row, 0, f"internal:'{name}'!A1", string=name)
        sheet.page.write_string(sheet.row, 1, texts(f"workbook.{key}.about"), book.formats["wrapped"])
        sheet.row += 1
    sheet.row += 1
