"""A criteria list made concrete: each row with its rule and the units it speaks of."""

from dataclasses import dataclass
from typing import Generic, TypeVar, cast

from localisation.domain.criterion import Criterion
from localisation.domain.instance import Given, Instance
from localisation.domain.relocation.programme import PlanGiven, Programme
from localisation.rules import RULES
from localisation.rules.base import Rule
from localisation.rules.placement.base import PlacementRule
from localisation.rules.relocation.base import RelocationRule

R_co = TypeVar("R_co", bound=Rule, covariant=True)
G_co = TypeVar("G_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Generic[R_co, G_co]):
    """One criterion, the rule it names with its parameters, and what the rule sees."""

    criterion: Criterion
    rule: R_co
    given: G_co


PlacementStatement = Statement[PlacementRule, Given]
RelocationStatement = Statement[RelocationRule, PlanGiven]


def rule_of(criterion: Criterion) -> Rule:
    """The rule a criterion names, with its parameters; raises KeyError or pydantic's ValidationError."""
    return RULES[criterion.rule].model_validate(dict(criterion.parameters))


def statements(instance: Instance) -> tuple[PlacementStatement, ...]:
    """Every criterion on who sits where made concrete, in the order of the list."""
    return tuple(
        Statement(
            criterion=c,
            rule=cast(PlacementRule, rule_of(c)),
            given=Given(instance=instance, units=instance.inventory.select(c.units)),
        )
        for c in instance.criteria
    )


def relocation_statements(instance: Instance, programme: Programme) -> tuple[RelocationStatement, ...]:
    """Every criterion on who moves when made concrete, in the order of the list."""
    return tuple(
        Statement(
            criterion=c,
            rule=cast(RelocationRule, rule_of(c)),
            given=PlanGiven(instance=instance, programme=programme, units=instance.inventory.select(c.units)),
        )
        for c in instance.relocation_criteria
    )
