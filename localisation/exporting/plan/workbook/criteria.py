"""The sheet of criteria: how the plan fares by each."""

from localisation.domain.vocabulary import Strength
from localisation.exporting.naming import name_in
from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.shown import shown_amount, shown_unit
from localisation.exporting.workbook.book import Book
from localisation.exporting.workbook.table import Cell, Column
from localisation.rules.goal import relocation_levels
from localisation.rules.sentence import Sentences


def write_criteria(book: Book, run: FinishedPlan) -> None:
    """One row a criterion with its result; below, one row a breach."""
    texts, place = book.texts, run.instance.inventory.place
    sentences = Sentences(run.instance.inventory, texts.language)
    sheet = book.sheet("criteria")
    columns = [
        Column(key="id", heading=texts("workbook.column.id")),
        Column(key="name", heading=texts("workbook.column.criterion"), kind="long"),
        Column(key="says", heading=texts("plan.workbook.criteria.says"), kind="long"),
        Column(key="strength", heading=texts("workbook.column.strength")),
        Column(key="level", heading=texts("plan.criteria.level"), kind="whole"),
        Column(key="weight", heading=texts("workbook.column.weight"), kind="whole"),
        Column(key="amount", heading=texts("plan.criteria.amount"), kind="one"),
        Column(key="unit", heading=texts("workbook.column.unit")),
        Column(key="best", heading=texts("workbook.column.best"), kind="whole"),
        Column(key="worst", heading=texts("workbook.column.worst"), kind="whole"),
        Column(key="points", heading=texts("plan.criteria.points"), kind="one"),
        Column(key="holds", heading=texts("plan.criteria.holds")),
        Column(key="owner", heading=texts("workbook.criteria.owner"), kind="long"),
        Column(key="source", heading=texts("workbook.column.source"), kind="long"),
    ]
    level_of = {c: n for n, level in enumerate(relocation_levels(run.instance), start=1) for c in level}
    rows: list[list[Cell]] = []
    breaches: list[list[Cell]] = []
    for r in run.result.assessment.results:
        c = r.criterion
        name = name_in(c, texts.language)
        rows.append(
            [
                c.id,
                name,
                sentences.explanation(c),
                texts(f"workbook.strength.{c.strength}"),
                level_of.get(c.id),
                c.weight or None,
                shown_amount(r),
                shown_unit(c, place, texts),
                c.best if c.strength is Strength.WEIGHT else None,
                c.worst if c.strength is Strength.WEIGHT else None,
                r.points,
                None if r.met is None else texts.value(r.met),
                c.owner,
                c.source,
            ]
        )
        breaches += [[c.id, name, sentences.breach(c, b)] for b in r.breaches]
    sheet.table("criteria", columns, rows)
    sheet.heading(texts("plan.workbook.criteria.breaches"))
    headings = [
        Column(key="id", heading=texts("workbook.column.id")),
        Column(key="name", heading=texts("workbook.column.criterion"), kind="long"),
        Column(key="breach", heading=texts("plan.workbook.criteria.breach"), kind="long"),
    ]
    sheet.table("breaches", headings, breaches)
