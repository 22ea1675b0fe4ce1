"""The sheet with the stack plan as pictures, one for each building."""

import json

import vl_convert

from localisation.domain.inventory import Inventory
from localisation.domain.stacking.stack_plan import StackPlan
from localisation.exporting.small_png import small_png
from localisation.exporting.workbook.book import Book
from localisation.pictures.stack_plan import stack_plan
from localisation.pictures.stack_plan_words import StackWords

_WIDTH, _HEIGHT = 760, 400
"""Pixels of a drawing, which are points on the sheet: as wide as an A4 page lying down, and at most as high."""
_PPI = 144
_COLUMN = 148
"""Character widths of the one column: a little wider than a picture."""
_PRINTED = 95
"""Percent of its size the sheet is printed at, so that it is one page wide."""
_PAGE, _TITLE, _HEADING = 520, 61, 22
"""Points: what there is room for on a page, what the top of the sheet takes, and the name of a building."""


def write_stack_pictures(book: Book, inventory: Inventory, plan: StackPlan) -> None:
    """Each building below the one before it, with its name in a cell above; no picture is parted by a page break."""
    t, words = book.texts, StackWords(inventory, book.texts)
    sheet = book.sheet("stack_picture", basis=words.basis(plan))
    sheet.page.set_column(0, 0, _COLUMN)
    sheet.page.set_print_scale(_PRINTED)
    breaks, used = [], _TITLE
    for stack in plan.buildings:
        one, name = StackPlan(buildings=(stack,)), inventory.building[stack.building].name
        chart = stack_plan(inventory, one, t, width=_WIDTH, height=_HEIGHT, part_of=plan)
        png = small_png(vl_convert.vegalite_to_png(json.dumps(chart), ppi=_PPI))
        alt = t("workbook.stack_picture.alt", building=name, facts=words.facts(stack), sheet=t("workbook.stack.sheet"))
        start = sheet.row
        sheet.heading(f"{stack.building}: {name}")
        taken = _HEADING + sheet.picture(
            f"{stack.building}.png", png, alt=alt, points=chart["height"] + 2 * chart["padding"]
        )
        if used + taken > _PAGE:
            breaks.append(start)
            used = 0
        used += taken
    sheet.page.set_h_pagebreaks(breaks)
