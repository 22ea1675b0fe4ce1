"""The part of a rule that says which buildings it speaks of."""

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from localisation.domain.building import Building
from localisation.domain.frozen import Frozen
from localisation.rules.parameters import BuildingIds, CentreIds, DistrictIds


class Where(Frozen):
    """A set of buildings: by id, by local centre or by district. At least one must be named."""

    buildings: BuildingIds = ()
    centres: CentreIds = ()
    districts: DistrictIds = ()

    @model_validator(mode="after")
    def _somewhere(self) -> "Where":
        if not (self.buildings or self.centres or self.districts):
            raise PydanticCustomError(
                "parameter_none", "name one of {lacking}", {"lacking": ", ".join(Where.model_fields)}
            )
        return self

    def holds(self, building: Building) -> bool:
        """Whether the building is in the set."""
        return building.id in self.buildings or building.centre in self.centres or building.district in self.districts
