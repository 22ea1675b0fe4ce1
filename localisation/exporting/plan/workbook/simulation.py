"""The sheet of the simulation: when each unit is in place, and what decides it."""

from localisation.exporting.workbook.book import Book
from localisation.exporting.workbook.table import Cell, Column
from localisation.pictures.plan.names import PlanNames
from localisation.solving.schedule.simulation.simulation import PERCENTS, InPlace, Simulation


def write_simulation(book: Book, found: Simulation, names: PlanNames) -> None:
    """One row a unit (everyone first); below, one row for each activity that decides."""
    texts = book.texts
    sheet = book.sheet("simulation", draws=found.draws, seed=str(found.seed))
    columns = [
        Column(key="who", heading=texts("plan.simulation.who"), kind="long"),
        Column(key="planned", heading=texts("plan.simulation.planned"), kind="date"),
        *(Column(key=f"p{p}", heading=texts(f"plan.simulation.p{p}"), kind="date") for p in PERCENTS),
        Column(key="deadline", heading=texts("plan.simulation.deadline"), kind="date"),
        Column(key="on_time", heading=texts("plan.simulation.on_time"), kind="percent"),
    ]
    places = (found.everyone, *found.units)

    def who(place: InPlace) -> str:
        return names.unit(place.unit) if place.unit else texts("plan.simulation.everyone")

    rows: list[list[Cell]] = [
        [who(p), p.planned, *(p.by.get(x) for x in PERCENTS), p.deadline, p.on_time_percent / 100] for p in places
    ]
    sheet.table("in_place", columns, rows)
    sheet.heading(texts("plan.simulation.drivers"))
    headings = [
        Column(key="who", heading=texts("plan.simulation.who"), kind="long"),
        Column(key="activity", heading=texts("plan.column.activity"), kind="long"),
        Column(key="critical", heading=texts("plan.workbook.simulation.critical"), kind="percent"),
        Column(key="correlation", heading=texts("plan.workbook.simulation.correlation"), kind="two"),
    ]
    drivers: list[list[Cell]] = [
        [who(p), names.full_of(d.activity), d.criticality_percent / 100, d.correlation]
        for p in places
        for d in p.drivers
    ]
    sheet.table("drivers", headings, drivers)
