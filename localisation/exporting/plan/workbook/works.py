"""The sheet of works, and of the days the plan leads up to."""

from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.plan.rests_on_estimates import RestsOnEstimates
from localisation.exporting.workbook.book import Book
from localisation.exporting.workbook.table import Cell, Column
from localisation.pictures.money import currency
from localisation.pictures.plan.milestones import milestones
from localisation.pictures.plan.names import PlanNames
from localisation.pictures.plan.step_dates import step_dates


def write_works(book: Book, run: FinishedPlan, names: PlanNames) -> None:
    """One row a refurbishment, and one a milestone."""
    texts, result = book.texts, run.result
    money = texts("units.money.thousands", currency=currency(run.instance.inventory.place.currency, texts))
    sheet = book.sheet("works")
    columns = [
        Column(key="building", heading=texts("plan.column.building"), kind="long"),
        Column(key="work", heading=texts("plan.kind.work"), kind="long"),
        Column(key="first", heading=texts("plan.column.first"), kind="date"),
        Column(key="last", heading=texts("plan.column.last"), kind="date", total=texts("plan.column.sum")),
        Column(key="days", heading=texts("plan.column.days"), kind="whole", total="sum"),
        Column(key="cost", heading=texts("plan.workbook.works.cost", money=money), kind="whole", total="sum"),
        Column(key="crew", heading=texts("plan.column.crew"), kind="long"),
        Column(key="estimates", heading=texts("plan.weeks.estimates"), kind="long"),
    ]
    rests = RestsOnEstimates(run.instance)
    works = sorted(result.programme.works, key=lambda w: result.plan.steps[w.id].start)
    rows: list[list[Cell]] = [
        [
            names.building(w.building),
            names.work(w),
            *step_dates(result.programme.calendar, result.plan.steps[w.id]),
            w.days,
            w.cost_nok / 1000,
            names.crews(w),
            ", ".join(texts(f"plan.rests_on.{word}") for word in (*rests.of(w), *(["cost"] if rests.cost(w) else []))),
        ]
        for w in works
    ]
    sheet.table("works", columns, rows)
    sheet.heading(texts("plan.works.milestones"))
    headings = [
        Column(key="building", heading=texts("plan.column.building"), kind="long"),
        Column(key="what", heading=texts("plan.column.what"), kind="long"),
        Column(key="day", heading=texts("plan.column.day"), kind="date"),
    ]
    days: list[list[Cell]] = [
        [
            names.building(m.building),
            _what(texts(f"plan.milestone.{m.kind}"), names.option(m.option) if m.option else ""),
            m.day,
        ]
        for m in milestones(run.instance, result.programme, result.plan)
    ]
    sheet.table("milestones", headings, days)


def _what(kind: str, option: str) -> str:
    return f"{kind}: {option}" if option else kind
