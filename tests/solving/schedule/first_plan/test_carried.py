"""A first plan where one van carries everything: it has the van's hours, and other days when they do not suffice.

In the hamlet accounts and the service point change places; each has 20 m3, one trip of the van there and back: 60
minutes of handling and 2 * 10 of driving. Nothing else holds them back, so the scheme carries both on day 1.
"""

from dataclasses import replace

import pytest

from localisation.domain.inventory import Inventory
from localisation.domain.proposal import Proposal
from localisation.domain.relocation.derive import programme_of
from localisation.domain.vocabulary import Strength
from localisation.solving.schedule.build import build_schedule
from localisation.solving.schedule.first_plan.serial import serial_plans
from localisation.solving.schedule.verify import assess_plan
from tests.rules.relocation.hamlet import ACCOUNTS, AWAY, BACK, INSTANCE, INVENTORY, POINT, SWAP
from tests.solving.sample import criterion

DONE = criterion("done", "completion_time", Strength.WEIGHT, weight=1, best=0, worst=40)


@pytest.mark.parametrize(("minutes", "days"), [(160, 1), (159, 2), (80, 2)])
def test_the_van_has_hours_for_both_on_one_day_or_for_one(minutes: int, days: int) -> None:
    """80 minutes for each, and it need not drive empty in between, as it is where the other begins: 160."""
    units = tuple(u.model_copy(update={"equipment_m3": 20}) for u in (ACCOUNTS, POINT))
    fields = {name: getattr(INVENTORY, name) for name in type(INVENTORY).model_fields} | {"units": units}
    van = criterion("van", "vehicle_trips", parameters={"vehicles": 1, "m3_per_trip": 20, "minutes_per_day": minutes})
    case = replace(INSTANCE, inventory=Inventory(**fields), relocation_criteria=(van, DONE))
    programme = programme_of(case, Proposal(placements=SWAP.placements))
    built = build_schedule(case, programme)
    values = next(serial_plans(built.schedule, built.objectives[0], seed=1, attempts=1, seconds=60))
    plan = built.schedule.plan([values.get(v, 0) for v in range(len(built.schedule.network.variables))])
    assert assess_plan(case, programme, plan).valid
    assert {run.vehicle for run in plan.runs.values()} == {0}
    assert len({plan.steps[f"move:{key}"].start for key in (AWAY, BACK)}) == days
