"""What is minimised: points lost, in whole numbers."""

from collections.abc import Sequence
from fractions import Fraction

from localisation.domain.criterion import Criterion
from localisation.domain.instance import Instance
from localisation.domain.vocabulary import Strength
from localisation.rules.base import Measure, Rule
from localisation.rules.statement import Statement

GOAL_UNITS = 10**9
"""Goal values are whole numbers; this many make one point (of 100)."""


def scale(criterion: Criterion, rule: Rule) -> tuple[int, int] | None:
    """The raw amounts that give 100 and 0 points; None without a scale. Raises nothing: readers have checked it."""
    if isinstance(rule, Measure):
        if criterion.best is None or criterion.worst is None:
            return None
        return criterion.best * rule.raw_per_unit, criterion.worst * rule.raw_per_unit
    return 0, criterion.worst or 1


def points(criterion: Criterion, rule: Rule, amount: int) -> float | None:
    """The value of an amount on the criterion's scale, linear and not cut off."""
    ends = scale(criterion, rule)
    return None if ends is None else 100 * (ends[1] - amount) / (ends[1] - ends[0])


def levels(instance: Instance) -> tuple[tuple[str, ...], ...]:
    """The weighted criteria's ids by goal level, the most important first; at least one level."""
    return _levels(instance.criteria, instance.scenario.levels)


def relocation_levels(instance: Instance) -> tuple[tuple[str, ...], ...]:
    """The same of the criteria on who moves when."""
    return _levels(instance.relocation_criteria, instance.scenario.plan.levels)


def _levels(criteria: Sequence[Criterion], order: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    weighted = {c.id for c in criteria if c.strength is Strength.WEIGHT}
    named = tuple(tuple(i for i in level if i in weighted) for level in order)
    return tuple(level for level in named if level) or (tuple(sorted(weighted)),)


def prices(stated: Sequence[Statement[Rule, object]], level: tuple[str, ...]) -> dict[str, int]:
    """Goal units lost for each raw unit of each criterion of a level; the one place where weights are rounded.

    The exact price to the nearest whole goal unit, and at least one, so that nothing weighted counts as nothing.
    """
    return {key: max(1, round(exact)) for key, exact in exact_prices(stated, level).items()}


def exact_prices(stated: Sequence[Statement[Rule, object]], level: tuple[str, ...]) -> dict[str, Fraction]:
    """The same before rounding: 100 points * share of the level's weights / (worst - best)."""
    chosen = [s for s in stated if s.criterion.id in level]
    weights = sum(s.criterion.weight for s in chosen)
    table = {}
    for s in chosen:
        ends = scale(s.criterion, s.rule)
        assert ends is not None, f"{s.criterion.id} is weighted without a scale"
        table[s.criterion.id] = Fraction(100 * GOAL_UNITS * s.criterion.weight, weights * (ends[1] - ends[0]))
    return table


def best_raw(statement: Statement[Rule, object]) -> int:
    """The raw amount at which a weighted criterion loses nothing."""
    ends = scale(statement.criterion, statement.rule)
    return ends[0] if ends else 0
