"""Days a week on which a service also receives where others have their sites."""

from pydantic import Field

from localisation.domain.frozen import Frozen
from localisation.domain.visits import WEEK_DAYS
from localisation.rules.parameters import BuildingIds, UnitSelectors


class VisitingDays(Frozen):
    """The parameters of a rule that knows visiting days.

    On `visiting_days` of the five days of a week the units receive at the sites of the `visiting` units as well, in
    `visiting_buildings` only when some are named. Without them a rule speaks of permanent sites alone.
    """

    visiting: UnitSelectors = ()
    visiting_days: int = Field(default=0, ge=0, le=WEEK_DAYS)
    visiting_buildings: BuildingIds = ()

    def receives(self, building: str) -> bool:
        """Whether visits are received in the building, if a visited unit sits there."""
        return not self.visiting_buildings or building in self.visiting_buildings
