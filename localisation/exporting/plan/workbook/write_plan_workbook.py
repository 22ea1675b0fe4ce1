"""plan.xlsx: the plan as real tables, with filters and dates that can be reckoned with."""

from pathlib import Path

from localisation.exporting.naming import name_in
from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.plan.workbook.activities import write_activities
from localisation.exporting.plan.workbook.changes import write_changes
from localisation.exporting.plan.workbook.costs import write_costs
from localisation.exporting.plan.workbook.criteria import write_criteria
from localisation.exporting.plan.workbook.front import write_front
from localisation.exporting.plan.workbook.method import write_method
from localisation.exporting.plan.workbook.moves import write_moves
from localisation.exporting.plan.workbook.occupancy import write_occupancy
from localisation.exporting.plan.workbook.simulation import write_simulation
from localisation.exporting.plan.workbook.waves import write_waves
from localisation.exporting.plan.workbook.weeks import write_weeks
from localisation.exporting.plan.workbook.works import write_works
from localisation.exporting.workbook.book import Book
from localisation.exporting.workbook.estimates import write_estimates
from localisation.pictures.plan.names import PlanNames
from localisation.texts import Texts

WORDS = "plan.workbook"
"""Where the texts of the sheets begin."""


def write_plan_workbook(path: Path, run: FinishedPlan) -> None:
    """Write the plan as an Excel workbook, one sheet for each subject; those that have nothing to say are left out."""
    texts = Texts(run.language)
    names = PlanNames(run.instance, run.result.programme, texts)
    place = run.instance.inventory.place.name
    with Book(path, texts, f"{place}: {name_in(run.instance.scenario, run.language)}", words=WORDS) as book:
        write_front(book, run, sheets(run))
        if run.adopted is not None:
            write_changes(book, run)
        write_weeks(book, run, names)
        write_waves(book, run)
        write_moves(book, run, names)
        write_works(book, run, names)
        write_activities(book, run, names)
        write_occupancy(book, run, names)
        write_costs(book, run)
        write_criteria(book, run)
        if run.simulation is not None:
            write_simulation(book, run.simulation, names)
        write_estimates(book, run.instance)
        write_method(book, run)


def sheets(run: FinishedPlan) -> tuple[str, ...]:
    """The sheets that follow the front, in order."""
    found = ["changes"] if run.adopted is not None else []
    found += ["weeks", "waves", "moves", "works", "activities", "occupancy", "costs", "criteria"]
    found += ["simulation"] if run.simulation is not None else []
    return (*found, "estimates", "method")
