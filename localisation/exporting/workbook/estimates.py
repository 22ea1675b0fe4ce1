"""The sheet of estimates: every figure the proposal rests on that is not documented."""

from localisation.domain.instance import Instance
from localisation.domain.vocabulary import Confidence
from localisation.exporting.figure_names import FigureNames
from localisation.exporting.figure_value import figure_value
from localisation.exporting.workbook.book import Book
from localisation.exporting.workbook.table import Cell, Column


def write_estimates(book: Book, instance: Instance) -> None:
    """One row a figure, estimates before derived figures; documented figures are only counted."""
    texts = book.texts
    count = {c: sum(f.confidence is c for f in instance.figures) for c in Confidence}
    sheet = book.sheet("estimates", **{c.value: number for c, number in count.items()})
    columns = [
        Column(key="confidence", heading=texts("workbook.column.confidence")),
        Column(key="table", heading=texts("workbook.estimates.table")),
        Column(key="row", heading=texts("workbook.estimates.row")),
        Column(key="column", heading=texts("workbook.estimates.column")),
        Column(key="value", heading=texts("workbook.estimates.value"), kind="long"),
        Column(key="source", heading=texts("workbook.column.source"), kind="long"),
    ]
    names = FigureNames(instance, texts)
    rows: list[list[Cell]] = [
        [
            texts(f"workbook.confidence.{f.confidence}"),
            names.table(f),
            names.row(f),
            names.column(f),
            figure_value(f, texts),
            f.source,
        ]
        for confidence in (Confidence.ESTIMATE, Confidence.DERIVED)
        for f in instance.figures
        if f.confidence is confidence
    ]
    sheet.table("estimates", columns, rows)
