"""What the solver claims of a plan, held against the independent check: any contradiction stops the plan."""

from collections.abc import Sequence

from localisation.domain.assessment import Assessment
from localisation.domain.errors import Disagreement
from localisation.domain.instance import Instance
from localisation.domain.relocation.programme import Programme
from localisation.domain.vocabulary import Strength
from localisation.rules.base import Measure
from localisation.rules.statement import relocation_statements, rule_of
from localisation.solving.engines.outcome import PROOF_TOLERANCE, evaluate
from localisation.solving.goal import GOAL_UNITS, best_raw, relocation_levels
from localisation.solving.schedule.model.model import ScheduleModel


def check_plan_amounts(assessment: Assessment, schedule: ScheduleModel, values: Sequence[int]) -> None:
    """Raise `Disagreement` unless every must holds and no criterion's amount is above what the solver was charged.

    The solver's helpers may be charged for more than is there (never less) until the last level is proven, so each
    criterion is held on that side; `solving.agreement.check_levels` holds the sums.
    """
    if not assessment.valid:
        broken = [r.criterion.id for r in assessment.broken_musts] or [str(b.about) for b in assessment.structural]
        raise Disagreement(f"the independent check finds broken musts in the solver's plan: {broken}")
    for result in assessment.results:
        charged = schedule.amounts.get(result.criterion.id)
        weighs = result.criterion.strength is Strength.WEIGHT or isinstance(rule_of(result.criterion), Measure)
        if charged is not None and weighs and evaluate(charged, list(values)) < result.amount:
            raise Disagreement(
                f"{result.criterion.id}: the solver is charged {evaluate(charged, list(values))}, "
                f"the independent check finds {result.amount}"
            )


def check_plan_prices(assessment: Assessment, instance: Instance, programme: Programme) -> None:
    """Raise `Disagreement` unless the whole-number goal of the first level says what the points say.

    They may differ by half a goal unit for each raw unit of each amount, and by what floating point loses.
    """
    stated = {s.criterion.id: s for s in relocation_statements(instance, programme)}
    first = relocation_levels(instance)[0]
    chosen = [(stated[r.criterion.id], r.amount) for r in assessment.results if r.criterion.id in first]
    rounding = sum(abs(amount - best_raw(s)) for s, amount in chosen) / 2
    lost = GOAL_UNITS * (100 - assessment.points) if chosen else 0.0
    if abs(lost - assessment.goal[0]) > rounding + PROOF_TOLERANCE:
        raise Disagreement(f"the points say {lost:.0f} goal units lost, the goal {assessment.goal[0]}")
