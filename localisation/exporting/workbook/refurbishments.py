"""The sheet of refurbishments: every option, whether it is carried out, and what it adds."""

from localisation.domain.building import Refurbishment
from localisation.domain.costs import thousands
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.exporting.added_space import added_space
from localisation.exporting.naming import name_in
from localisation.exporting.workbook.book import Book
from localisation.exporting.workbook.table import Cell, Column, Formula
from localisation.pictures.money import currency
from localisation.texts import Texts


def write_refurbishments(book: Book, instance: Instance, proposal: Proposal) -> None:
    """One row an option; those chosen carry a 1, so that the sum of what is chosen is a formula."""
    texts, inventory = book.texts, instance.inventory
    money = texts("units.money.thousands", currency=currency(inventory.place.currency, texts))
    sheet = book.sheet("refurbishments")
    columns = [
        Column(key="id", heading=texts("workbook.column.id")),
        Column(key="name", heading=texts("workbook.refurbishments.name"), kind="long"),
        Column(key="building", heading=texts("workbook.column.building"), kind="long"),
        Column(key="adds", heading=texts("workbook.refurbishments.adds"), kind="long"),
        Column(key="weeks", heading=texts("workbook.refurbishments.weeks"), kind="whole"),
        Column(
            key="price",
            heading=texts("workbook.refurbishments.price", money=money),
            kind="whole",
            total=texts("workbook.column.sum"),
        ),
        Column(key="chosen", heading=texts("workbook.refurbishments.chosen"), kind="whole", total="sum"),
        Column(key="cost", heading=texts("workbook.refurbishments.cost", money=money), kind="whole", total="sum"),
    ]
    rows: list[list[Cell]] = []
    for building in inventory.buildings:
        for option in building.refurbishments:
            chosen, price = int(option.id in proposal.refurbishments), thousands(option.cost_nok)
            rows.append(
                [
                    option.id,
                    name_in(option, texts.language),
                    building.name,
                    _adds(option, instance, texts),
                    option.weeks,
                    price,
                    chosen,
                    Formula(expression="=[price]*[chosen]", value=price * chosen),
                ]
            )
    sheet.table("refurbishments", columns, rows)


def _adds(option: Refurbishment, instance: Instance, texts: Texts) -> str:
    spaces = [
        added_space(amount, kind, texts(f"workbook.space.{kind}"), texts) for kind, amount in option.adds_spaces.items()
    ]
    facilities = sorted(instance.inventory.shown(f, texts.language) for f in option.adds_facilities)
    return "; ".join([*spaces, *facilities])
