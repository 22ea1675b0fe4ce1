"""Where a plan loses its points."""

from localisation.domain.assessment import CriterionResult
from localisation.domain.vocabulary import Strength
from localisation.exporting.naming import name_in
from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.report_numbers import told
from localisation.exporting.shown import shown_amount
from localisation.rules import RULES
from localisation.rules.base import Measure
from localisation.texts import Texts

MOST = 5
"""So many are named in a paragraph; all of them stand in the table of the criteria."""
FULL = 100


def points_lost(run: FinishedPlan, t: Texts) -> tuple[str, ...]:
    """The weighted measures that are not at their best, each with its amount; those with the fewest points first.

    What is so little that its amount is shown as 0 is left out.
    """
    place = run.instance.inventory.place
    lost = sorted(
        (r for r in run.result.assessment.results if _measured(r) and r.points is not None and r.points < FULL),
        key=lambda r: (r.points or 0, -r.criterion.weight),
    )
    amounts = [(r, *told(shown_amount(r), r.criterion, place, t)) for r in lost]
    nothing = {t.number(0), t.number(0.0, 1)}
    shown = [(r, amount, unit) for r, amount, unit in amounts if amount not in nothing]
    return tuple(f"{name_in(r.criterion, t.language)}: {amount} {unit}" for r, amount, unit in shown[:MOST])


def _measured(result: CriterionResult) -> bool:
    return result.criterion.strength is Strength.WEIGHT and issubclass(RULES[result.criterion.rule], Measure)
