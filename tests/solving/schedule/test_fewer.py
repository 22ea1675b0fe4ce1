"""What is said of a part of the units holds for all: rules that fewer can only make easier are just that."""

from dataclasses import replace
from random import Random

import pytest

from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import PlanGiven
from localisation.rules import RELOCATION_RULES
from localisation.rules.base import Requirement
from localisation.rules.relocation.base import RelocationMeasure, RelocationRequirement
from localisation.solving.schedule.coupling.part_of_move import part_of_move
from tests.rules.relocation.contract import case
from tests.rules.relocation.plans import plans

EASIER = [name for name, rule in RELOCATION_RULES.items() if getattr(rule, "holds_for_fewer", False)]
NOT_EASIER = {"double_rent", "lease_overlap", "open_in_each", "vehicle_trips"}
SEEDS = range(40)


def fewer(given: PlanGiven, units: frozenset[str], works: set[str]) -> PlanGiven:
    """What a rule sees when all other units are taken out, and the works of buildings none of them has to do with."""
    old = given.programme
    programme = replace(
        old,
        activities=tuple(
            a
            for a in old.activities
            if (old.leg[a.leg].unit in units if a.leg else not a.option or a.id in works)
            and (not a.unit or a.unit in units)
        ),
        moves=tuple(m for m in old.moves if m.unit in units),
        stays=tuple(s for s in old.stays if s.unit in units),
        proposal=replace(old.proposal, placements=tuple(p for p in old.proposal.placements if p.unit in units)),
    )
    inventory = given.inventory.with_units(tuple(u for u in given.inventory.units if u.id in units))
    instance = replace(given.instance, inventory=inventory)
    return PlanGiven(instance=instance, programme=programme, units=tuple(u for u in given.units if u.id in units))


def part_of_plan(plan: Plan, given: PlanGiven) -> Plan:
    programme = given.programme
    return Plan(
        steps={a: s for a, s in plan.steps.items() if a in programme.activity},
        via={m: v for m, v in plan.via.items() if m in programme.move},
        runs={leg: r for leg, r in plan.runs.items() if leg in programme.leg},
    )


def test_every_rule_has_been_thought_of():
    assert set(EASIER) == set(RELOCATION_RULES) - NOT_EASIER


@pytest.mark.parametrize("name", EASIER)
def test_a_plan_that_meets_it_does_so_without_some_of_the_units(name):
    tried = 0
    for seed in SEEDS:
        rule, given = case(RELOCATION_RULES[name], seed)
        ids = [u.id for u in given.inventory.units]
        if len(ids) < 2:
            continue
        rng = Random(seed)
        part = part_of_move(given.instance, given.programme.proposal, rng.sample(ids, k=rng.randint(1, len(ids) - 1)))
        few = fewer(given, part.units, {w.id for w in part.programme.works})
        for plan in plans(given.programme, seed, 10):
            left = part_of_plan(plan, few)
            if isinstance(rule, Requirement):
                assert isinstance(rule, RelocationRequirement)
                if not rule.check(given, plan):
                    tried += 1
                    assert rule.check(few, left) == [], f"seed {seed}, {sorted(part.units)}"
            else:
                assert isinstance(rule, RelocationMeasure)
                tried += 1
                assert rule.measure(few, left) <= rule.measure(given, plan), f"seed {seed}, {sorted(part.units)}"
    assert tried > 30
