"""Amounts in the unit a reader sees."""

from localisation.domain.assessment import CriterionResult
from localisation.domain.criterion import Criterion
from localisation.domain.inventory import Place
from localisation.pictures.money import currency
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


def shown_unit(criterion: Criterion, place: Place, texts: Texts) -> str:
    """The name of that unit; money in the place's currency."""
    key = shown_unit_key(criterion)
    if texts.has(f"units.money.{key}"):
        return texts(f"units.money.{key}", currency=currency(place.currency, texts))
    return texts(f"units.{key}")
