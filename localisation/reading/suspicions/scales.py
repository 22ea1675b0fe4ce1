"""Criteria lists that leave out what they should hold, and scales that do not match what they measure."""

from collections.abc import Iterator

from localisation.domain.errors import Problem
from localisation.domain.instance import Instance
from localisation.domain.vocabulary import Strength
from localisation.reading.suspicions.where import Where
from localisation.rules import PLACEMENT_RULES
from localisation.rules.goal import GOAL_UNITS, exact_prices, levels, prices, scale
from localisation.rules.placement.base import PlacementMeasure
from localisation.rules.statement import PlacementStatement, statements

COARSE = 0.05
"""Points, of all 100, that rounding may take or give over the whole of one scale."""


def scales(instance: Instance, where: Where) -> Iterator[Problem]:
    """Look at the list as a whole, and at each weighted measure with the situation today."""
    musts = {c.rule for c in instance.criteria if c.strength is Strength.MUST}
    for name, rule in PLACEMENT_RULES.items():
        if rule.missed_if_absent and name not in musts:
            yield where.warning("no_such_must", rule=name)
    if not any(c.strength is Strength.WEIGHT for c in instance.criteria):
        yield where.warning("nothing_weighted")
    for statement in statements(instance):
        if statement.criterion.strength is Strength.WEIGHT and isinstance(statement.rule, PlacementMeasure):
            yield from _outside(statement, statement.rule, instance, where)
    yield from _coarse(instance, where)


def _coarse(instance: Instance, where: Where) -> Iterator[Problem]:
    """Scales so long beside their weight that the whole numbers the search reckons with miss what they are worth."""
    stated = statements(instance)
    for level in levels(instance):
        price, exact = prices(stated, level), exact_prices(stated, level)
        for statement in stated:
            criterion = statement.criterion
            ends = scale(criterion, statement.rule) if criterion.id in price else None
            if ends is None:
                continue
            off = abs(price[criterion.id] - exact[criterion.id]) * abs(ends[1] - ends[0]) / GOAL_UNITS
            if off > COARSE:
                yield where.warning(
                    "coarse_scale",
                    "criteria",
                    criterion.id,
                    "worst",
                    criterion=criterion.id,
                    name=criterion.name,
                    points=round(float(off), 2),
                )


def _outside(
    statement: PlacementStatement, rule: PlacementMeasure, instance: Instance, where: Where
) -> Iterator[Problem]:
    criterion = statement.criterion
    best, worst = criterion.best, criterion.worst
    # Where today is 0, as for all that counts change, it says nothing of the scale or its unit.
    if best is None or worst is None:
        return
    today = rule.measure(statement.given, instance.inventory.today) / rule.raw_per_unit
    points = 100 * (worst - today) / (worst - best)
    if today and not -50 <= points <= 110:
        yield where.warning(
            "today_off_scale",
            "criteria",
            criterion.id,
            "best",
            criterion=criterion.id,
            name=criterion.name,
            today=round(today),
            best=best,
            worst=worst,
            points=round(points),
        )
