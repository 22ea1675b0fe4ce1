"""The sheet of costs, quarter by quarter, in thousands of the place's currency."""

from localisation.domain.relocation.logistics import ActivityKind
from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.workbook.book import Book
from localisation.exporting.workbook.table import Cell, Column, Formula
from localisation.pictures.money import currency
from localisation.pictures.plan.quarter_costs import quarter_costs
from localisation.texts.quarter_name import quarter_name


def write_costs(book: Book, run: FinishedPlan) -> None:
    """One row a quarter, one column a kind of activity; the budget and what is beyond it when there is one."""
    texts, result = book.texts, run.result
    money = texts("units.money.thousands", currency=currency(run.instance.inventory.place.currency, texts))
    sheet = book.sheet("costs", money=money)
    found = quarter_costs(run.instance, result.programme, result.plan)
    kinds = [k for k in ActivityKind if any(c.amounts.get(k) for c in found)]
    budgeted = any(c.budget is not None for c in found)
    columns = [Column(key="quarter", heading=texts("plan.column.quarter"), total=texts("plan.column.sum"))]
    columns += [Column(key=k, heading=texts(f"plan.kind.{k}"), kind="one", total="sum") for k in kinds]
    columns.append(Column(key="sum", heading=texts("plan.workbook.costs.sum"), kind="one", total="sum"))
    if budgeted:
        columns.append(Column(key="budget", heading=texts("plan.column.budget"), kind="one", total="sum"))
        columns.append(Column(key="over", heading=texts("plan.workbook.costs.over"), kind="one", total="sum"))
    expression = "=" + "+".join(f"[{k}]" for k in kinds) if kinds else "=0"
    rows: list[list[Cell]] = []
    for c in found:
        row: list[Cell] = [quarter_name(c.quarter, texts), *(c.amounts.get(k, 0) / 1000 for k in kinds)]
        row.append(Formula(expression=expression, value=c.total / 1000))
        if budgeted:
            over = max(0, c.total - (c.budget or 0)) / 1000
            row += [(c.budget or 0) / 1000, Formula(expression="=MAX(0,[sum]-[budget])", value=over)]
        rows.append(row)
    sheet.table("costs", columns, rows)
