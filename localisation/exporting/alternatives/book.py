"""alternatives.xlsx: the alternatives, their scores, who sits where, and how far apart they are."""

from pathlib import Path

from localisation.exporting.alternatives.alternatives_words import (
    alternatives_sentences,
    alternatives_title,
    alternatives_twin,
    heading,
    later_headings,
)
from localisation.exporting.alternatives.finished_alternatives import FinishedAlternatives
from localisation.exporting.naming import name_in
from localisation.exporting.study.seat_sheet import write_seats
from localisation.exporting.study.side_by_side import side_by_side
from localisation.exporting.workbook.book import Book
from localisation.exporting.workbook.criteria import write_criteria
from localisation.exporting.workbook.scores import write_scores
from localisation.exporting.workbook.table import Cell, Column
from localisation.texts import Texts


def write_book(path: Path, run: FinishedAlternatives) -> None:
    """Write the workbook in the reader's language."""
    t = Texts(run.language)
    comparison = side_by_side(run.instance, run.entries)
    with Book(path, t, alternatives_title(run, t)) as book:
        _write_list(book, run)
        write_scores(book, comparison)
        write_seats(book, comparison)
        write_criteria(book, run.instance)


def _write_list(book: Book, run: FinishedAlternatives) -> None:
    t = book.texts
    sheet = book.sheet("alternatives", said=" ".join(alternatives_sentences(run, t)))
    unit, entries = t(f"alternatives.unit.{run.differ}"), run.entries
    columns = [
        Column(key="alternative", heading=t("pictures.alternative")),
        Column(key="points", heading=heading(run, "points", t), kind="two"),
        Column(key="lost", heading=heading(run, "lost", t), kind="two"),
        Column(key="behind", heading=heading(run, "behind", t), kind="two"),
        *(Column(key=f"lost{n}", heading=h, kind="two") for n, h in enumerate(later_headings(run, t), start=2)),
        Column(key="certainty", heading=heading(run, "certainty", t), kind="long"),
        Column(key="file", heading=t("frontier.table.file")),
    ]
    for i, entry in enumerate(entries):
        away = t("alternatives.table.from", name=name_in(entry, t.language), unit=unit)
        columns.append(Column(key=f"from{i}", heading=away, kind="whole"))
    certainty = [row[-1] for row in alternatives_twin(run, t).rows]
    rows: list[list[Cell]] = [
        [
            name_in(e, t.language),
            e.assessment.points,
            run.lost(e.assessment),
            run.behind(e.assessment),
            *run.lost_later(e.assessment).values(),
            sure,
            e.file,
            *line,
        ]
        for e, sure, line in zip(entries, certainty, run.differences(), strict=True)
    ]
    sheet.table("alternatives", columns, rows)
