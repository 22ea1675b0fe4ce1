"""The words of a rule's parameters that refer to nothing."""

from dataclasses import dataclass

from localisation.domain.inventory import Inventory
from localisation.rules.base import Rule
from localisation.rules.parameters import Refers, refers


@dataclass(frozen=True, slots=True)
class Unknown:
    """A word of a parameter that the inventory does not have, and those it has."""

    parameter: str
    word: str
    refers: Refers
    known: tuple[str, ...]


def unknown_references(rule: Rule, inventory: Inventory) -> list[Unknown]:
    """Every building, centre, district or selector of units in the parameters that the inventory does not have."""
    unknown: list[Unknown] = []
    for parameter in type(rule).model_fields:
        kind = refers(rule, parameter)
        if kind is None or kind is Refers.QUARTERS:
            continue
        known = _known(kind, inventory)
        words: tuple[str, ...] = getattr(rule, parameter)
        if kind is Refers.SHARES:
            words = tuple(word.rpartition("=")[0].strip() for word in words)
        unknown += [Unknown(parameter, word, kind, known) for word in words if word not in known]
    return unknown


def selectors(inventory: Inventory) -> tuple[str, ...]:
    """Every selector that names at least one unit of the inventory."""
    found = {u.id: None for u in inventory.units}
    for unit in inventory.units:
        for key, value in (
            ("area", unit.service_area),
            ("priority", unit.priority_area),
            ("service", unit.service),
        ):
            if value:
                found[f"{key}:{value}"] = None
        if unit.administrative:
            found["administrative"] = None
    return tuple(found)


def _known(kind: Refers, inventory: Inventory) -> tuple[str, ...]:
    match kind:
        case Refers.UNITS:
            return selectors(inventory)
        case Refers.BUILDINGS:
            return tuple(inventory.building)
        case Refers.CENTRES:
            return tuple(inventory.centre)
        case Refers.CREWS:
            return tuple(c.id for c in inventory.logistics.crews) if inventory.logistics else ()
        case _:
            return inventory.districts
