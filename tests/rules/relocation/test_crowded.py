"""A building that holds too many today: those there may stay, nobody else is let in before there is room for all."""

from dataclasses import replace

import pytest

from localisation.domain.inventory import Inventory
from localisation.domain.proposal import Placement, Proposal
from localisation.domain.relocation.derive import programme_of
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import PlanGiven
from localisation.domain.unit import Seat, Unit
from localisation.rules import RELOCATION_RULES
from localisation.rules.relocation.base import RelocationRequirement
from localisation.solving.schedule.solve import solve_plan
from tests.rules.relocation.hamlet import DESKS, INSTANCE, INVENTORY, leg_steps
from tests.solving.sample import criterion


def unit(key: str, staff: int, building: str) -> Unit:
    return Unit(
        id=key, name=key, service_area="stab", staff=staff, needs=DESKS, today=(Seat(building=building, staff=staff),)
    )


UNITS = (unit("big", 7, "hall"), unit("small", 2, "hall"), unit("coming", 3, "square"))
"""Nine sit in the hall, which has 5 places."""
INVENTORY_CROWDED = Inventory(**({n: getattr(INVENTORY, n) for n in type(INVENTORY).model_fields} | {"units": UNITS}))
CROWDED = replace(INSTANCE, inventory=INVENTORY_CROWDED, relocation_criteria=(criterion("rom", "room_every_day"),))
CHANGE = Proposal(
    placements=(
        Placement(unit="big", building="barracks", staff=7),
        Placement(unit="small", building="hall", staff=2),
        Placement(unit="coming", building="hall", staff=3),
    )
)
PROGRAMME = programme_of(CROWDED, CHANGE)


@pytest.mark.parametrize(("comes", "broken"), [(2, []), (1, ["hall"])])
def test_who_comes_waits_until_there_is_room_for_all(comes: int, broken: list[str]) -> None:
    # The seven are packed on day 0 and out when cleared on day 2; 2 + 3 is 5. Carried in on day 2, they are 12 of 9.
    plan = Plan(steps=leg_steps("big:hall>barracks", 0) | leg_steps("coming:square>hall", comes))
    rule = RELOCATION_RULES["room_every_day"]()
    assert isinstance(rule, RelocationRequirement)
    found = rule.check(PlanGiven(instance=CROWDED, programme=PROGRAMME, units=UNITS), plan)
    assert [b.about[0] for b in found] == broken


def test_places_that_were_too_many_are_not_given_to_others() -> None:
    # Two of the nine leave the hall, and others come: the nine there were are seven, still more than five.
    proposal = Proposal(
        placements=(
            Placement(unit="big", building="hall", staff=7),
            Placement(unit="small", building="barracks", staff=2),
            Placement(unit="coming", building="square", staff=3),
        )
    )
    assert solve_plan(CROWDED, proposal).assessment.valid, "that they are too many is no hindrance to leaving"
    swap = replace(proposal, placements=(*proposal.placements[:2], Placement(unit="coming", building="hall", staff=2)))
    programme = programme_of(CROWDED, swap)
    plan = Plan(steps=leg_steps("small:hall>barracks", 0) | leg_steps("coming:square>hall", 4))
    rule = RELOCATION_RULES["room_every_day"]()
    assert isinstance(rule, RelocationRequirement)
    (breach,) = rule.check(PlanGiven(instance=CROWDED, programme=programme, units=UNITS), plan)
    assert (breach.about, breach.holes["need"], breach.holes["space"]) == (("hall", "workplace"), 9, 5)


def test_the_solver_lets_nobody_in_too_early() -> None:
    found = solve_plan(CROWDED, CHANGE)
    steps = found.plan.steps
    assert found.assessment.valid
    assert steps["move:coming:square>hall"].start >= steps["clean:big:hall>barracks"].end
