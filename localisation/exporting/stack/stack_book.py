"""stack.xlsx: who sits on which floor, as real tables."""

from pathlib import Path

from localisation.exporting.naming import name_in
from localisation.exporting.stack.finished_stack import FinishedStack
from localisation.exporting.workbook.book import Book
from localisation.exporting.workbook.estimates import write_estimates
from localisation.exporting.workbook.stack_sheets import write_stack_sheets
from localisation.texts import Texts


def write_stack_book(path: Path, run: FinishedStack) -> None:
    """Write the workbook in the reader's language."""
    t, inventory = Texts(run.language), run.instance.inventory
    footer = f"{t('stack.report.title', place=inventory.place.name)}: {name_in(run.instance.scenario, run.language)}"
    with Book(path, t, footer) as book:
        write_stack_sheets(book, inventory, run.plan)
        write_estimates(book, run.instance)
