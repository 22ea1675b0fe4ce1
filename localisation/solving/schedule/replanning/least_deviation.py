"""The goal of a plan that is made anew: first change as little as possible, then what it was."""

from collections.abc import Sequence
from dataclasses import replace

from localisation.domain.criterion import Criterion
from localisation.domain.instance import Instance
from localisation.domain.vocabulary import Strength
from localisation.rules.goal import relocation_levels
from localisation.rules.relocation.plan_deviation import PlanDeviation
from localisation.texts import Texts

WORST_PERSON_DAYS = 10_000
"""Gives 0 points: a thousand people ten days away. It only scales the first level, alone in it."""


def with_least_deviation(instance: Instance) -> Instance:
    """The same question with the deviation from the adopted plan as the first goal level.

    A weighted criterion of that kind which speaks of all units is used; otherwise one is added. Nothing of that level
    is given up for those after it (`level_slacks`).
    """
    criterion = next((c for c in instance.relocation_criteria if _measures_all(c)), None)
    criteria = instance.relocation_criteria
    if criterion is None:
        criterion = _criterion({c.id for c in (*instance.criteria, *criteria)})
        criteria = (*criteria, criterion)
    rest = [tuple(i for i in level if i != criterion.id) for level in relocation_levels(instance)]
    settings = instance.scenario.plan.model_copy(
        update={"levels": ((criterion.id,), *(level for level in rest if level))}
    )
    scenario = instance.scenario.model_copy(update={"planning": settings})
    return replace(instance, scenario=scenario, relocation_criteria=criteria)


def _measures_all(criterion: Criterion) -> bool:
    return criterion.rule == PlanDeviation.name and criterion.strength is Strength.WEIGHT and not criterion.units


def _criterion(taken: Sequence[str] | set[str]) -> Criterion:
    name = PlanDeviation.name
    while name in taken:
        name += "_"
    return Criterion(
        id=name,
        name=Texts("nb")("plan_faults.least_deviation"),
        name_en=Texts("en")("plan_faults.least_deviation"),
        rule=PlanDeviation.name,
        strength=Strength.WEIGHT,
        weight=1,
        best=0,
        worst=WORST_PERSON_DAYS,
    )
