"""The sheet of scores: every alternative by every criterion, and what the chosen one changes."""

from localisation.comparing.comparison import Comparison
from localisation.domain.criterion import Criterion
from localisation.exporting.shown import shown_amount, shown_unit
from localisation.exporting.workbook.book import Book
from localisation.exporting.workbook.table import Cell, Column, Formula
from localisation.rules.statement import rule_of
from localisation.solving.goal import levels, scale


def write_scores(book: Book, comparison: Comparison) -> None:
    """One row a criterion; points follow from amounts by formula, and the weighted mean stands below them.

    Whoever changes a weight or an amount in the sheet sees the total change.
    """
    texts = book.texts
    chosen, zero = comparison.chosen, comparison.alternatives[0]
    sheet = book.sheet("scores", zero=zero.name, chosen=chosen.name)
    order = {a.id: i for i, a in enumerate(comparison.alternatives)}
    columns = [
        Column(key="id", heading=texts("workbook.column.id")),
        Column(
            key="name", heading=texts("workbook.column.criterion"), kind="long", total=texts("workbook.scores.mean")
        ),
        Column(key="strength", heading=texts("workbook.column.strength")),
        Column(key="weight", heading=texts("workbook.column.weight_counted"), kind="whole", total="sum"),
        Column(key="unit", heading=texts("workbook.column.unit")),
        Column(key="best", heading=texts("workbook.column.best"), kind="whole"),
        Column(key="worst", heading=texts("workbook.column.worst"), kind="whole"),
    ]
    for a in comparison.alternatives:
        columns.append(Column(key=f"amount{order[a.id]}", heading=a.name, kind="one"))
    for a in comparison.alternatives:
        key = f"points{order[a.id]}"
        mean = Formula(expression=f"=IF(SUM([weight])=0,0,SUMPRODUCT([weight],[{key}])/SUM([weight]))", value=a.points)
        heading = texts("workbook.scores.points_of", name=a.name)
        columns.append(Column(key=key, heading=heading, kind="one", total=mean))
    pair = (order[chosen.id], order[zero.id])
    columns.append(
        Column(
            key="change", heading=texts("workbook.scores.change", zero=zero.name, chosen=chosen.name), kind="change_one"
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
    results = [a.assessment.result(criterion.id) for a in comparison.alternatives]
    counted = criterion.weight if criterion.id in levels(instance)[0] else 0
    ends = scale(criterion, rule_of(criterion))
    has_points = ends is not None and results[0].points is not None
    best = criterion.best if criterion.best is not None else (0 if has_points else None)
    worst = criterion.worst if criterion.worst is not None else (1 if has_points else None)
    row: list[Cell] = [
        criterion.id,
        criterion.name,
        texts(f"workbook.strength.{criterion.strength}"),
        counted,
        shown_unit(criterion, texts),
        best,
        worst,
        *(shown_amount(r) for r in results),
    ]
    for index, result in enumerate(results):
        formula = f"=100*([worst]-[amount{index}])/([worst]-[best])"
        row.append(Formula(expression=formula, value=result.points) if has_points else None)
    new, old = pair
    change = shown_amount(results[new]) - shown_amount(results[old])
    row.append(Formula(expression=f"=[amount{new}]-[amount{old}]", value=change))
    gain = (results[new].points or 0) - (results[old].points or 0)
    row.append(Formula(expression=f"=[points{new}]-[points{old}]", value=gain) if has_points else None)
    return row
