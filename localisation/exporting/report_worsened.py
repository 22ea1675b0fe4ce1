"""What a recommendation makes worse than today, said beside what it makes better."""

from localisation.comparing.comparison import Comparison
from localisation.domain.assessment import CriterionResult
from localisation.domain.vocabulary import Confidence, Strength
from localisation.exporting.naming import name_in
from localisation.exporting.report_numbers import signed, told
from localisation.exporting.shown import shown_amount
from localisation.rules.placement.people_moved import PeopleMoved
from localisation.texts import Texts

MOST = 5
"""So many are named; all of them stand in the table of the criteria."""


def worsened(comparison: Comparison, t: Texts) -> tuple[str, ...]:
    """The weighted criteria on which the chosen alternative is worse than today, by the weighted points it costs.

    How many move is told elsewhere, and is always worse than today.
    """
    today = {r.criterion.id: r for r in comparison.alternatives[0].assessment.results}
    lost: list[tuple[float, CriterionResult, CriterionResult]] = []
    for now in comparison.chosen.assessment.results:
        before, c = today.get(now.criterion.id), now.criterion
        if before is None or c.strength is not Strength.WEIGHT or c.rule == PeopleMoved.name:
            continue
        if now.points is not None and before.points is not None and now.points < before.points:
            lost.append((c.weight * (before.points - now.points), before, now))
    lost.sort(key=lambda found: -found[0])
    lines = [_line(comparison, before, now, t) for _, before, now in lost[:MOST]]
    more = len(lost) - len(lines)
    return (*lines, t("report.worse.more", count=more)) if more else tuple(lines)


def weights_note(comparison: Comparison, t: Texts) -> str:
    """That weights are estimates, where they are; "" when none is."""
    weighed = {c.id for c in comparison.instance.criteria if c.strength is Strength.WEIGHT}
    figures = comparison.instance.figures
    weights = [f for f in figures if (f.table, f.column) == ("criteria", "weight") and f.row in weighed]
    guessed = sum(f.confidence is Confidence.ESTIMATE for f in weights)
    if not guessed:
        return ""
    return t(f"report.worse.weights{'' if guessed == len(weights) else '_some'}", count=guessed, all=len(weights))


def _line(comparison: Comparison, before: CriterionResult, now: CriterionResult, t: Texts) -> str:
    place, c = comparison.instance.inventory.place, now.criterion
    old, new = shown_amount(before), shown_amount(now)
    amount, unit = told(new, c, place, t)
    holes = {"name": name_in(c, t.language), "before": told(old, c, place, t)[0], "now": amount, "unit": unit}
    if old <= 0:
        return t("report.worse.line", **holes)
    return t("report.worse.line_share", **holes, share=signed(100 * (new - old) / old, t, 0))
