"""The sheet of scores: every alternative by every criterion, and what the chosen one changes."""

from localisation.comparing.comparison import Comparison
from localisation.domain.criterion import Criterion
from localisation.exporting.goal_levels import on_first
from localisation.exporting.naming import name_in
from localisation.exporting.shown import shown_amount, shown_unit
from localisation.exporting.workbook.book import Book
from localisation.exporting.workbook.table import Cell, Column, Formula
from localisation.rules.goal import levels, scale
from localisation.rules.statement import rule_of


def write_scores(book: Book, comparison: Comparison) -> None:
    """One row a criterion; points follow from amounts by formula, and the weighted mean stands below them.

    Whoever changes a weight or an amount in the sheet sees the total change.
    """
    texts = book.texts
    chosen, zero = comparison.chosen, comparison.alternatives[0]
    names = {a.id: name_in(a, texts.language) for a in comparison.alternatives}
    sheet = book.sheet("scores", zero=names[zero.id])
    order = {a.id: i for i, a in enumerate(comparison.alternatives)}
    columns = [
        Column(key="id", heading=texts("workbook.column.id")),
        Column(
            key="name",
            heading=texts("workbook.column.criterion"),
            kind="long",
            total=texts("workbook.scores.mean", where=on_first(comparison.instance, texts)),
        ),
        Column(key="strength", heading=texts("workbook.column.strength")),
        Column(key="weight", heading=texts("workbook.column.weight_counted"), kind="whole", total="sum"),
        Column(key="unit", heading=texts("workbook.column.unit")),
        Column(key="best", heading=texts("workbook.column.best"), kind="whole"),
        Column(key="worst", heading=texts("workbook.column.worst"), kind="whole"),
    ]
    for a in comparison.alternatives:
        columns.append(Column(key=f"amount{order[a.id]}", heading=names[a.id], kind="one"))
    for a in comparison.alternatives:
        key = f"points{order[a.id]}"
        mean = Formula(expression=f"=IF(SUM([weight])=0,0,SUMPRODUCT([weight],[{key}])/SUM([weight]))", value=a.points)
        heading = texts("workbook.scores.points_of", name=names[a.id])
        columns.append(Column(key=key, heading=heading, kind="one", total=mean))
    pair = (order[chosen.id], order[zero.id])
    columns.append(
        Column(
            key="change",
            heading=texts("workbook.scores.change", zero=names[zero.id], chosen=names[chosen.id]),
            kind="change_one",
        )
    )
    gained = Formula(
        expression="=IF(SUM([weight])=0,0,SUMPRODUCT([weight],[gain])/SUM([weight]))",
        value=chosen.points - zero.points,
    )
    columns.append(Column(key="gain", heading=texts("workbook.scores.gain"), kind="change_one", total=gained))
    rows = [_row(book, comparison, c, pair) for c in comparison.instance.criteria]
    sheet.table("scores", columns, rows)


def _row(book: Book, comparison: Comparison, criterion: Criterion, pair: tuple[int, int]) -> list[Cell]:
    instance, texts = comparison.instance, book.texts
    counted = criterion.weight if criterion.id in levels(instance)[0] else 0
    ends = scale(criterion, rule_of(criterion))
    found = [{r.criterion.id: r for r in a.assessment.results}.get(criterion.id) for a in comparison.alternatives]
    amounts = [None if r is None else shown_amount(r) for r in found]
    points = [None if r is None else r.points for r in found]
    scaled = ends is not None and any(p is not None for p in points)
    new, old = pair
    return [
        criterion.id,
        name_in(criterion, texts.language),
        texts(f"workbook.strength.{criterion.strength}"),
        counted,
        shown_unit(criterion, instance.inventory.place, texts),
        (criterion.best or 0) if scaled else None,
        (criterion.worst or 1) if scaled else None,
        *amounts,
        *(_points(index, value) if scaled else None for index, value in enumerate(points)),
        _difference(f"[amount{new}]", f"[amount{old}]", amounts[new], amounts[old]),
        _difference(f"[points{new}]", f"[points{old}]", points[new], points[old]),
    ]


def _points(index: int, value: float | None) -> Formula | None:
    if value is None:
        return None
    return Formula(expression=f"=100*([worst]-[amount{index}])/([worst]-[best])", value=value)


def _difference(new: str, old: str, value: float | None, before: float | None) -> Formula | None:
    if value is None or before is None:
        return None
    return Formula(expression=f"={new}-{old}", value=value - before)
