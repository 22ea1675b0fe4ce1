"""Criteria lists that leave out what they should hold, and scales that do not match what they measure."""

from collections.abc import Iterator

from localisation.domain.errors import Problem
from localisation.domain.instance import Instance
from localisation.domain.vocabulary import Strength
from localisation.reading.suspicions.where import Where
from localisation.rules import PLACEMENT_RULES
from localisation.rules.placement.base import PlacementMeasure
from localisation.rules.statement import PlacementStatement, statements


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
