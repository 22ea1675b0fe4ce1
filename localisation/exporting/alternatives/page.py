"""alternatives.html: scores side by side, who sits differently, and how far apart they are."""

from datetime import date
from pathlib import Path

from localisation.exporting.alternatives.alternatives_words import (
    alternatives_sentences,
    alternatives_title,
    alternatives_twin,
    difference_twin,
)
from localisation.exporting.alternatives.finished_alternatives import FinishedAlternatives
from localisation.exporting.naming import name_in
from localisation.exporting.report_pictures import picture_of
from localisation.exporting.study.differing_seats import differing_seats
from localisation.exporting.study.page import Figure, Section, Study, write_study
from localisation.pictures.score_bars import score_bars, score_twin
from localisation.solving.alternatives.all_optimal import AllOptimal
from localisation.texts import Texts

_COLUMNS = 6
"""How many are drawn side by side; tables and workbook have all."""


def write_page(path: Path, run: FinishedAlternatives, *, made: date | None = None) -> None:
    """Write the page in both languages, the reader's first."""
    write_study(path, run.instance, lambda t: _study(run, t), first=run.language, made=made)


def _study(run: FinishedAlternatives, t: Texts) -> Study:
    entries = run.entries
    scored = [(name_in(e, t.language), e.assessment) for e in entries]
    placed = [(name_in(e, t.language), e.proposal) for e in entries]
    drawn = scored[:_COLUMNS]
    picture = picture_of(f"alternatives-{t.language}", score_bars(drawn, t), score_twin(drawn, t))
    kind = "optimal" if isinstance(run.found, AllOptimal) else "near"
    return Study(
        title=alternatives_title(run, t),
        lead=" ".join([name_in(run.instance.scenario, t.language) + ".", *alternatives_sentences(run, t)]),
        figures=_figures(run, t),
        sections=(
            Section(key="list", heading=t("alternatives.section.list"), tables=(alternatives_twin(run, t),)),
            Section(
                key="seats",
                heading=t("alternatives.section.seats"),
                tables=(differing_seats(run.instance, placed, t),),
            ),
            Section(key="scores", heading=t("alternatives.section.scores"), picture=picture),
            Section(key="apart", heading=t("alternatives.section.apart"), tables=(difference_twin(run, t),)),
            Section(
                key="method",
                heading=t("alternatives.section.method"),
                paragraphs=(t(f"alternatives.method.{kind}"), t(f"alternatives.method.{run.differ}")),
            ),
        ),
    )


def _figures(run: FinishedAlternatives, t: Texts) -> tuple[Figure, ...]:
    apart = run.differences()
    pairs = [d for i, line in enumerate(apart) for d in line[:i]]
    figures = [
        Figure(label=t("alternatives.figure.count"), value=t.number(len(apart))),
        Figure(
            label=t("alternatives.figure.best"),
            value=t.number(run.best.assessment.points, 2),
            note=t(f"report.status.{run.best.status}"),
        ),
    ]
    if pairs:
        unit = t(f"alternatives.unit.{run.differ}")
        figures.append(Figure(label=t("alternatives.figure.least"), value=t.number(min(pairs)), note=unit))
    return tuple(figures)
