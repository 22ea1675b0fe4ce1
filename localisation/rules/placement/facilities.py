"""Every unit finds the facilities it needs where it sits."""

from typing import ClassVar

from localisation.domain.assessment import Breach
from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.rules.linear import total
from localisation.rules.placement.base import PlacementModel, PlacementRequirement

STEP_FREE = "step_free"


class Facilities(PlacementRequirement):
    """Every facility a selected unit needs is in each of its buildings, or is added by a refurbishment carried out.

    about: (unit, building). A building marked step-free has the facility "step_free".
    """

    name: ClassVar[str] = "facilities"
    rests_on: ClassVar[tuple[str, ...]] = (
        "units.facilities",
        "buildings.facilities",
        "buildings.step_free",
        "refurbishments.adds_facilities",
    )
    states_physics: ClassVar[bool] = True
    narrows: ClassVar[bool] = True
    speaks_of: ClassVar[tuple[str, ...]] = ("unit", "building")

    def encode(self, model: PlacementModel, given: Given) -> None:
        for building in given.inventory.buildings:
            present = building.facilities | ({STEP_FREE} if building.step_free else frozenset())
            for unit in given.units:
                for facility in sorted(unit.facilities - present):
                    adding = [r for r in building.refurbishments if facility in r.adds_facilities]
                    model.require(
                        model.sits(unit.id, building.id) <= total(model.refurbished(r.id) for r in adding),
                        about=(unit.id, building.id),
                    )

    def check(self, given: Given, proposal: Proposal) -> list[Breach]:
        breaches = []
        for unit in given.units:
            for building_id in proposal.sites(unit.id):
                building = given.inventory.building[building_id]
                offered = set(building.facilities)
                if building.step_free:
                    offered.add(STEP_FREE)
                for option in building.refurbishments:
                    if option.id in proposal.refurbishments:
                        offered |= option.adds_facilities
                missing = unit.facilities - offered
                if missing:
                    breaches.append(Breach(about=(unit.id, building_id), holes={"missing": tuple(sorted(missing))}))
        return breaches
