"""How the alternatives fare: the table of measures and points, and the table of musts."""

from dataclasses import dataclass

from localisation.comparing.comparison import Alternative, Comparison
from localisation.domain.assessment import Assessment, CriterionResult
from localisation.domain.criterion import Criterion
from localisation.domain.vocabulary import Strength
from localisation.exporting.naming import name_in
from localisation.exporting.report_numbers import amount, signed
from localisation.exporting.shown import shown_unit
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
    breaches: tuple[str, ...]
    """The sentences of the breaches in the chosen alternative."""


def score_rows(comparison: Comparison, t: Texts) -> tuple[ScoreRow, ...]:
    """The sum first, then weighted criteria by weight, then those only shown."""
    sentences = Sentences(comparison.instance.inventory, t.language)
    criteria = [c for c in comparison.instance.criteria if c.strength is not Strength.MUST]
    zero = comparison.alternatives[0]
    totals = tuple(
        ScoreCell(
            amount="",
            points=t("report.scores.points", points=t.number(a.points, 1)),
            change="" if a is zero else signed(a.points - zero.points, t),
        )
        for a in comparison.alternatives
    )
    rows = [ScoreRow(name=t("report.scores.total"), explanation="", weight="", unit="", cells=totals)]
    for c in sorted(criteria, key=lambda c: -c.weight):
        cells = tuple(_cell(a, zero, c, t) for a in comparison.alternatives)
        weight = t.number(c.weight) if c.strength is Strength.WEIGHT else t("report.scores.info")
        name, explanation = name_in(c, t.language), sentences.explanation(c)
        rows.append(ScoreRow(name=name, explanation=explanation, weight=weight, unit=shown_unit(c, t), cells=cells))
    return tuple(rows)


def must_rows(comparison: Comparison, t: Texts) -> tuple[MustRow, ...]:
    """Every must in the order of the list."""
    sentences = Sentences(comparison.instance.inventory, t.language)
    rows = []
    for c in comparison.instance.criteria:
        if c.strength is not Strength.MUST:
            continue
        found = [_result(a.assessment, c) for a in comparison.alternatives]
        mine = _result(comparison.chosen.assessment, c)
        explanation = sentences.explanation(c)
        if c.at_most is not None:
            explanation += " " + t("report.scores.bound", bound=f"{t.number(c.at_most)} {shown_unit(c, t)}") + "."
        rows.append(
            MustRow(
                name=name_in(c, t.language),
                explanation=explanation,
                holds=tuple((r.met, len(r.breaches)) if r else (None, 0) for r in found),
                breaches=tuple(sentences.breach(c, b) for b in mine.breaches) if mine else (),
            )
        )
    return tuple(rows)


def _result(assessment: Assessment, criterion: Criterion) -> CriterionResult | None:
    return next((r for r in assessment.results if r.criterion.id == criterion.id), None)


def _cell(alternative: Alternative, zero: Alternative, criterion: Criterion, t: Texts) -> ScoreCell:
    result, base = _result(alternative.assessment, criterion), _result(zero.assessment, criterion)
    if result is None:
        return ScoreCell(amount=t("report.not_measured"), points="", change="")
    points = change = ""
    if result.points is not None:
        points = t("report.scores.points", points=t.number(result.points, 1))
        if base is not None and base.points is not None and alternative is not zero:
            change = signed(result.points - base.points, t)
    return ScoreCell(amount=amount(result, t), points=points, change=change)
