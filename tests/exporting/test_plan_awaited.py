"""What must be done before what, by the musts of the plan and nothing else.

House C gets new offices and `plan` moves in when they are done; NAV goes from B by way of F to D.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import pytest

from localisation.domain.criterion import Criterion
from localisation.domain.instance import Instance
from localisation.domain.proposal import Placement, Proposal
from localisation.domain.relocation.derive import programme_of
from localisation.domain.relocation.plan import Step
from localisation.domain.relocation.programme import Leg
from localisation.domain.relocation.result import PlanResult
from localisation.domain.vocabulary import SpaceKind, Strength
from localisation.exporting.plan.awaited import Because, awaited
from localisation.solving.schedule.verify import assess_plan
from tests.pictures.plan_town import greedy, planned, planned_town
from tests.solving.sample import criterion

WORKS = criterion("K1", "works_before_move_in")
ROOM = criterion("K2", "room_every_day", parameters={"kinds": ("workplace",)})


def town(*rows: Criterion) -> Instance:
    return replace(planned_town(), relocation_criteria=rows)


def across(given: Instance, result: PlanResult | None = None) -> Mapping[str, dict[str, Because]]:
    """What is waited for that is no step of the same move."""
    found = awaited(given, result or planned(given))
    others = {key: {a.activity: a.because for a in row if a.because is not Because.STEP} for key, row in found.items()}
    return {key: row for key, row in others.items() if row}


@dataclass
class Swap:
    """A leg of a plan."""

    leg: Leg
    result: PlanResult


def with_places(given: Instance, places: int) -> Instance:
    """B with so many workplaces."""
    stock = given.inventory
    buildings = tuple(
        b.model_copy(update={"spaces": {SpaceKind.WORKPLACE: places}}) if b.id == "B" else b for b in stock.buildings
    )
    fields = {name: getattr(stock, name) for name in type(stock).model_fields} | {"buildings": buildings}
    return replace(given, inventory=type(stock)(**fields))


def swapped(given: Instance) -> tuple[Swap, Swap]:
    """NAV leaves B for D at once, and the six of torg come to B in March."""
    seats = {"plan": ("A", 40), "nav": ("D", 10), "torg": ("B", 6)}
    proposal = Proposal(placements=tuple(Placement(unit=u, building=b, staff=n) for u, (b, n) in seats.items()))
    programme = programme_of(given, proposal)
    plan = greedy(programme, opens={"B": date(2020, 3, 2)})
    result = PlanResult(
        programme=programme, plan=plan, assessment=assess_plan(given, programme, plan), runs=(), seed=1, workers=1
    )
    legs = {leg.unit: leg for leg in plan.legs(programme)}
    return Swap(leg=legs["nav"], result=result), Swap(leg=legs["torg"], result=result)


def test_without_musts_only_the_steps_of_a_move_wait_for_each_other():
    given = town()
    result = planned(given)
    assert across(given, result) == {}
    steps = {key: {a.activity for a in row} for key, row in awaited(given, result).items()}
    for leg in result.plan.legs(result.programme):
        assert steps[leg.move] == {leg.pack}
        assert steps[leg.it] == steps[leg.clean] == {leg.move}


def test_who_moves_in_waits_for_the_works():
    given = town(WORKS)
    result = planned(given)
    (leg,) = [x for x in result.plan.legs(result.programme) if x.destination == "C"]
    assert across(given, result) == {leg.move: {"work:C+": Because.WORKS}}


def test_a_wish_is_no_reason():
    assert across(town(criterion("K1", "works_before_move_in", Strength.INFO))) == {}


@pytest.mark.parametrize(("places", "waits"), [(12, True), (15, True), (16, False)])
def test_who_enters_waits_for_those_without_whose_rooms_there_is_no_room(places: int, waits: bool):
    # Six come to B, where NAV's ten sit first: 16 places are enough for both.
    given = with_places(town(ROOM), places)
    nav, torg = swapped(given)
    found = across(given, nav.result)
    assert found == ({torg.leg.move: {nav.leg.clean: Because.VACATED}} if waits else {})


def test_what_the_plan_does_not_keep_is_not_said():
    """A plan that breaks a must has no such reason: nothing would hold it."""
    given = town(WORKS)
    result = planned(given)
    steps = dict(result.plan.steps)
    (leg,) = [x for x in result.plan.legs(result.programme) if x.destination == "C"]
    steps[leg.move] = Step(start=0, end=1)
    early = replace(result, plan=replace(result.plan, steps=steps))
    assert leg.move not in across(given, early)
