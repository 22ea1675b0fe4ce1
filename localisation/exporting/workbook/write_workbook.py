"""proposal.xlsx: the proposal as real tables, with totals and differences as formulas."""

from pathlib import Path

from localisation.comparing.comparison import Comparison
from localisation.comparing.reasons import Reason
from localisation.domain.assessment import Result
from localisation.domain.stacking.stack_plan import StackPlan
from localisation.exporting.naming import name_in
from localisation.exporting.workbook.book import Book
from localisation.exporting.workbook.buildings import write_buildings
from localisation.exporting.workbook.costs import write_costs
from localisation.exporting.workbook.criteria import write_criteria
from localisation.exporting.workbook.estimates import write_estimates
from localisation.exporting.workbook.front import write_front
from localisation.exporting.workbook.method import write_method
from localisation.exporting.workbook.moves import write_moves
from localisation.exporting.workbook.placements import write_placements
from localisation.exporting.workbook.refurbishments import write_refurbishments
from localisation.exporting.workbook.scores import write_scores
from localisation.exporting.workbook.stack_sheets import STACK_SHEETS, write_stack_sheets
from localisation.texts import Texts


def write_workbook(
    path: Path,
    comparison: Comparison,
    *,
    result: Result,
    reasons: tuple[Reason, ...],
    language: str,
    stack: StackPlan | None = None,
) -> None:
    """Write the chosen alternative of a comparison as an Excel workbook, one sheet for each subject.

    Formulas carry the values they have, so that programs that do not calculate show them too.
    """
    instance, proposal = comparison.instance, comparison.chosen.proposal
    texts = Texts(language)
    place = instance.inventory.place.name
    with Book(path, texts, f"{place}: {name_in(comparison.chosen, language)}") as book:
        write_front(book, comparison, result, more=STACK_SHEETS if stack else ())
        write_scores(book, comparison)
        write_placements(book, instance, proposal, reasons)
        moved, moving_cost_k = write_moves(book, instance, proposal)
        write_buildings(book, instance, proposal)
        write_costs(book, instance, proposal, moving=(moved, moving_cost_k))
        write_refurbishments(book, instance, proposal)
        write_criteria(book, instance)
        write_estimates(book, instance)
        write_method(book, instance, result)
        if stack:
            write_stack_sheets(book, instance.inventory, stack)
