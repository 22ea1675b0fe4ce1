"""frontier.html: the picture, the points, and what they choose differently."""

from datetime import date
from pathlib import Path

from localisation.exporting.frontier.finished_frontier import FinishedFrontier
from localisation.exporting.frontier.frontier_words import frontier_sentences, frontier_title, reference_sentences
from localisation.exporting.naming import name_in
from localisation.exporting.report_pictures import picture_of
from localisation.exporting.study.differing_seats import differing_seats
from localisation.exporting.study.page import Figure, Section, Study, write_study
from localisation.pictures.frontier.axis_scale import axis_name, axis_unit, told_value
from localisation.pictures.frontier.frontier_chart import frontier_chart, frontier_twin, point_name
from localisation.pictures.score_bars import score_twin
from localisation.texts import Texts

_COLUMNS = 8
"""How many points are set side by side on the page; the workbook has all."""


def write_page(path: Path, run: FinishedFrontier, *, made: date | None = None) -> None:
    """Write the page in both languages, the reader's first."""
    write_study(path, run.frontier.instance, lambda t: _study(run, t), first=run.language, made=made)


def _study(run: FinishedFrontier, t: Texts) -> Study:
    frontier = run.frontier
    instance, twin = frontier.instance, frontier_twin(frontier, t)
    shown = run.shown(_COLUMNS)
    named = [(point_name(i, t), frontier.points[i].proposal, frontier.points[i].assessment) for i in shown]
    named += [(name_in(e, t.language), e.proposal, e.assessment) for e in run.beside]
    picture = picture_of(f"frontier-{t.language}", frontier_chart(frontier, t), twin)
    some = () if len(shown) == len(frontier.points) else (t("frontier.some", count=len(shown)),)
    return Study(
        title=frontier_title(frontier, t),
        lead=" ".join([name_in(instance.scenario, t.language) + ".", *frontier_sentences(frontier, t)]),
        figures=_figures(run, t),
        sections=(
            Section(
                key="picture",
                heading=t("frontier.section.picture"),
                paragraphs=(t("frontier.intro"), " ".join(reference_sentences(frontier, t))),
                picture=picture,
                tables=(twin,),
            ),
            Section(
                key="seats",
                heading=t("frontier.section.seats"),
                paragraphs=some,
                tables=(differing_seats(instance, [(name, proposal) for name, proposal, _ in named], t),),
            ),
            Section(
                key="scores",
                heading=t("frontier.section.scores"),
                paragraphs=(t("frontier.scores_intro"), t(f"frontier.{_settled(run)}"), *some),
                tables=(score_twin([(name, assessment) for name, _, assessment in named], t),),
            ),
            Section(key="method", heading=t("frontier.section.method"), paragraphs=_method(run, t)),
        ),
    )


def _settled(run: FinishedFrontier) -> str:
    return "settled" if all(p.settled for p in run.frontier.points) else "not_settled"


def _figures(run: FinishedFrontier, t: Texts) -> tuple[Figure, ...]:
    frontier = run.frontier
    place = frontier.instance.inventory.place
    figures = [
        Figure(
            label=t("frontier.figure.points"),
            value=t.number(len(frontier.points)),
            note=t("frontier.figure.proven", count=sum(p.proven for p in frontier.points)),
        ),
        Figure(label=t("frontier.figure.gap"), value=f"{t.number(100 * frontier.gap, 1)} %"),
    ]
    for j, axis in enumerate(frontier.axes):
        values = [p.values[j] for p in frontier.points]
        ends = dict.fromkeys(told_value(axis, end, t) for end in (min(values), max(values)))
        figures.append(Figure(label=axis_name(axis, t), value=" – ".join(ends), note=axis_unit(axis, place, t)))
    return tuple(figures)


def _method(run: FinishedFrontier, t: Texts) -> tuple[str, ...]:
    frontier = run.frontier
    asked = t("frontier.method.asked", count=frontier.questions, seconds=round(frontier.seconds))
    grouped = [a for a in frontier.axes if a.criterion is None]
    names = {c.id: name_in(c, t.language) for c in frontier.instance.criteria}
    together = tuple(
        t("frontier.method.together", axis=axis_name(a, t), criteria=", ".join(names[c] for c in a.factors))
        for a in grouped
    )
    return (t("frontier.method.exact"), asked, t("frontier.method.knee"), t("frontier.method.band"), *together)
