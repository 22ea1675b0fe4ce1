"""The sheet of costs, in thousands of the place's currency."""

from localisation.domain.costs import annual_cost_k, annuity_factor_permille, exit_cost_k, thousands
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.exporting.workbook.book import Book
from localisation.exporting.workbook.sheet import Sheet
from localisation.exporting.workbook.table import Cell, Column, Formula, Table, value_of
from localisation.pictures.money import currency


def write_costs(book: Book, instance: Instance, proposal: Proposal, *, moving: tuple[Table, float]) -> None:
    """One row a building, today and proposed; below, the sums over the horizon as a present value.

    `moving` is the table of moves and what they cost, in thousands.
    """
    texts, inventory = book.texts, instance.inventory
    money = texts("units.money.thousands", currency=currency(inventory.place.currency, texts))
    sheet = book.sheet("costs", money=money, year=str(inventory.place.price_year))
    columns = [
        Column(key="building_id", heading=texts("workbook.column.building_id")),
        Column(key="building", heading=texts("workbook.column.building"), kind="long"),
        Column(key="tenure", heading=texts("workbook.column.tenure")),
        Column(key="used_today", heading=texts("workbook.costs.used_today")),
        Column(key="used", heading=texts("workbook.costs.used"), total=texts("workbook.column.sum")),
        Column(key="today", heading=texts("workbook.costs.annual_today"), kind="whole", total="sum"),
        Column(key="annual", heading=texts("workbook.costs.annual"), kind="whole", total="sum"),
        Column(key="change", heading=texts("workbook.column.change"), kind="change", total="sum"),
        Column(key="exit", heading=texts("workbook.costs.exit"), kind="whole", total="sum"),
        Column(key="works", heading=texts("workbook.costs.works"), kind="whole", total="sum"),
    ]
    rows: list[list[Cell]] = []
    for b in inventory.buildings:
        before, after = inventory.today.used(b.id), proposal.used(b.id)
        annual = (annual_cost_k(b, before), annual_cost_k(b, after))
        works = sum(thousands(r.cost_nok) for r in b.refurbishments if r.id in proposal.refurbishments)
        rows.append(
            [
                b.id,
                b.name,
                texts(f"workbook.tenure.{b.tenure}"),
                texts.value(before),
                texts.value(after),
                *annual,
                Formula(expression="=[annual]-[today]", value=annual[1] - annual[0]),
                exit_cost_k(b, after, before),
                works,
            ]
        )
    table = sheet.table("costs", columns, rows)

    def sum_of(key: str) -> Formula:
        return Formula(expression=f"={table.total_cell(key)}", value=sum(value_of(r[table.index(key)]) for r in rows))

    moves_table, moves_k = moving
    moved = Formula(expression=f"={moves_table.total_cell('cost')}", value=moves_k)
    steps: list[tuple[str, Cell, Cell]] = [
        ("works", 0, sum_of("works")),
        ("moving", 0, moved),
        ("exit", 0, sum_of("exit")),
        ("annual", sum_of("today"), sum_of("annual")),
    ]
    _write_present_value(book, sheet, instance, steps)


def _write_present_value(book: Book, sheet: Sheet, instance: Instance, steps: list[tuple[str, Cell, Cell]]) -> None:
    texts, scenario = book.texts, instance.scenario
    factor = annuity_factor_permille(scenario.horizon_years, scenario.discount_permille) / 1000
    percent = texts.number(scenario.discount_permille / 10, 1)
    sheet.heading(texts("workbook.costs.present_value", years=scenario.horizon_years, percent=percent))
    columns = [
        Column(key="item", heading=texts("workbook.costs.item")),
        Column(key="what", heading=texts("workbook.costs.what"), kind="long"),
        Column(key="today", heading=texts("workbook.costs.amount_today"), kind="whole"),
        Column(key="new", heading=texts("workbook.costs.amount"), kind="whole"),
        Column(key="factor", heading=texts("workbook.costs.factor"), kind="two", total=texts("workbook.column.sum")),
        Column(key="value_today", heading=texts("workbook.costs.value_today"), kind="whole", total="sum"),
        Column(key="value", heading=texts("workbook.costs.value"), kind="whole", total="sum"),
        Column(key="change", heading=texts("workbook.column.change"), kind="change", total="sum"),
    ]
    rows: list[list[Cell]] = []
    for key, today, new in steps:
        times = factor if key == "annual" else 1
        values = (value_of(today) * times, value_of(new) * times)
        rows.append(
            [
                texts(f"workbook.costs.{key}_item"),
                texts(f"workbook.costs.{key}_what"),
                today,
                new,
                times,
                Formula(expression="=[today]*[factor]", value=values[0]),
                Formula(expression="=[new]*[factor]", value=values[1]),
                Formula(expression="=[value]-[value_today]", value=values[1] - values[0]),
            ]
        )
    sheet.table("present_value", columns, rows)
