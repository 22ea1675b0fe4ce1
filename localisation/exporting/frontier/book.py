"""frontier.xlsx: the points, every criterion of every point, and who sits where."""

from pathlib import Path

from localisation.exporting.frontier.finished_frontier import FinishedFrontier
from localisation.exporting.frontier.frontier_words import frontier_sentences, frontier_title, reference_sentences
from localisation.exporting.study.seat_sheet import write_seats
from localisation.exporting.study.side_by_side import side_by_side
from localisation.exporting.workbook.book import Book
from localisation.exporting.workbook.criteria import write_criteria
from localisation.exporting.workbook.scores import write_scores
from localisation.exporting.workbook.table import Cell, Column
from localisation.pictures.frontier.axis_scale import axis_name, axis_unit, axis_value
from localisation.pictures.frontier.frontier_chart import point_name, proof_of, remark
from localisation.pictures.frontier.reference_words import lawfulness, reference_name, standing
from localisation.texts import Texts


def write_book(path: Path, run: FinishedFrontier) -> None:
    """Write the workbook in the reader's language."""
    t, frontier = Texts(run.language), run.frontier
    comparison = side_by_side(frontier.instance, [*run.entries, *run.beside], run.chosen)
    with Book(path, t, frontier_title(frontier, t)) as book:
        _write_points(book, run)
        write_scores(book, comparison)
        write_seats(book, comparison)
        write_criteria(book, frontier.instance)


def _write_points(book: Book, run: FinishedFrontier) -> None:
    t, frontier = book.texts, run.frontier
    place = frontier.instance.inventory.place
    sheet = book.sheet("frontier", said=" ".join([*frontier_sentences(frontier, t), *reference_sentences(frontier, t)]))
    columns = [Column(key="point", heading=t("frontier.table.point"))]
    for j, axis in enumerate(frontier.axes):
        heading = f"{axis_name(axis, t)} ({axis_unit(axis, place, t)})"
        columns.append(Column(key=f"axis{j}", heading=heading, kind="two"))
    columns += [
        Column(key="score", heading=t("frontier.table.score"), kind="one"),
        Column(key="proof", heading=t("frontier.table.proof"), kind="long"),
        Column(key="remark", heading=t("frontier.table.remark"), kind="long"),
        Column(key="file", heading=t("frontier.table.file")),
    ]
    rows: list[list[Cell]] = [
        [
            point_name(i, t),
            *(axis_value(a, v) for a, v in zip(frontier.axes, p.values, strict=True)),
            p.assessment.points,
            proof_of(frontier, p, t),
            remark(frontier.axes, p, t),
            entry.file,
        ]
        for i, (p, entry) in enumerate(zip(frontier.points, run.entries, strict=True))
    ]
    rows += [
        [
            reference_name(r, t),
            *(axis_value(a, v) for a, v in zip(frontier.axes, r.values, strict=True)),
            r.assessment.points,
            lawfulness(r, t),
            standing(frontier, r, t),
            run.file_of(r),
        ]
        for r in frontier.references
    ]
    sheet.table("points", columns, rows)
