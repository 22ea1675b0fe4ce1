"""Leases are not paid for twice for long."""

from typing import ClassVar

from pydantic import Field

from localisation.domain.assessment import Breach
from localisation.domain.relocation.leases import overlap_days
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import PlanGiven
from localisation.rules.day_tables import DAY_TABLES
from localisation.rules.lease_spans import lease_spans
from localisation.rules.relocation.base import RelocationModel, RelocationRequirement


class LeaseOverlap(RelocationRequirement):
    """No lease is paid for more than so many calendar days while its building is emptied, or made ready.

    about: (building,). A lease given up: from the day the first leave until the rooms are cleared, by those who wait
    there too, and handed over. One taken up: from the day works or moving in begin until the first are at work
    there.
    """

    name: ClassVar[str] = "lease_overlap"
    rests_on: ClassVar[tuple[str, ...]] = (*DAY_TABLES, "buildings.tenure")
    concerns_units: ClassVar[bool] = False
    speaks_of: ClassVar[tuple[str, ...]] = ("building",)
    at_most_days: int = Field(ge=0)

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        for building, days in lease_spans(model, given).items():
            model.require(days <= self.at_most_days, about=(building,))

    def check(self, given: PlanGiven, plan: Plan) -> list[Breach]:
        found = overlap_days(given.inventory, given.programme, plan)
        return [
            Breach(about=(building,), holes={"count": days})
            for building, days in found.items()
            if days > self.at_most_days
        ]
