"""A combination of sites and refurbishments that is ruled out, for the units and buildings it is about."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from localisation.domain.inventory import Inventory
from localisation.domain.proposal import Proposal


@dataclass(frozen=True, kw_only=True)
class NoGood:
    """Proposals that seat these units exactly so, with exactly these refurbishments of these buildings, are ruled out.

    Known also as a combinatorial Benders cut (Codato & Fischetti 2006). `seats`: unit -> building -> staff; `options`:
    every refurbishment option of the buildings it is about -> whether it is carried out.
    """

    seats: Mapping[str, Mapping[str, int]]
    options: Mapping[str, bool]

    def forbids(self, proposal: Proposal) -> bool:
        """Whether the proposal is one of those ruled out."""
        same = all(proposal.sites(unit) == dict(sites) for unit, sites in self.seats.items())
        return same and all((option in proposal.refurbishments) == on for option, on in self.options.items())


def no_good_of(inventory: Inventory, proposal: Proposal, units: Iterable[str], buildings: Iterable[str]) -> NoGood:
    """What a proposal says of some units and of the refurbishments of some buildings, ruled out."""
    about = set(buildings)
    return NoGood(
        seats={unit: proposal.sites(unit) for unit in sorted(units)},
        options={
            option.id: option.id in proposal.refurbishments
            for building in inventory.buildings
            if building.id in about
            for option in building.refurbishments
        },
    )
