"""How a plan fares by its criteria."""

from dataclasses import dataclass

from localisation.domain.assessment import CriterionResult
from localisation.domain.vocabulary import Strength
from localisation.exporting.naming import name_in
from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.report_numbers import points, told
from localisation.exporting.shown import shown_amount
from localisation.rules.goal import relocation_levels
from localisation.rules.sentence import Sentences
from localisation.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class MustLine:
    """A must: what it says, whether it holds, and a sentence for each breach."""

    name: str
    explanation: str
    holds: bool
    breaches: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionRow:
    """A weighted or only shown criterion: goal level and weight ("" for none), amount with unit, points."""

    name: str
    explanation: str
    level: str
    weight: str
    amount: str
    unit: str
    points: str
    breaches: tuple[str, ...]


def must_lines(run: FinishedPlan, t: Texts) -> tuple[MustLine, ...]:
    """Every must in the order of the list."""
    sentences, place = Sentences(run.instance.inventory, t.language), run.instance.inventory.place
    lines = []
    for r in run.result.assessment.results:
        if r.criterion.strength is Strength.MUST:
            explanation = sentences.explanation(r.criterion)
            if r.criterion.at_most is not None:
                bound = " ".join(told(r.criterion.at_most, r.criterion, place, t))
                explanation += " " + t("report.scores.bound", bound=bound) + "."
            lines.append(
                MustLine(
                    name=name_in(r.criterion, t.language),
                    explanation=explanation,
                    holds=bool(r.met),
                    breaches=_breaches(sentences, r),
                )
            )
    return tuple(lines)


def criterion_rows(run: FinishedPlan, t: Texts) -> tuple[CriterionRow, ...]:
    """The weighted criteria by goal level and weight, then those only shown."""
    sentences, place = Sentences(run.instance.inventory, t.language), run.instance.inventory.place
    level_of = {c: number for number, level in enumerate(relocation_levels(run.instance), start=1) for c in level}
    found = [r for r in run.result.assessment.results if r.criterion.strength is not Strength.MUST]
    found.sort(key=lambda r: (level_of.get(r.criterion.id, 99), -r.criterion.weight))
    rows = []
    for r in found:
        amount, unit = told(shown_amount(r), r.criterion, place, t)
        weighted = r.criterion.strength is Strength.WEIGHT
        rows.append(
            CriterionRow(
                name=name_in(r.criterion, t.language),
                explanation=sentences.explanation(r.criterion),
                level=str(level_of.get(r.criterion.id, "")),
                weight=t.number(r.criterion.weight) if weighted else t("report.scores.info"),
                amount=amount,
                unit=unit,
                points=points(r.points, t) if r.points is not None else "",
                breaches=_breaches(sentences, r),
            )
        )
    return tuple(rows)


def _breaches(sentences: Sentences, result: CriterionResult) -> tuple[str, ...]:
    return tuple(sentences.breach(result.criterion, b) for b in result.breaches)
