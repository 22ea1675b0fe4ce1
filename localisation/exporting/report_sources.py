"""What the proposal rests on: estimates, settings, solves and files."""

from collections.abc import Iterable
from dataclasses import dataclass

from localisation import __version__
from localisation.comparing.comparison import Comparison
from localisation.domain.instance import Instance
from localisation.domain.provenance import Figure
from localisation.domain.vocabulary import Confidence
from localisation.exporting.figure_names import FigureNames
from localisation.exporting.figure_value import figure_value
from localisation.exporting.gap_words import gap_words
from localisation.exporting.naming import name_in
from localisation.rules.goal import GOAL_UNITS
from localisation.rules.placement.availability import Availability
from localisation.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateGroup:
    """All figures of one column of one table that are not documented, with (row, value, confidence, source)."""

    caption: str
    counts: str
    rows: tuple[tuple[str, str, str, str], ...]


def estimate_groups(comparison: Comparison, t: Texts) -> tuple[EstimateGroup, ...]:
    """The groups in the order they were read."""
    return grouped_estimates(comparison.instance, comparison.instance.figures, t)


def grouped_estimates(instance: Instance, figures: Iterable[Figure], t: Texts) -> tuple[EstimateGroup, ...]:
    """Those of the figures that are not documented, by table and column in the order they were read."""
    groups: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        if figure.confidence is not Confidence.DOCUMENTED:
            groups.setdefault((figure.table, figure.column), []).append(figure)
    names = FigureNames(instance, t)
    return tuple(_group(rows, names, t) for rows in groups.values())


def confidence_counts(comparison: Comparison) -> dict[str, int]:
    """How many figures there are of each confidence."""
    return {c.value: sum(f.confidence is c for f in comparison.instance.figures) for c in Confidence}


def settings(comparison: Comparison, t: Texts) -> tuple[tuple[str, str], ...]:
    """What the run was asked for."""
    scenario, chosen = comparison.instance.scenario, comparison.chosen
    facts: list[tuple[str, object]] = [
        ("scenario", f"{name_in(scenario, t.language)} ({scenario.id})"),
        (
            "status",
            t(f"report.status.{chosen.status}") + (f" ({t('report.method.stopped')})" if chosen.stopped else ""),
        ),
        ("seed", str(chosen.seed)),
        ("workers", chosen.workers),
        ("start", scenario.start),
        ("in_place_by", scenario.in_place_by),
        ("needed_until", scenario.needed_until),
        ("horizon", scenario.horizon_years),
        ("discount", t.number(scenario.discount_permille / 10, 1)),
        ("version", f"localisation {__version__}"),
    ]
    return tuple((t(f"report.method.{key}"), t.value(value)) for key, value in facts)


def horizon_sentence(comparison: Comparison, t: Texts) -> str:
    """How the day premises are needed until goes with the years the present value spans; "" where it demands nothing.

    The day is what the rule on availability demands of buildings; the present value takes every year alike.
    """
    scenario = comparison.instance.scenario
    if all(c.rule != Availability.name for c in comparison.instance.criteria):
        return ""
    day, first = scenario.needed_until, scenario.start
    past = (first.year + scenario.horizon_years, first.month, first.day) > (day.year, day.month, day.day)
    return t(f"report.method.horizon_{'past' if past else 'within'}", day=day, years=scenario.horizon_years)


def run_rows(comparison: Comparison, t: Texts) -> tuple[tuple[str, ...], ...]:
    """Level, outcome, solver, points lost, bound, gap and seconds for each solve."""
    return tuple(
        (
            str(level),
            t(f"report.status.{run.status}"),
            run.engine,
            "–" if run.value is None else t.number(run.value / GOAL_UNITS, 3),
            "–" if run.bound is None else t.number(run.bound / GOAL_UNITS, 3),
            gap_words(run, t),
            t.number(run.seconds, 1),
        )
        for level, run in enumerate(comparison.chosen.runs, start=1)
    )


def _group(figures: list[Figure], names: FigureNames, t: Texts) -> EstimateGroup:
    count = {c: sum(f.confidence is c for f in figures) for c in (Confidence.ESTIMATE, Confidence.DERIVED)}
    words = [
        t(f"report.estimates.{key}", count=count[c])
        for c, key in ((Confidence.ESTIMATE, "count"), (Confidence.DERIVED, "count_derived"))
        if count[c]
    ]
    return EstimateGroup(
        caption=t("report.estimates.caption", table=names.table(figures[0]), column=names.column(figures[0])),
        counts=", ".join(words),
        rows=tuple(
            (names.row(f), figure_value(f, t), t(f"report.confidence.{f.confidence}"), f.source) for f in figures
        ),
    )
