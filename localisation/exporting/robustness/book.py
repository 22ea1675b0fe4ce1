"""sensitivity.xlsx: weights, changes, proposals and sites."""

from pathlib import Path

from localisation.exporting.naming import name_in
from localisation.exporting.robustness.change_words import change_text
from localisation.exporting.robustness.finished_robustness import FinishedRobustness
from localisation.exporting.robustness.robustness_twins import verdict_text
from localisation.exporting.robustness.robustness_words import among
from localisation.exporting.workbook.book import Book
from localisation.exporting.workbook.table import Cell, Column, Kind
from localisation.pictures.robustness.range_words import criterion_name, most_sensitive_first
from localisation.solving.alternatives.difference import Differ, difference
from localisation.texts import Texts


def write_book(path: Path, run: FinishedRobustness) -> None:
    """Write the workbook in the reader's language."""
    t = Texts(run.language)
    title = t("sensitivity.title", place=run.study.instance.inventory.place.name)
    with Book(path, t, title, words="sensitivity") as book:
        _write_ranges(book, run)
        _write_tried(book, run)
        _write_known(book, run)
        _write_sites(book, run)


def _column(t: Texts, table: str, key: str, kind: Kind = "text") -> Column:
    return Column(key=key, heading=t(f"sensitivity.{table}.{key}"), kind=kind)


def _write_ranges(book: Book, run: FinishedRobustness) -> None:
    t, study = book.texts, run.study
    sheet = book.sheet("ranges", said=among(study, t))
    columns = [_column(t, "ranges", "criterion", "long"), _column(t, "ranges", "weight", "whole")]
    columns += [_column(t, "ranges", key, "two") for key in ("low", "high", "sure_low", "sure_high")]
    columns += [_column(t, "ranges", key, "long") for key in ("below", "above")]
    rows: list[list[Cell]] = []
    for one in most_sensitive_first(study.ranges):
        ends: list[Cell] = (
            [None, None] if one.empty else [float(one.low), None if one.high is None else float(one.high)]
        )
        ends += [None, None] if one.sure is None else [float(one.sure[0]), float(one.sure[1])]
        beyond = [name_in(k, t.language) if k is not None else None for k in (one.below, one.above)]
        rows.append([criterion_name(one, t), one.criterion.weight, *ends, *beyond])
    sheet.table("ranges", columns, rows)


def _write_tried(book: Book, run: FinishedRobustness) -> None:
    t, study = book.texts, run.study
    sheet = book.sheet("tried")
    columns = [_column(t, "tried", "change", "long"), _column(t, "tried", "verdict", "long")]
    columns += [_column(t, "tried", key, "two") for key in ("regret_least", "regret_most", "points")]
    columns.append(_column(t, "tried", "elsewhere", "whole"))
    rows: list[list[Cell]] = []
    for one in study.tried:
        least, most = one.regret if one.regret is not None else (None, None)
        points = None if one.found is None else one.found.assessment.points
        elsewhere = None if one.found is None else one.elsewhere
        text = change_text(one.change, study.instance, t)
        rows.append([text, verdict_text(one, t), least, most, points, elsewhere])
    sheet.table("changes", columns, rows)


def _write_known(book: Book, run: FinishedRobustness) -> None:
    t, study = book.texts, run.study
    sheet = book.sheet("known")
    columns = [
        _column(t, "known", "proposal", "long"),
        _column(t, "known", "points", "two"),
        _column(t, "known", "lawful"),
        _column(t, "known", "elsewhere", "whole"),
        _column(t, "known", "wins", "percent"),
        _column(t, "known", "file"),
    ]
    own = study.known[0].proposal
    rows: list[list[Cell]] = [
        [
            name_in(e, t.language),
            e.assessment.points,
            t.value(e.assessment.valid),
            difference(own, e.proposal, Differ.PEOPLE),
            study.draws.share(i) if e.assessment.valid and study.rivals else None,
            e.file,
        ]
        for i, e in enumerate(run.entries)
    ]
    sheet.table("proposals", columns, rows)


def _write_sites(book: Book, run: FinishedRobustness) -> None:
    t, study = book.texts, run.study
    sheet = book.sheet("sites")
    columns = [_column(t, "sites", "unit", "long"), _column(t, "sites", "building", "long")]
    columns += [_column(t, "sites", "own"), _column(t, "sites", "share", "percent")]
    inventory, own = study.instance.inventory, study.known[0].proposal
    rows: list[list[Cell]] = [
        [u.name, b.name, t.value(b.id in own.sites(u.id)), study.draws.sites[u.id, b.id] / study.draws.count]
        for u in inventory.units
        for b in inventory.buildings
        if (u.id, b.id) in study.draws.sites
    ]
    table = sheet.table("sites", columns, rows)
    sheet.bars(table, "share")
