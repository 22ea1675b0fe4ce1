"""Several criteria on vehicles, of different size and working day, whichever is read first."""

from dataclasses import replace

import pytest

from localisation.domain.inventory import Inventory
from localisation.domain.proposal import Proposal
from localisation.domain.vocabulary import Strength
from localisation.solving.schedule.solve import solve_plan
from tests.rules.relocation.hamlet import ACCOUNTS, INSTANCE, INVENTORY, POINT, SWAP
from tests.solving.sample import criterion

FLEETS = {
    "two": {"vehicles": 2, "m3_per_trip": 20, "minutes_per_day": 450},
    "one": {"vehicles": 1, "m3_per_trip": 20, "minutes_per_day": 300},
}


@pytest.mark.parametrize("order", [("two", "one"), ("one", "two")])
def test_each_criterion_has_its_own_limits(order: tuple[str, ...]) -> None:
    units = tuple(u.model_copy(update={"equipment_m3": 20}) for u in (ACCOUNTS, POINT))
    fields = {name: getattr(INVENTORY, name) for name in type(INVENTORY).model_fields}
    rows = tuple(criterion(key, "vehicle_trips", parameters=FLEETS[key]) for key in order)
    done = criterion("done", "completion_time", Strength.WEIGHT, weight=1, best=0, worst=40)
    instance = replace(INSTANCE, inventory=Inventory(**(fields | {"units": units})), relocation_criteria=(*rows, done))
    found = solve_plan(instance, Proposal(placements=SWAP.placements))
    assert found.assessment.valid
    assert {run.vehicle for run in found.plan.runs.values()} == {0}
    assert all(run.minute < 300 for run in found.plan.runs.values())
