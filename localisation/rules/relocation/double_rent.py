"""What is paid for premises nobody has use of, because of the moving."""

from typing import ClassVar

from localisation.domain.costs import thousands
from localisation.domain.relocation.leases import overlap_days, transit_days
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import PlanGiven
from localisation.rules.day_tables import DAY_TABLES
from localisation.rules.latest import earliest, latest
from localisation.rules.lease_spans import lease_spans
from localisation.rules.relocation.base import RelocationMeasure, RelocationModel
from localisation.rules.staying import staying


class DoubleRent(RelocationMeasure):
    """Rent paid for leases while they are emptied or made ready, and for transit premises while anyone waits there.

    Raw: whole thousands of rent a year times calendar days; 365 make a thousand. A lease given up is paid from the day
    the first leave until the rooms are handed over, after the last who wait there too; one taken up, from the day
    works or moving in begin until the first are at work there. Transit premises with a rent are paid from the first
    who comes to the last who leaves.
    """

    name: ClassVar[str] = "double_rent"
    rests_on: ClassVar[tuple[str, ...]] = (
        *DAY_TABLES,
        "buildings.tenure",
        "buildings.rent_nok_per_year",
        "swing_space.*",
    )
    unit: ClassVar[str] = "thousands"
    raw_per_unit: ClassVar[int] = 365
    concerns_units: ClassVar[bool] = False

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        for building, days in lease_spans(model, given).items():
            model.charge(days * thousands(given.inventory.building[building].rent_nok_per_year))
        logistics, elapsed = given.inventory.logistics, given.programme.calendar.elapsed
        horizon = len(given.programme.calendar)
        for swing in logistics.swing_space if logistics else ():
            waiting = [s for s in given.programme.stays if s.waiting and s.building == swing.building]
            if waiting and swing.nok_per_month:
                stays = [staying(model, given, s, demand=1) for s in waiting]
                first = earliest(model, ((b.start, b.when) for b in stays), horizon, f"first in {swing.building}")
                last = latest(model, ((b.end, b.when) for b in stays), horizon, f"last in {swing.building}")
                model.always(first <= last)
                days = model.lookup(elapsed, last) - model.lookup(elapsed, first)
                model.charge(days * thousands(12 * swing.nok_per_month))

    def measure(self, given: PlanGiven, plan: Plan) -> int:
        amount = 0
        for building, days in overlap_days(given.inventory, given.programme, plan).items():
            amount += days * thousands(given.inventory.building[building].rent_nok_per_year)
        for swing in given.inventory.logistics.swing_space if given.inventory.logistics else ():
            yearly = thousands(swing.nok_per_month * 12)
            amount += transit_days(given.programme, plan, swing.building) * yearly
        return amount
