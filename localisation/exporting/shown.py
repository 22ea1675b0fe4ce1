"""Amounts in the unit a reader sees."""

from localisation.domain.assessment import CriterionResult
from localisation.domain.criterion import Criterion
from localisation.rules import RULES
from localisation.rules.base import Measure
from localisation.texts import Texts


def shown_amount(result: CriterionResult) -> float:
    """The amount of a criterion in the unit that is shown; breaches for a requirement."""
    rule = RULES[result.criterion.rule]
    return result.amount / rule.raw_per_unit if issubclass(rule, Measure) else result.amount


def shown_unit_key(criterion: Criterion) -> str:
    """The key of that unit, such as "hours_per_year"; "breaches" for a requirement."""
    rule = RULES[criterion.rule]
    return rule.unit if issubclass(rule, Measure) else "breaches"


def shown_unit(criterion: Criterion, texts: Texts) -> str:
    """The name of that unit."""
    return texts(f"units.{shown_unit_key(criterion)}")
