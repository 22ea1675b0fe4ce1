"""How the alternatives fare: the table of measures and points, and the table of musts."""

from dataclasses import dataclass

from localisation.comparing.comparison import Alternative, Comparison
from localisation.domain.assessment import Assessment, CriterionResult
from localisation.domain.criterion import Criterion
from localisation.domain.inventory import Place
from localisation.domain.vocabulary import Strength
from localisation.exporting.goal_levels import on_first
from localisation.exporting.naming import name_in
from localisation.exporting.report_numbers import points, signed, told
from localisation.exporting.shown import shown_amount
from localisation.rules.sentence import Sentences
from localisation.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreCell:
    """An alternative on a criterion; `change` is points gained on alternative 0."""

    amount: str
    points: str
    change: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """A weighted or only shown criterion."""

    name: str
    explanation: str
    weight: str
    unit: str
    cells: tuple[ScoreCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MustRow:
    """A must: whether it holds for each alternative (None: not measured), with the number of breaches."""

    name: str
    explanation: str
    holds: tuple[tuple[bool | None, int], ...]
    breaches: tuple[tuple[str, bool, tuple[str, ...]], ...]
    """For each alternative that breaks it: its name, whether it is the chosen one, and a sentence for each breach."""


def score_rows(comparison: Comparison, t: Texts) -> tuple[ScoreRow, ...]:
    """The sum first, then weighted criteria by weight, then those only shown."""
    sentences = Sentences(comparison.instance.inventory, t.language)
    criteria = [c for c in comparison.instance.criteria if c.strength is not Strength.MUST]
    zero, place = comparison.alternatives[0], comparison.instance.inventory.place
    totals = tuple(
        ScoreCell(
            amount="",
            points=t("report.scores.points", points=points(a.points, t)),
            change="" if a is zero else signed(a.points - zero.points, t),
        )
        for a in comparison.alternatives
    )
    rows = [
        ScoreRow(
            name=t("report.scores.total", where=on_first(comparison.instance, t)),
            explanation="",
            weight="",
            unit="",
            cells=totals,
        )
    ]
    for c in sorted(criteria, key=lambda c: -c.weight):
        cells = tuple(_cell(a, zero, c, place, t) for a in comparison.alternatives)
        weight = t.number(c.weight) if c.strength is Strength.WEIGHT else t("report.scores.info")
        name, explanation = name_in(c, t.language), sentences.explanation(c)
        rows.append(
            ScoreRow(name=name, explanation=explanation, weight=weight, unit=told(0, c, place, t)[1], cells=cells)
        )
    return tuple(rows)


def must_rows(comparison: Comparison, t: Texts) -> tuple[MustRow, ...]:
    """Every must in the order of the list."""
    sentences, place = Sentences(comparison.instance.inventory, t.language), comparison.instance.inventory.place
    rows = []
    for c in comparison.instance.criteria:
        if c.strength is not Strength.MUST:
            continue
        found = [_result(a.assessment, c) for a in comparison.alternatives]
        explanation = sentences.explanation(c)
        if c.at_most is not None:
            explanation += " " + t("report.scores.bound", bound=" ".join(told(c.at_most, c, place, t))) + "."
        rows.append(
            MustRow(
                name=name_in(c, t.language),
                explanation=explanation,
                holds=tuple((r.met, len(r.breaches)) if r else (None, 0) for r in found),
                breaches=tuple(
                    (name_in(a, t.language), a is comparison.chosen, tuple(sentences.breach(c, b) for b in r.breaches))
                    for a, r in zip(comparison.alternatives, found, strict=True)
                    if r and r.breaches
                ),
            )
        )
    return tuple(rows)


def _result(assessment: Assessment, criterion: Criterion) -> CriterionResult | None:
    return next((r for r in assessment.results if r.criterion.id == criterion.id), None)


def _cell(alternative: Alternative, zero: Alternative, criterion: Criterion, place: Place, t: Texts) -> ScoreCell:
    result, base = _result(alternative.assessment, criterion), _result(zero.assessment, criterion)
    if result is None:
        return ScoreCell(amount=t("report.not_measured"), points="", change="")
    given = change = ""
    if result.points is not None:
        given = t("report.scores.points", points=points(result.points, t))
        if base is not None and base.points is not None and alternative is not zero:
            change = signed(result.points - base.points, t)
    return ScoreCell(amount=told(shown_amount(result), criterion, place, t)[0], points=given, change=change)
