"""Solves one service area or priority area alone: everyone else stays where they are."""

from localisation.domain.criterion import Criterion
from localisation.domain.inventory import Inventory
from localisation.domain.unit import Unit
from localisation.domain.vocabulary import Strength
from localisation.reading.problems import Place, Problems, nearest
from localisation.rules import RULES
from localisation.rules.base import Requirement
from localisation.rules.placement.unchanged import Unchanged
from localisation.texts import Texts


def only_area(
    area: str, inventory: Inventory, criteria: tuple[Criterion, ...], problems: Problems
) -> tuple[Inventory, tuple[Criterion, ...]]:
    """Inventory and criteria with all units outside the area held as today by one more must, "held".

    A must that speaks only of held units would be a dead letter or a contradiction: it is shown, but no longer
    binds. One that binds each unit by itself binds the free ones only, since the held ones stay. Held units may be
    as many places as they are today.
    """
    known = sorted({u.service_area for u in inventory.units} | {u.priority_area for u in inventory.units} - {""})
    free = tuple(u.id for u in inventory.units if area in (u.service_area, u.priority_area))
    if not free or area not in known:
        suggestion = nearest(area, known)
        code = "unknown_area_like" if suggestion else "unknown_area"
        problems.error(code, Place(), area=area, suggestion=suggestion, known=tuple(known))
        return inventory, criteria
    held = tuple(u.id for u in inventory.units if u.id not in free)
    if not held:
        return inventory, criteria
    must = Criterion(
        id="held",
        name=Texts("nb")("tables.generated.held"),
        name_en=Texts("en")("tables.generated.held"),
        rule=Unchanged.name,
        units=held,
        strength=Strength.MUST,
        group=Texts("nb")("tables.generated.group"),
        group_en=Texts("en")("tables.generated.group"),
    )
    units = tuple(_as_today(u) if u.id in held else u for u in inventory.units)
    loosened = (_loosened(c, set(free), inventory) for c in criteria)
    return inventory.with_units(units), (*loosened, must)


def alone_name(name: str, area: str, inventory: Inventory, language: str) -> str:
    """What a scenario is called when only one area of it is solved."""
    return Texts(language)("tables.generated.alone", name=name, area=inventory.shown(area, language))


def _as_today(unit: Unit) -> Unit:
    return unit.model_copy(update={"sites_min": 1, "sites_max": max(1, len(unit.today)), "smallest_part": 1})


def _loosened(criterion: Criterion, free: set[str], inventory: Inventory) -> Criterion:
    rule = RULES[criterion.rule]
    if criterion.strength is not Strength.MUST or not issubclass(rule, Requirement):
        return criterion
    selected = [u.id for u in inventory.select(criterion.units) if u.id in free]
    if not selected:
        return criterion.model_copy(update={"strength": Strength.INFO})
    if rule.binds_each_unit():
        return criterion.model_copy(update={"units": tuple(selected)})
    return criterion
