"""The sheet of waves: how many are moved in each week."""

from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.plan.waves import waves
from localisation.exporting.workbook.book import Book
from localisation.exporting.workbook.table import Cell, Column
from localisation.pictures.plan.transit_weeks import week_name


def write_waves(book: Book, run: FinishedPlan) -> None:
    """One row a week in which somebody is moved."""
    texts = book.texts
    sheet = book.sheet("waves")
    columns = [
        Column(key="week", heading=texts("plan.column.week")),
        Column(key="monday", heading=texts("plan.workbook.waves.monday"), kind="date", total=texts("plan.column.sum")),
        Column(key="moves", heading=texts("plan.workbook.waves.moves"), kind="whole", total="sum"),
        Column(key="staff", heading=texts("plan.column.staff"), kind="whole", total="sum"),
        Column(key="volume", heading=texts("plan.column.volume"), kind="whole", total="sum"),
        Column(key="transit", heading=texts("plan.workbook.waves.transit"), kind="whole", total="sum"),
    ]
    rows: list[list[Cell]] = [
        [
            week_name(wave.monday, texts),
            wave.monday,
            len(wave.moves),
            wave.staff,
            wave.volume_m3,
            sum(m.leg.staff for m in wave.moves if m.transit),
        ]
        for wave in waves(run.result)
    ]
    sheet.table("waves", columns, rows)
