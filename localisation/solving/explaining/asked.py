"""A question of one unit and one building: why not there, or why there?"""

from dataclasses import dataclass, replace

from localisation.domain.criterion import Criterion
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.vocabulary import Strength
from localisation.rules.placement.fixed_location import FixedLocation
from localisation.rules.placement.forbidden_location import ForbiddenLocation
from localisation.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """That a unit has a site in a building, or (`there` false) has none."""

    unit: str
    building: str
    there: bool = True

    def met_by(self, proposal: Proposal) -> bool:
        """Whether a proposal is so already."""
        return (self.building in proposal.sites(self.unit)) is self.there

    def criterion(self, instance: Instance) -> Criterion:
        """The question as a must, with an id that no criterion has."""
        inventory = instance.inventory
        taken = {c.id for c in (*instance.criteria, *instance.relocation_criteria)}
        free = "asked"
        while free in taken:
            free += "_"
        holes = {"unit": inventory.unit[self.unit].name, "building": inventory.building[self.building].name}
        key = "explain.asked.there" if self.there else "explain.asked.not_there"
        return Criterion(
            id=free,
            name=Texts("nb")(key, **holes),
            name_en=Texts("en")(key, **holes),
            rule=FixedLocation.name if self.there else ForbiddenLocation.name,
            units=(self.unit,),
            strength=Strength.MUST,
            parameters={"buildings": (self.building,)},
        )

    def added_to(self, instance: Instance) -> Instance:
        """The instance with the question as one more must, the last of its criteria."""
        return replace(instance, criteria=(*instance.criteria, self.criterion(instance)))
