"""Solves one service area or priority area alone: everyone else stays where they are."""

from localisation.domain.criterion import Criterion
from localisation.domain.inventory import Inventory
from localisation.domain.vocabulary import Strength
from localisation.reading.problems import Place, Problems, nearest
from localisation.rules import RULES
from localisation.rules.base import Requirement
from localisation.texts import Texts


def only_area(
    area: str, inventory: Inventory, criteria: tuple[Criterion, ...], problems: Problems
) -> tuple[Criterion, ...]:
    """The criteria with all units outside the area held as today by one more must, "held".

    A must that speaks only of held units would be a dead letter or a contradiction: it is shown, but no longer
    binds. Buildings are closed to the free units only, since the held ones stay.
    """
    known = sorted({u.service_area for u in inventory.units} | {u.priority_area for u in inventory.units} - {""})
    free = tuple(u.id for u in inventory.units if area in (u.service_area, u.priority_area))
    if not free or area not in known:
        suggestion = nearest(area, known)
        code = "unknown_area_like" if suggestion else "unknown_area"
        problems.error(code, Place(), area=area, suggestion=suggestion, known=tuple(known))
        return criteria
    held = tuple(u.id for u in inventory.units if u.id not in free)
    if not held:
        return criteria
    must = Criterion(
        id="held",
        name=Texts("nb")("tables.generated.held"),
        name_en=Texts("en")("tables.generated.held"),
        rule="unchanged",
        units=held,
        strength=Strength.MUST,
        group=Texts("nb")("tables.generated.group"),
        group_en=Texts("en")("tables.generated.group"),
    )
    return (*(_loosened(c, set(free), inventory) for c in criteria), must)


def _loosened(criterion: Criterion, free: set[str], inventory: Inventory) -> Criterion:
    if criterion.strength is not Strength.MUST or not issubclass(RULES[criterion.rule], Requirement):
        return criterion
    selected = [u.id for u in inventory.select(criterion.units) if u.id in free]
    if not selected:
        return criterion.model_copy(update={"strength": Strength.INFO})
    if criterion.rule == "buildings_closed":
        return criterion.model_copy(update={"units": tuple(selected)})
    return criterion
