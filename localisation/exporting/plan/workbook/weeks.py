"""The sheet of weeks: what begins, goes on and ends, for the one who runs the plan."""

from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.plan.week_list import week_list
from localisation.exporting.workbook.book import Book
from localisation.exporting.workbook.table import Cell, Column
from localisation.pictures.plan.names import PlanNames
from localisation.pictures.plan.transit_weeks import week_name

_A3 = 8
"""The number of the paper, which holds the widest of the sheets."""


def write_weeks(book: Book, run: FinishedPlan, names: PlanNames) -> None:
    """One row for each activity in each week it lasts, and for each milestone; one row for a week with nothing."""
    texts = book.texts
    sheet = book.sheet("weeks")
    sheet.page.set_paper(_A3)
    columns = [
        Column(key="week", heading=texts("plan.column.week")),
        Column(key="monday", heading=texts("plan.workbook.waves.monday"), kind="date"),
        Column(key="course", heading=texts("plan.weeks.course")),
        Column(key="what", heading=texts("plan.weeks.what"), kind="long"),
        Column(key="unit", heading=texts("plan.weeks.who"), kind="long"),
        Column(key="where", heading=texts("plan.weeks.where"), kind="long"),
        Column(key="to", heading=texts("plan.column.to"), kind="long"),
        Column(key="first", heading=texts("plan.column.first"), kind="date"),
        Column(key="last", heading=texts("plan.column.last"), kind="date"),
        Column(key="crew", heading=texts("plan.column.crew"), kind="long"),
        Column(key="contact", heading=texts("plan.weeks.contact"), kind="long"),
        Column(key="first_done", heading=texts("plan.weeks.first_done"), kind="long"),
        Column(key="estimates", heading=texts("plan.weeks.estimates"), kind="long"),
    ]
    rows: list[list[Cell]] = []
    for week in week_list(run, names, texts):
        head: list[Cell] = [week_name(week.monday, texts), week.monday]
        if not week.items:
            rows.append([*head, "", texts("plan.weeks.nothing"), *[None] * (len(columns) - 4)])
        rows += [
            [
                *head,
                texts(f"plan.weeks.courses.{item.course}"),
                item.what,
                item.unit,
                item.where,
                item.destination,
                item.first,
                item.last,
                item.crew,
                item.contact,
                " ".join(item.first_done),
                ", ".join(item.estimates),
            ]
            for item in week.items
        ]
    sheet.table("weeks", columns, rows)
