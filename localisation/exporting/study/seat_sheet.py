"""The sheet of who sits where in each of several proposals."""

from localisation.comparing.comparison import Comparison
from localisation.exporting.naming import name_in
from localisation.exporting.workbook.book import Book
from localisation.exporting.workbook.table import Cell, Column


def write_seats(book: Book, comparison: Comparison) -> None:
    """One row for each unit and building that any of them uses; staff by alternative; whether all are the same."""
    t, instance = book.texts, comparison.instance
    sheet = book.sheet("seats")
    columns = [
        Column(key="unit_id", heading=t("workbook.column.unit_id")),
        Column(key="unit", heading=t("workbook.column.organisation_unit"), kind="long"),
        Column(key="building_id", heading=t("workbook.column.building_id")),
        Column(key="building", heading=t("workbook.column.building"), kind="long"),
        Column(key="differs", heading=t("alternatives.seats.differs")),
    ]
    for i, a in enumerate(comparison.alternatives):
        columns.append(Column(key=f"staff{i}", heading=name_in(a, t.language), kind="whole", total="sum"))
    rows: list[list[Cell]] = []
    for unit in instance.inventory.units:
        for building in instance.inventory.buildings:
            staff = [a.proposal.sites(unit.id).get(building.id, 0) for a in comparison.alternatives]
            if any(staff):
                differs = t.value(len(set(staff[1:])) > 1)
                rows.append([unit.id, unit.name, building.id, building.name, differs, *staff])
    sheet.table("seats", columns, rows)
