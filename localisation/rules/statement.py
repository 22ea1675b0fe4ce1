"""A criteria list made concrete: each row with its rule and the units it speaks of."""

from dataclasses import dataclass

from localisation.domain.criterion import Criterion
from localisation.domain.instance import Given, Instance
from localisation.rules import RULES
from localisation.rules.base import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One criterion, the rule it names with its parameters, and what the rule sees."""

    criterion: Criterion
    rule: Rule
    given: Given


def rule_of(criterion: Criterion) -> Rule:
    """The rule a criterion names, with its parameters; raises KeyError or pydantic's ValidationError."""
    return RULES[criterion.rule].model_validate(dict(criterion.parameters))


def statements(instance: Instance) -> tuple[Statement, ...]:
    """Every criterion of the instance made concrete, in the order of the list."""
    return tuple(
        Statement(
            criterion=c, rule=rule_of(c), given=Given(instance=instance, units=instance.inventory.select(c.units))
        )
        for c in instance.criteria
    )
