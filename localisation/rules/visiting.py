"""Days a week on which a service also receives where others have their sites."""

from typing import ClassVar, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from localisation.domain.frozen import Frozen
from localisation.domain.visits import WEEK_DAYS
from localisation.rules.parameters import BuildingIds, UnitSelectors


class VisitingDays(Frozen):
    """The parameters of a rule that knows visiting days.

    On `visiting_days` of the five days of a week the units receive at the sites of the `visiting` units as well, in
    `visiting_buildings` only when some are named. Without them a rule speaks of permanent sites alone. Days and units
    to visit go together, and what narrows visiting days down (`narrowing`) is refused where there are none.
    """

    narrowing: ClassVar[tuple[str, ...]] = ("visiting_buildings",)
    visiting: UnitSelectors = ()
    visiting_days: int = Field(default=0, ge=0, le=WEEK_DAYS)
    visiting_buildings: BuildingIds = ()

    @model_validator(mode="after")
    def _together(self) -> Self:
        days, units = self.visiting_days > 0, bool(self.visiting)
        named = [key for key in self.narrowing if getattr(self, key)]
        lacking = "visiting_days" if units and not days else "visiting" if not units and (days or named) else ""
        if lacking:
            given = "visiting" if units else "visiting_days" if days else named[0]
            raise PydanticCustomError(
                "parameter_alone", "{given} needs {lacking}", {"given": given, "lacking": lacking}
            )
        return self

    def receives(self, building: str) -> bool:
        """Whether visits are received in the building, if a visited unit sits there."""
        return not self.visiting_buildings or building in self.visiting_buildings
