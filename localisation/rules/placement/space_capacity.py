"""No building may be asked for more space of a kind than it has."""

from typing import ClassVar

from localisation.domain.assessment import Breach
from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.domain.vocabulary import SpaceKind
from localisation.rules.linear import total
from localisation.rules.placement.base import PlacementModel, PlacementRequirement


class SpaceCapacity(PlacementRequirement):
    """The selected units' need of each kind of space fits in every building, refurbishments counted in.

    about: (building, kind). Needs are counted exactly in hundredths (`SpaceNeed`). To the solver an unused
    building has no space, and a unit that needs more than there is must have the refurbishment: both follow from the
    sums, and make the linear relaxation far stronger.
    """

    name: ClassVar[str] = "space_capacity"
    rests_on: ClassVar[tuple[str, ...]] = ("spaces.amount", "needs.*", "units.staff", "refurbishments.adds_*")
    states_physics: ClassVar[bool] = True
    missed_if_absent: ClassVar[bool] = True
    speaks_of: ClassVar[tuple[str, ...]] = ("building", "kind")
    looser_with_space: ClassVar[str] = "kinds"
    kinds: tuple[SpaceKind, ...] = tuple(SpaceKind)

    def encode(self, model: PlacementModel, given: Given) -> None:
        needed = {kind: [(u.id, n) for u in given.units for n in u.needs if n.kind is kind] for kind in self.kinds}
        for building in given.inventory.buildings:
            for kind, needs in needed.items():
                if not needs:
                    continue
                wanted = total(
                    model.sits(u, building.id) * (100 * n.per_site) + model.staff(u, building.id) * n.per_100_staff
                    for u, n in needs
                )
                added = total(
                    model.refurbished(r.id) * (100 * r.adds_spaces.get(kind, 0)) for r in building.refurbishments
                )
                taken = sum(max(0, -r.adds_spaces.get(kind, 0)) for r in building.refurbishments)
                # The space is there only in a building in use: tighter for a fraction of a building. A refurbishment
                # that takes space away from a building nobody uses is no breach, hence `taken`.
                present = model.used(building.id) * (100 * (building.spaces.get(kind, 0) - taken)) + 100 * taken
                model.require(wanted <= added + present, about=(building.id, kind.value))

    def check(self, given: Given, proposal: Proposal) -> list[Breach]:
        breaches = []
        selected = {u.id: u for u in given.units}
        kinds = [k for k in self.kinds if any(n.kind is k for u in given.units for n in u.needs)]
        for building_id, seats in proposal.by_building.items():
            building = given.inventory.building[building_id]
            for kind in kinds:
                need = sum(selected[u].need_hundredths(kind, staff) for u, staff in seats.items() if u in selected)
                space = building.space(kind, proposal.refurbishments)
                if need > 100 * space:
                    breaches.append(
                        Breach(about=(building_id, kind.value), holes={"need": -(-need // 100), "space": space})
                    )
        return breaches
