"""A proposal carried over to an instance whose units have other staff."""

from dataclasses import replace

from localisation.domain.instance import Instance
from localisation.domain.proposal import Placement, Proposal
from localisation.domain.spread import spread


def carried(proposal: Proposal, instance: Instance) -> Proposal:
    """The same sites; the staff of each unit in proportion, where its number is another, with its least part at each.

    The proposal must place the units of the instance.
    """
    placements = []
    for unit in instance.inventory.units:
        sites = proposal.sites(unit.id)
        if sum(sites.values()) == unit.staff:
            parts = tuple(sites.values())
        else:
            least = min(unit.smallest_part, unit.staff // max(1, len(sites)))
            over = tuple(max(0, n - least) for n in sites.values())
            extra = spread(unit.staff - least * len(sites), over if any(over) else (1,) * len(over))
            parts = tuple(least + n for n in extra)
        placements += [Placement(unit=unit.id, building=b, staff=n) for b, n in zip(sites, parts, strict=True) if n]
    return replace(proposal, placements=tuple(sorted(placements)))
