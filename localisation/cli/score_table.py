"""Alternatives by criteria, for a terminal and for a machine."""

from rich.table import Table
from rich.text import Text

from localisation.comparing.comparison import Alternative, Comparison
from localisation.domain.assessment import CriterionResult
from localisation.domain.vocabulary import Status, Strength
from localisation.exporting.gap_words import gap_words, telling_gap
from localisation.exporting.goal_levels import on_first
from localisation.exporting.naming import name_in
from localisation.exporting.proposal_file import result_row
from localisation.exporting.shown import shown_amount, shown_unit
from localisation.texts import Texts


def score_table(comparison: Comparison, texts: Texts) -> Table:
    """One row for each weighted criterion and each must that is broken somewhere; the weighted score is last.

    Below it stands whose criteria all are measured by.
    """
    table = Table(title=texts("cli.scores.title"), title_justify="left", show_footer=True)
    table.caption, table.caption_justify = Text(_measured_by(comparison, texts)), "left"
    table.add_column(
        texts("cli.scores.criterion"),
        footer=texts("cli.scores.mean", where=on_first(comparison.instance, texts)),
        min_width=24,
    )
    table.add_column(texts("cli.scores.weight"), justify="right")
    table.add_column(texts("cli.scores.unit"))
    for number, a in enumerate(comparison.alternatives):
        mark = " ★" if a is comparison.chosen else ""
        heading = f"{number} {name_in(a, texts.language)}{mark}"
        table.add_column(heading, footer=texts.number(a.points, 1), justify="right")
    found = [{r.criterion.id: r for r in a.assessment.results} for a in comparison.alternatives]
    for criterion in comparison.instance.criteria:
        results = [f.get(criterion.id) for f in found]
        weighted = criterion.strength is Strength.WEIGHT
        if not weighted and not any(r and r.met is False and criterion.strength is Strength.MUST for r in results):
            continue
        table.add_row(
            f"{criterion.id} {name_in(criterion, texts.language)}",
            texts.number(criterion.weight) if weighted else texts("workbook.strength.must"),
            shown_unit(criterion, comparison.instance.inventory.place, texts),
            *(_cell(r, texts) for r in results),
        )
    table.add_section()
    table.add_row(texts("cli.scores.status"), "", "", *(_proof(a, texts) for a in comparison.alternatives))
    return table


def _measured_by(comparison: Comparison, texts: Texts) -> str:
    """Whose criteria these are, and why a proposal that is lawful in its own scenario may break one of the musts."""
    sentence = texts("cli.scores.measured_by", name=name_in(comparison.chosen, texts.language))
    proposed = [a for a in comparison.alternatives if a.status is not Status.HELD]
    broken = any(a.assessment.broken_musts for a in proposed)
    return f"{sentence} {texts('cli.scores.musts_of_others')}" if broken else sentence


def _proof(alternative: Alternative, texts: Texts) -> str:
    """How good the alternative is by its own criteria: proven, open by so much, or today's situation."""
    run = next((run for run in alternative.runs if run.status is not Status.OPTIMAL), None)
    if run is None or alternative.status is not Status.FEASIBLE or run.room is None:
        key = "not_proven" if alternative.status is Status.FEASIBLE else alternative.status.value
        return texts(f"cli.scores.proof.{key}")
    level = texts("goals.number", level=alternative.runs.index(run) + 1) if len(alternative.runs) > 1 else ""
    key = "feasible_open" if telling_gap(run) is None else "feasible"
    return texts(f"cli.scores.proof.{key}", gap=gap_words(run, texts, 1), level=level)


def score_rows(comparison: Comparison) -> list[dict[str, object]]:
    """Every alternative with every criterion's result, in the words of proposal.json."""
    return [
        {
            "id": a.id,
            "name": a.name,
            "chosen": a is comparison.chosen,
            "points": a.points,
            "status": a.status.value,
            "valid": a.assessment.valid,
            "results": [result_row(r).model_dump(mode="json") for r in a.assessment.results],
        }
        for a in comparison.alternatives
    ]


def _cell(result: CriterionResult | None, texts: Texts) -> str:
    if result is None:
        return "-"
    amount = shown_amount(result)
    shown = texts.number(amount, 0 if amount == int(amount) or abs(amount) >= 100 else 1)
    if result.points is None:
        return f"✗ {shown}" if result.met is False else shown
    return f"{shown} ({texts('cli.scores.points', points=texts.number(result.points))})"
