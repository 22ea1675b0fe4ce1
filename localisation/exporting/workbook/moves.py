"""The sheet of moves: from where to where, how many, and what it costs."""

from localisation.domain.costs import move_cost_per_employee_k100
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.transfers import transfers
from localisation.exporting.workbook.book import Book
from localisation.exporting.workbook.table import Cell, Column, Formula, Table, value_of
from localisation.pictures.money import currency


def write_moves(book: Book, instance: Instance, proposal: Proposal) -> tuple[Table, float]:
    """One row for each stream of people between two buildings.

    Returns the table, and what all moves cost in thousands.
    """
    texts, inventory = book.texts, instance.inventory
    money = texts("units.money.thousands", currency=currency(inventory.place.currency, texts))
    sheet = book.sheet("moves")
    columns = [
        Column(key="unit_id", heading=texts("workbook.column.unit_id")),
        Column(key="unit", heading=texts("workbook.column.organisation_unit"), kind="long"),
        Column(key="origin", heading=texts("workbook.moves.origin"), kind="long"),
        Column(key="destination", heading=texts("workbook.moves.destination"), kind="long"),
        Column(
            key="minutes", heading=texts("workbook.moves.minutes"), kind="whole", total=texts("workbook.column.sum")
        ),
        Column(key="staff", heading=texts("workbook.moves.people"), kind="whole", total="sum"),
        Column(key="each", heading=texts("workbook.moves.cost_each", money=money), kind="two"),
        Column(key="cost", heading=texts("workbook.moves.cost", money=money), kind="one", total="sum"),
    ]
    rows: list[list[Cell]] = []
    for move in transfers(inventory, instance.travel, proposal):
        unit = inventory.unit[move.unit]
        seconds = instance.travel.building_s.get(move.origin, {}).get(move.destination)
        each = move_cost_per_employee_k100(unit, inventory.norms)
        rows.append(
            [
                unit.id,
                unit.name,
                inventory.building[move.origin].name,
                inventory.building[move.destination].name,
                None if seconds is None else seconds / 60,
                move.staff,
                each / 100,
                Formula(expression="=[staff]*[each]", value=move.staff * each / 100),
            ]
        )
    return sheet.table("moves", columns, rows), sum(value_of(row[-1]) for row in rows)
