"""Which units sit otherwise in one proposal than in another."""

from collections.abc import Sequence

from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.pictures.twin import Twin
from localisation.texts import Texts

Named = tuple[str, Proposal]


def differing_seats(instance: Instance, alternatives: Sequence[Named], t: Texts) -> Twin:
    """One row a unit that does not sit the same in all of them, one column a proposal."""
    inventory = instance.inventory
    rows = []
    for unit in inventory.units:
        if len({tuple(sorted(p.sites(unit.id).items())) for _, p in alternatives}) > 1:
            seats = (seats_of(instance, proposal, unit.id, t) for _, proposal in alternatives)
            rows.append((unit.name, t.number(unit.staff), *seats))
    return Twin(
        caption=t("alternatives.seats.caption", differing=len(rows), all=len(inventory.units)),
        columns=(t("pictures.unit"), t("alternatives.seats.staff"), *(name for name, _ in alternatives)),
        rows=tuple(rows),
        numeric=frozenset({1}),
    )


def seats_of(instance: Instance, proposal: Proposal, unit: str, t: Texts) -> str:
    """The unit's buildings, the fullest first; with staff where there are several."""
    sites = sorted(proposal.sites(unit).items(), key=lambda site: (-site[1], site[0]))
    names = [(instance.inventory.building[b].name, staff) for b, staff in sites]
    return ", ".join(name if len(names) == 1 else f"{name} ({t.number(staff)})" for name, staff in names)
