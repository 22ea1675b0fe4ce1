"""What is done on overtime costs the dearer hands: 2 movers for 3 days, at 4,200 a day or 6,300 on overtime.

Accounts, five people, are carried two a day: three days. Ordinary hands are in the price of moving; on overtime each of
the six days of work costs 2,100 more.
"""

from dataclasses import replace

import pytest

from localisation.domain.inventory import Inventory
from localisation.domain.relocation.derive import programme_of
from localisation.domain.relocation.logistics import ActivityKind, ActivityNorm, Crew
from localisation.domain.relocation.plan import Plan, Step
from localisation.domain.relocation.programme import Programme
from localisation.rules.relocation.budget_overrun import BudgetOverrun
from tests.rules.relocation.hamlet import AWAY, INSTANCE, INVENTORY, LOGISTICS, SWAP, given

MOVE = f"move:{AWAY}"


def programme(ordinary: int, overtime: int) -> Programme:
    """The hamlet's, with movers at these prices a day."""
    movers = Crew(id="movers", name="Flyttefolk", size=2, overtime_size=2, nok_per_day=ordinary)
    movers = movers.model_copy(update={"overtime_nok_per_day": overtime})
    norms = (ActivityNorm(kind=ActivityKind.MOVE, crew="movers", hands=2, staff_per_day=2),)
    logistics = LOGISTICS.model_copy(update={"crews": (movers,), "norms": norms, "days_off": (), "swing_space": ()})
    fields = {name: getattr(INVENTORY, name) for name in type(INVENTORY).model_fields} | {"logistics": logistics}
    return programme_of(replace(INSTANCE, inventory=Inventory(**fields)), SWAP)


@pytest.mark.parametrize(
    ("ordinary", "overtime", "dearer"), [(4_200, 6_300, 12_600), (4_200, 0, 0), (0, 6_300, 37_800), (6_000, 5_000, 0)]
)
def test_what_overtime_costs_more(ordinary: int, overtime: int, dearer: int) -> None:
    carrying = programme(ordinary, overtime).activity[MOVE]
    assert (carrying.days, carrying.demands) == (3, {"movers": 2})
    assert carrying.overtime_nok == dearer
    assert carrying.price(overtime=True) - carrying.price(overtime=False) == dearer


def test_the_budget_of_the_quarter_bears_it() -> None:
    found = programme(4_200, 6_300)
    spent = sum(a.cost_nok for a in found.activities)
    steps = {a.id: Step(start=0, end=a.days) for a in found.activities}
    plans = [Plan(steps=steps | {MOVE: Step(start=0, end=3, overtime=extra)}) for extra in (False, True)]
    budget = BudgetOverrun(budget=(f"2020-Q1={spent // 1000}",))
    amounts = [budget.measure(given(programme=found), plan) for plan in plans]
    assert amounts == [spent % 1000, spent % 1000 + 12_600]
