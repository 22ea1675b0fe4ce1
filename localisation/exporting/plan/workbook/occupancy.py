"""The sheet of occupancy: workplaces needed and there, building by building and week by week."""

from datetime import date, timedelta

from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.workbook.book import Book
from localisation.exporting.workbook.table import Cell, Column, Formula
from localisation.pictures.plan.names import PlanNames
from localisation.pictures.plan.occupancy import Occupancy, occupancy
from localisation.pictures.plan.transit_weeks import monday, week_name


def write_occupancy(book: Book, run: FinishedPlan, names: PlanNames) -> None:
    """One row for each building in which something changes and each week: the day of the week with least to spare."""
    texts, result = book.texts, run.result
    sheet = book.sheet("occupancy")
    columns = [
        Column(key="building", heading=texts("plan.column.building"), kind="long"),
        Column(key="week", heading=texts("plan.column.week")),
        Column(key="monday", heading=texts("plan.workbook.waves.monday"), kind="date"),
        Column(key="need", heading=texts("plan.workbook.occupancy.need"), kind="whole"),
        Column(key="room", heading=texts("plan.workbook.occupancy.room"), kind="whole"),
        Column(key="spare", heading=texts("plan.workbook.occupancy.spare"), kind="change"),
        Column(key="fill", heading=texts("plan.workbook.occupancy.fill"), kind="percent"),
        Column(key="waiting", heading=texts("plan.workbook.occupancy.waiting"), kind="whole"),
    ]
    weeks = _weeks(run)
    rows: list[list[Cell]] = []
    for one in occupancy(run.instance, result.programme, result.plan):
        if one.changes:
            rows += [
                _row(one, (names.building(one.building), week_name(week, texts)), week, days)
                for week, days in weeks.items()
            ]
    table = sheet.table("occupancy", columns, rows)
    sheet.bars(table, "fill")


def _weeks(run: FinishedPlan) -> dict[date, list[int]]:
    """Working days by their week, from the week before the first thing is done to the week after the last."""
    calendar, steps = run.result.programme.calendar, run.result.plan.steps.values()
    first, last = min((s.start for s in steps), default=0), max((s.end for s in steps), default=0)
    weeks: dict[date, list[int]] = {}
    for index, day in enumerate(calendar.days):
        weeks.setdefault(monday(day), []).append(index)
    if not weeks:
        return {}
    begin = monday(calendar.days[min(first, len(calendar) - 1)]) - timedelta(days=7)
    end = monday(calendar.days[min(last, len(calendar) - 1)]) + timedelta(days=7)
    return {week: days for week, days in weeks.items() if begin <= week <= end}


def _row(one: Occupancy, names: tuple[str, str], week: date, days: list[int]) -> list[Cell]:
    level = min((one.at(day) for day in days), key=lambda x: 100 * x.room - x.need_hundredths)
    waiting = -(-sum(need for unit, need in level.needs.items() if unit in level.waiting) // 100)
    return [
        *names,
        week,
        level.need,
        level.room,
        Formula(expression="=[room]-[need]", value=level.room - level.need),
        Formula(expression='=IF([room]=0,"",[need]/[room])', value=level.need / level.room if level.room else None),
        waiting,
    ]
