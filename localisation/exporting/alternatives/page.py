"""alternatives.html: scores side by side, who sits differently, and how far apart they are."""

from datetime import date
from pathlib import Path

from localisation.exporting.alternatives.alternatives_words import (
    alternatives_sentences,
    alternatives_title,
    alternatives_twin,
    difference_twin,
    largest_losses,
    open_words,
    within_points,
)
from localisation.exporting.alternatives.finished_alternatives import FinishedAlternatives
from localisation.exporting.goal_levels import has_several, level_words
from localisation.exporting.naming import name_in
from localisation.exporting.report_pictures import picture_of
from localisation.exporting.study.differing_seats import differing_seats
from localisation.exporting.study.page import Figure, Section, Study, write_study
from localisation.pictures.score_bars import score_bars, score_twin
from localisation.solving.alternatives.all_optimal import AllOptimal
from localisation.texts import Texts

_COLUMNS = 6
"""How many are drawn side by side; tables and workbook have all."""
_OF_SEVERAL = ("seats", "apart")
"""Sections that say nothing of one proposal alone."""


def write_page(path: Path, run: FinishedAlternatives, *, made: date | None = None) -> None:
    """Write the page in both languages, the reader's first."""
    write_study(path, run.instance, lambda t: _study(run, t), first=run.language, made=made)


def _study(run: FinishedAlternatives, t: Texts) -> Study:
    several = len(run.entries) > 1
    return Study(
        title=alternatives_title(run, t),
        lead=" ".join([name_in(run.instance.scenario, t.language) + ".", *alternatives_sentences(run, t)]),
        figures=_figures(run, t),
        sections=tuple(s for s in _sections(run, t) if several or s.key not in _OF_SEVERAL),
    )


def _sections(run: FinishedAlternatives, t: Texts) -> tuple[Section, ...]:
    scored = [(name_in(e, t.language), e.assessment) for e in run.entries]
    placed = [(name_in(e, t.language), e.proposal) for e in run.entries]
    drawn = scored[:_COLUMNS]
    picture = picture_of(f"alternatives-{t.language}", score_bars(drawn, t), score_twin(scored, t))
    kind = "optimal" if isinstance(run.found, AllOptimal) else "near"
    tables = {
        "list": alternatives_twin(run, t),
        "seats": differing_seats(run.instance, placed, t),
        "apart": difference_twin(run, t),
    }
    parts = {key: Section(key=key, heading=t(f"alternatives.section.{key}"), tables=(s,)) for key, s in tables.items()}
    scores = Section(key="scores", heading=t("alternatives.section.scores"), picture=picture)
    words = (t(f"alternatives.method.{kind}"), t(f"alternatives.method.{run.differ}"))
    method = Section(key="method", heading=t("alternatives.section.method"), paragraphs=words)
    return parts["list"], parts["seats"], scores, parts["apart"], method


def _figures(run: FinishedAlternatives, t: Texts) -> tuple[Figure, ...]:
    apart = run.differences()
    pairs = [d for i, line in enumerate(apart) for d in line[:i]]
    figures = [
        Figure(label=t("alternatives.figure.count"), value=t.number(len(apart))),
        Figure(
            label=t("alternatives.figure.best", best=name_in(run.entries[0], t.language)),
            value=t.number(run.best.assessment.points, 2),
            note=t(f"report.status.{run.status}"),
        ),
        Figure(label=t("alternatives.figure.open"), value=open_words(run, t), note=t("alternatives.figure.open_note")),
    ]
    if not isinstance(run.found, AllOptimal):
        figures += _losses(run, t)
    if pairs:
        unit = t(f"alternatives.unit.{run.differ}")
        figures.append(Figure(label=t("alternatives.figure.least"), value=t.number(min(pairs)), note=unit))
    return tuple(figures)


def _losses(run: FinishedAlternatives, t: Texts) -> list[Figure]:
    """The most that any alternative loses: on each goal level when there are several."""
    worst = max(run.lost(e.assessment) for e in run.entries)
    note = t("alternatives.figure.limit", within=within_points(run, t))
    if not has_several(run.instance):
        return [Figure(label=t("alternatives.figure.lost"), value=t.number(worst, 2), note=note)]
    losses = {level_words(run.instance, 1, t): worst} | largest_losses(run, t)
    return [
        Figure(label=t("alternatives.figure.lost_on", level=level), value=t.number(lost, 2), note=note)
        for level, lost in losses.items()
    ]
