"""The sheet of activities: everything that is done, by first day."""

from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.plan.rests_on_estimates import RestsOnEstimates
from localisation.exporting.workbook.book import Book
from localisation.exporting.workbook.table import Cell, Column
from localisation.pictures.money import currency
from localisation.pictures.plan.names import PlanNames
from localisation.pictures.plan.step_dates import step_dates


def write_activities(book: Book, run: FinishedPlan, names: PlanNames) -> None:
    """One row an activity that takes place."""
    texts, result = book.texts, run.result
    money = texts("units.money.thousands", currency=currency(run.instance.inventory.place.currency, texts))
    sheet = book.sheet("activities")
    columns = [
        Column(key="kind", heading=texts("plan.column.what")),
        Column(key="activity", heading=texts("plan.column.activity"), kind="long"),
        Column(key="building", heading=texts("plan.column.building"), kind="long"),
        Column(key="first", heading=texts("plan.column.first"), kind="date"),
        Column(key="last", heading=texts("plan.column.last"), kind="date", total=texts("plan.column.sum")),
        Column(key="days", heading=texts("plan.column.days"), kind="whole", total="sum"),
        Column(key="shortest", heading=texts("plan.workbook.activities.shortest"), kind="whole"),
        Column(key="longest", heading=texts("plan.workbook.activities.longest"), kind="whole"),
        Column(key="crew", heading=texts("plan.column.crew"), kind="long"),
        Column(key="overtime", heading=texts("plan.column.overtime")),
        Column(key="cost", heading=texts("plan.workbook.works.cost", money=money), kind="one", total="sum"),
        Column(key="estimates", heading=texts("plan.weeks.estimates"), kind="long"),
        Column(key="id", heading=texts("workbook.column.id"), kind="long"),
    ]
    steps, calendar = result.plan.steps, result.programme.calendar
    rests = RestsOnEstimates(run.instance)
    found = [a for a in result.programme.activities if a.id in steps]
    rows: list[list[Cell]] = [
        [
            names.kind(a),
            names.full(a),
            names.building(a.building),
            *step_dates(calendar, steps[a.id]),
            a.days,
            a.low_days or a.days,
            a.high_days or a.days,
            names.crews(a),
            texts.value(steps[a.id].overtime),
            a.price(overtime=steps[a.id].overtime) / 1000,
            ", ".join(texts(f"plan.rests_on.{word}") for word in (*rests.of(a), *(["cost"] if rests.cost(a) else []))),
            a.id,
        ]
        for a in sorted(found, key=lambda a: (steps[a.id].start, a.id))
    ]
    sheet.table("activities", columns, rows)
