"""On houses small enough to try every plan, the plan found is the best, and says truly what it amounts to."""

from hypothesis import given, settings

from localisation.domain.inventory import Inventory
from localisation.domain.proposal import Proposal
from localisation.domain.stacking.least_floors import least_floors
from localisation.domain.stacking.stack_task import stack_task
from localisation.domain.vocabulary import Status
from localisation.solving.stacking.check_stack import check_building
from localisation.solving.stacking.stack_amounts import floors_of, stack_amounts
from localisation.solving.stacking.stack_building import stack_building
from tests.solving.stacking.house import Plan, houses, measured, ranged


def ranges(stock: Inventory, proposal: Proposal, plan: Plan) -> dict[str, tuple[int, int]]:
    """Lowest and highest floor of every unit."""
    there = {u: floors_of(stock.unit[u], n, plan) for u, n in proposal.by_building["H"].items()}
    return {u: (min(floors), max(floors)) for u, floors in there.items()}


@settings(max_examples=120, deadline=None)
@given(houses())
def test_it_is_the_best_of_all_plans(case: tuple[Inventory, Proposal]):
    stock, proposal = case
    found = stack_building(stock, proposal, "H")
    assert found is not None
    assert found.run.status is Status.OPTIMAL
    assert check_building(stock, proposal, found) == ()
    assert stack_amounts(stock, proposal, "H", found.shares) == found.amounts
    every = measured(stock, proposal)
    if found.parted:
        assert every == []
        return
    assert ranged(found.amounts) == min(ranged(amounts) for amounts, _ in every)
    own = ranges(stock, proposal, found.shares)
    within = [a for a, plan in every if ranged(a) == ranged(found.amounts) and ranges(stock, proposal, plan) == own]
    assert found.amounts == min(within)


@settings(max_examples=60, deadline=None)
@given(houses())
def test_the_fewest_floors_are_what_brute_force_finds_for_the_unit_alone(case: tuple[Inventory, Proposal]):
    stock, proposal = case
    task = stack_task(stock, proposal, "H")
    for o in task.occupants:
        others = [p for p in proposal.placements if p.unit == o.unit]
        alone = Proposal(placements=tuple(others))
        plans = [] if any(task.lacking(k) for k in o.presence) else measured(stock, alone)
        if plans:
            assert least_floors(task, o) == min(amounts.floors_taken for amounts, _ in plans)
