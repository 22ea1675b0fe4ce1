"""The sheet of criteria: every row of the list as it was used."""

from localisation.domain.instance import Instance
from localisation.exporting.naming import name_in
from localisation.exporting.shown import shown_unit
from localisation.exporting.workbook.book import Book
from localisation.exporting.workbook.table import Cell, Column
from localisation.rules.goal import levels


def write_criteria(book: Book, instance: Instance) -> None:
    """One row a criterion: rule, parameters, units, strength, weight, goal level, owner, reason and source."""
    texts = book.texts
    sheet = book.sheet("criteria")
    columns = [
        Column(key="id", heading=texts("workbook.column.id")),
        Column(key="name", heading=texts("workbook.column.criterion"), kind="long"),
        Column(key="group", heading=texts("workbook.criteria.group")),
        Column(key="rule", heading=texts("workbook.criteria.rule")),
        Column(key="units", heading=texts("workbook.criteria.units"), kind="long"),
        Column(key="parameters", heading=texts("workbook.criteria.parameters"), kind="long"),
        Column(key="strength", heading=texts("workbook.column.strength")),
        Column(key="weight", heading=texts("workbook.column.weight"), kind="whole"),
        Column(key="level", heading=texts("workbook.criteria.level"), kind="whole"),
        Column(key="unit", heading=texts("workbook.column.unit")),
        Column(key="best", heading=texts("workbook.column.best"), kind="whole"),
        Column(key="worst", heading=texts("workbook.column.worst"), kind="whole"),
        Column(key="at_most", heading=texts("workbook.criteria.at_most"), kind="whole"),
        Column(key="owner", heading=texts("workbook.criteria.owner"), kind="long"),
        Column(key="reason", heading=texts("workbook.criteria.reason"), kind="long"),
        Column(key="source", heading=texts("workbook.column.source"), kind="long"),
        Column(key="confidence", heading=texts("workbook.column.confidence")),
    ]
    level_of = {c: number for number, level in enumerate(levels(instance), start=1) for c in level}
    rows: list[list[Cell]] = [
        [
            c.id,
            name_in(c, texts.language),
            (c.group_en if texts.language == "en" else "") or c.group,
            c.rule,
            ", ".join(c.units) or texts("workbook.criteria.all_units"),
            "; ".join(f"{key}={texts.value(value)}" for key, value in c.parameters.items()),
            texts(f"workbook.strength.{c.strength}"),
            c.weight or None,
            level_of.get(c.id),
            shown_unit(c, instance.inventory.place, texts),
            c.best,
            c.worst,
            c.at_most,
            c.owner,
            c.reason,
            c.source,
            texts(f"workbook.confidence.{c.confidence}"),
        ]
        for c in instance.criteria
    ]
    sheet.table("criteria", columns, rows)
