"""A proposal cut down to some units: what they must do if all others were not there."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.relocation.derive import programme_of
from localisation.domain.relocation.programme import Programme
from localisation.domain.vocabulary import Strength
from localisation.rules.relocation.base import RelocationMeasure, RelocationRequirement
from localisation.rules.statement import rule_of
from localisation.solving.no_good import NoGood, no_good_of


@dataclass(frozen=True, kw_only=True)
class PartOfMove:
    """Some units of a proposal with the musts that still mean the same, and the no-good that rules their part out.

    If the part has no plan, no proposal that the no-good forbids has one: taking units away only makes room, hands and
    time.
    """

    units: frozenset[str]
    instance: Instance
    programme: Programme
    no_good: NoGood


def part_of_move(instance: Instance, proposal: Proposal, units: Iterable[str]) -> PartOfMove:
    """The part of these units.

    A must that fewer units could make harder (`holds_for_fewer`) is only kept where all it speaks of are in the part.
    """
    inventory = instance.inventory
    chosen = frozenset(units)
    whole = chosen == frozenset(inventory.unit)
    fewer = inventory.with_units(tuple(u for u in inventory.units if u.id in chosen))
    criteria = tuple(
        c
        for c in instance.relocation_criteria
        if c.strength is Strength.MUST and (whole or _means_the_same(instance, c.id, chosen))
    )
    own = replace(instance, inventory=fewer, relocation_criteria=criteria)
    touched = {b.id for b in inventory.buildings} if whole else _touched(instance, proposal, chosen)
    options = {r.id for b in inventory.buildings if b.id in touched for r in b.refurbishments}
    part = Proposal(
        placements=tuple(p for p in proposal.placements if p.unit in chosen),
        refurbishments=proposal.refurbishments & options,
    )
    return PartOfMove(
        units=chosen,
        instance=own,
        programme=programme_of(own, part),
        no_good=no_good_of(inventory, proposal, chosen, touched),
    )


def _means_the_same(instance: Instance, criterion: str, chosen: frozenset[str]) -> bool:
    row = next(c for c in instance.relocation_criteria if c.id == criterion)
    rule = rule_of(row)
    assert isinstance(rule, (RelocationRequirement, RelocationMeasure))
    if rule.holds_for_fewer:
        return True
    return rule.concerns_units and {u.id for u in instance.inventory.select(row.units)} <= chosen


def _touched(instance: Instance, proposal: Proposal, units: frozenset[str]) -> set[str]:
    """The buildings the units are in, today, in the proposal, or on the way."""
    inventory = instance.inventory
    found = {s.building for u in units for s in inventory.unit[u].today}
    found |= {building for u in units for building in proposal.sites(u)}
    return found | ({s.building for s in inventory.logistics.swing_space} if inventory.logistics else set())
