"""Numbers that can be made looser: parameters of rules, bounds of measures, and space in buildings."""

from collections.abc import Mapping
from dataclasses import replace

from pydantic import ValidationError

from localisation.domain.instance import Instance
from localisation.domain.vocabulary import SpaceKind
from localisation.rules.statement import rule_of


def with_parameter(instance: Instance, criterion: str, key: str, value: int) -> Instance | None:
    """The instance with another value of one criterion's parameter; None where the rule refuses the value."""
    changed = tuple(
        c.model_copy(update={"parameters": {**c.parameters, key: value}}) if c.id == criterion else c
        for c in instance.criteria
    )
    try:
        rule_of(next(c for c in changed if c.id == criterion))
    except ValidationError:
        return None
    return replace(instance, criteria=changed)


def with_bound(instance: Instance, criterion: str, bound: int) -> Instance:
    """The instance with another bound of one measure, in the unit that is shown."""
    changed = (c.model_copy(update={"at_most": bound}) if c.id == criterion else c for c in instance.criteria)
    return replace(instance, criteria=tuple(changed))


def with_space(instance: Instance, more: Mapping[tuple[str, SpaceKind], int]) -> Instance:
    """The instance with more space of a kind in buildings."""
    inventory = instance.inventory
    buildings = []
    for b in inventory.buildings:
        own = {kind: b.spaces.get(kind, 0) + add for (key, kind), add in more.items() if key == b.id}
        buildings.append(b.model_copy(update={"spaces": {**b.spaces, **own}}) if own else b)
    fields = {name: getattr(inventory, name) for name in type(inventory).model_fields}
    return replace(instance, inventory=type(inventory)(**(fields | {"buildings": tuple(buildings)})))


def without(instance: Instance, *criteria: str) -> Instance:
    """The instance without some of its criteria."""
    return replace(instance, criteria=tuple(c for c in instance.criteria if c.id not in criteria))
