"""How much two proposals differ in who sits where."""

from enum import StrEnum

from localisation.domain.proposal import Proposal


class Differ(StrEnum):
    """What a difference counts: people who sit elsewhere, or sites only one of the two has."""

    PEOPLE = "people"
    SITES = "sites"


def difference(first: Proposal, second: Proposal, by: Differ) -> int:
    """People: the fewest who must sit in another building to make one of the other; sites: unit and building.

    Both are distances: 0 only for the same, the same both ways, and never shorter by a detour. Refurbishments do not
    count. Both proposals must place all of the same staff.
    """
    here = {(p.unit, p.building): p.staff for p in first.placements}
    there = {(p.unit, p.building): p.staff for p in second.placements}
    if by is Differ.SITES:
        return len(here.keys() ^ there.keys())
    return sum(max(0, staff - there.get(site, 0)) for site, staff in here.items())
