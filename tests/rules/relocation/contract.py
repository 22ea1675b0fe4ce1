"""The contract between the two statements of a rule on who moves when, on one random programme and its plans."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from random import Random

from localisation.domain.assessment import Breach
from localisation.domain.instance import Instance
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import PlanGiven, Programme
from localisation.rules.base import Measure, Requirement, Rule
from tests.rules.relocation.parameters import GENERATORS
from tests.rules.relocation.plans import plans, with_runs
from tests.rules.relocation.programmes import random_programme
from tests.rules.relocation.recorder import Recorder

PLANS = 40
"""So many plans of each programme, or all there are."""


@dataclass
class Seen:
    """What came up on the way: outcomes (breached or not, amounts) and breaches, each set of subjects once."""

    outcomes: Counter[object] = field(default_factory=Counter)
    breaches: list[tuple[Rule, PlanGiven, Breach]] = field(default_factory=list)


@cache
def _programme(seed: int) -> tuple[Instance, Programme]:
    return random_programme(seed)


@cache
def _plans(seed: int) -> list[Plan]:
    return plans(_programme(seed)[1], seed, PLANS)


def case(rule_type: type[Rule], seed: int) -> tuple[Rule, PlanGiven]:
    """The rule with random parameters, and what it sees."""
    instance, programme = _programme(seed)
    rng = Random(f"{rule_type.name} {seed}")
    units = instance.inventory.units
    rule = rule_type.model_validate(GENERATORS[rule_type.name](rng, instance.inventory))
    selected = units if rng.random() < 0.6 else tuple(u for u in units if rng.random() < 0.6)
    return rule, PlanGiven(instance=instance, programme=programme, units=selected)


def _cases(rule: Rule, given: PlanGiven, seed: int) -> Iterator[Plan]:
    """The plans; with vehicles, if the rule asks for them."""
    rng, vehicles, minutes = Random(seed), getattr(rule, "vehicles", 0), getattr(rule, "minutes_per_day", 0)
    for plan in _plans(seed):
        yield with_runs(given.programme, plan, vehicles, minutes, rng) if vehicles else plan


def disagreements(rule_type: type[Rule], seed: int, seen: Seen | None = None) -> Iterator[str]:
    """Every plan on which the two statements differ, in words."""
    rule, given = case(rule_type, seed)
    recorder = Recorder(given.programme)
    rule.encode(recorder, given)
    for plan in _cases(rule, given, seed):
        if isinstance(rule, Requirement):
            breaches = rule.check(given, plan)
            abouts = [b.about for b in breaches]
            said, found = recorder.broken(plan), set(abouts)
            if len(abouts) != len(found):
                yield f"seed {seed}, {plan}: several breaches of one subject {abouts}"
            if seen is not None:
                seen.outcomes[bool(found)] += 1
                if not seen.outcomes[tuple(abouts)]:
                    seen.breaches += [(rule, given, b) for b in breaches]
                seen.outcomes[tuple(abouts)] += 1
        else:
            assert isinstance(rule, Measure)
            said, found = recorder.charged(plan), rule.measure(given, plan)
            if seen is not None:
                seen.outcomes[found] += 1
        if said != found:
            yield f"seed {seed}, {rule!r}, {plan}: the solver is told {said}, the check says {found}"
