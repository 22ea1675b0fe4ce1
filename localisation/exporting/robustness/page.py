"""sensitivity.html: the ranges of weights, one change at a time, and random weights."""

from datetime import date
from pathlib import Path

from localisation.exporting.naming import name_in
from localisation.exporting.report_pictures import picture_of
from localisation.exporting.robustness.finished_robustness import FinishedRobustness
from localisation.exporting.robustness.robustness_twins import known_twin, ranges_twin, sites_twin, tried_twin
from localisation.exporting.robustness.robustness_words import among, flip_sentences, range_sentences, summary
from localisation.exporting.study.page import Figure, Section, Study, write_study
from localisation.pictures.robustness.range_chart import proven_alone, range_chart
from localisation.pictures.robustness.range_words import criterion_name, most_sensitive, range_text
from localisation.solving.robustness.draws import SPREAD_PERCENT
from localisation.solving.robustness.tried import Verdict
from localisation.texts import Texts


def write_page(path: Path, run: FinishedRobustness, *, made: date | None = None) -> None:
    """Write the page in both languages, the reader's first."""
    write_study(path, run.study.instance, lambda t: _study(run, t), first=run.language, made=made)


def _study(run: FinishedRobustness, t: Texts) -> Study:
    study = run.study
    instance, drawn = study.instance, study.ranges if study.rivals else proven_alone(study.ranges)
    return Study(
        title=t("sensitivity.title", place=instance.inventory.place.name),
        lead=" ".join([name_in(instance.scenario, t.language) + ".", *summary(study, t)]),
        figures=_figures(run, t),
        sections=(
            Section(
                key="ranges",
                heading=t("sensitivity.section.ranges"),
                paragraphs=(among(study, t), *range_sentences(study, t)),
                picture=picture_of(f"ranges-{t.language}", range_chart(drawn, t), ranges_twin(study, t)),
            ),
            Section(
                key="tried",
                heading=t("sensitivity.section.tried"),
                paragraphs=tuple(flip_sentences(study, t)),
                tables=(tried_twin(study, t),),
            ),
            _drawn(run, t),
            Section(key="method", heading=t("sensitivity.section.method"), paragraphs=_method(run, t)),
        ),
    )


def _drawn(run: FinishedRobustness, t: Texts) -> Section:
    sites = sites_twin(run.study, t)
    return Section(
        key="draws",
        heading=t("sensitivity.section.draws"),
        paragraphs=() if sites.rows else (t("sensitivity.method.nothing_differs"),),
        tables=(known_twin(run.study, t), *((sites,) if sites.rows else ())),
    )


def _figures(run: FinishedRobustness, t: Texts) -> tuple[Figure, ...]:
    study = run.study
    figures = [_proven(run, t)]
    if study.ranges and study.rivals:
        wins = f"{t.number(100 * study.draws.share(0))} %"
        note = t("sensitivity.figure.wins_among", count=study.rivals + 1, proven=study.proven)
        figures.append(Figure(label=t("sensitivity.figure.wins"), value=wins, note=note))
        figures.append(_closest(run, t))
    return tuple(figures)


def _proven(run: FinishedRobustness, t: Texts) -> Figure:
    """For how many changes it is proven to hold: of those tried, and of all where a stop left some out."""
    study = run.study
    proven, tried = sum(one.verdict is Verdict.HOLDS for one in study.tried), len(study.tried)
    key = "of_tried" if not study.untried else "of_tried_of_all"
    note = t(f"sensitivity.figure.{key}", tried=tried, all=tried + study.untried)
    return Figure(label=t("sensitivity.figure.holds"), value=t.number(proven), note=note)


def _closest(run: FinishedRobustness, t: Texts) -> Figure:
    """The weight that may change least, or that no limit is found for any."""
    label, closest = t("sensitivity.figure.closest"), most_sensitive(run.study.ranges)
    if closest is None:
        note = t("sensitivity.figure.no_limit_among", count=run.study.rivals + 1)
        return Figure(label=label, value=t("sensitivity.figure.no_limit"), note=note)
    told = t("sensitivity.range.none") if closest.empty else range_text(closest.low, closest.high, t)
    return Figure(label=label, value=told, note=criterion_name(closest, t))


def _method(run: FinishedRobustness, t: Texts) -> tuple[str, ...]:
    return (
        t("sensitivity.method.ranges"),
        t("sensitivity.method.tried", seconds=run.seconds),
        t("sensitivity.method.draws", spread=SPREAD_PERCENT, seed=run.study.draws.seed),
    )
