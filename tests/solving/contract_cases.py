"""The contract's cases as questions: every placement rule on every random place, with the best of all proposals.

A measure is asked for its least, and as a must that bounds it; a requirement for its fewest breaches, and as a must.
Beside a must the fewest people are moved. The pairs of unit and building that the contract rules out are forbidden.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from localisation.domain.assessment import Assessment
from localisation.domain.criterion import Criterion
from localisation.domain.instance import Given, Instance
from localisation.domain.proposal import Proposal
from localisation.domain.vocabulary import Strength
from localisation.rules import PLACEMENT_RULES, RULES
from localisation.rules.base import Measure, Requirement, Rule
from localisation.rules.placement.people_moved import PeopleMoved
from localisation.solving.verify import assess
from tests.rules.contract import case, proposals_of

SEEDS = range(30)
NOBODY = ("service:none",)
"""A selector that no unit answers to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractCase:
    """One question, and the goal of its best proposal: None when every proposal breaks a must."""

    name: str
    instance: Instance
    best: tuple[int, ...] | None

    def assessed(self, proposal: Proposal) -> Assessment:
        """The independent check's word on a proposal."""
        return assess(self.instance, proposal)


@cache
def contract_cases(rule: str) -> tuple[ContractCase, ...]:
    """Both questions of one rule on every random place."""
    return tuple(c for seed in SEEDS for c in _questions(PLACEMENT_RULES[rule], seed))


def _questions(rule_type: type[Rule], seed: int) -> Iterator[ContractCase]:
    rule, given, impossible = case(rule_type, seed)
    proposals = proposals_of(seed, impossible)
    amounts = [_amount(rule, given, p) for p in proposals]
    moved = [PeopleMoved().measure(Given(instance=given.instance, units=given.inventory.units), p) for p in proposals]
    weighed = _criterion(rule, given).model_copy(update={"strength": Strength.WEIGHT, "weight": 1} | _scale(rule))
    least = min(range(len(proposals)), key=amounts.__getitem__)
    yield _case(f"{rule.name} {seed} weighed", given, impossible, [weighed], proposals[least])
    bound = {"at_most": _middle(rule, amounts)} if isinstance(rule, Measure) else {}
    most = bound["at_most"] * rule.raw_per_unit if isinstance(rule, Measure) else 0
    lawful = [k for k, amount in enumerate(amounts) if amount <= most]
    nearest = proposals[min(lawful, key=moved.__getitem__)] if lawful else None
    must = _criterion(rule, given).model_copy(update=bound)
    stay = Criterion(id="stay", name="stay", rule="people_moved", strength=Strength.WEIGHT, weight=1, best=0, worst=10)
    yield _case(f"{rule.name} {seed} must", given, impossible, [must, stay], nearest)


def _amount(rule: Rule, given: Given, proposal: Proposal) -> int:
    if isinstance(rule, Requirement):
        return len(rule.check(given, proposal))
    assert isinstance(rule, Measure)
    return rule.measure(given, proposal)


def _middle(rule: Measure, amounts: list[int]) -> int:
    """A bound that some proposals keep and, where they differ, the worst do not, in the unit that is shown."""
    return sorted(amounts)[len(amounts) // 3] // rule.raw_per_unit


def _scale(rule: Rule) -> dict[str, int]:
    return {"best": 0, "worst": 1_000} if isinstance(rule, Measure) else {"worst": 3}


def _criterion(rule: Rule, given: Given) -> Criterion:
    everybody = given.units == given.inventory.units
    return Criterion(
        id=rule.name,
        name=rule.name,
        rule=rule.name,
        units=() if everybody else tuple(u.id for u in given.units) or NOBODY,
        strength=Strength.MUST,
        parameters=rule.model_dump(),
    )


def _case(
    name: str,
    given: Given,
    impossible: frozenset[tuple[str, str]],
    asked: list[Criterion],
    best: Proposal | None,
) -> ContractCase:
    forbidden = [
        Criterion(
            id=f"{unit} not {building}",
            name="forbidden",
            rule="forbidden_location",
            units=(unit,),
            strength=Strength.MUST,
            parameters={"buildings": (building,)},
        )
        for unit, building in sorted(impossible)
    ]
    instance = replace(given.instance, criteria=(*forbidden, *asked))
    assert all(criterion.rule in RULES for criterion in instance.criteria)
    return ContractCase(name=name, instance=instance, best=None if best is None else assess(instance, best).goal)
