"""The contract between the two statements of a rule, on one random instance and every proposal on it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from random import Random

from localisation.domain.assessment import Breach
from localisation.domain.instance import Given, Instance
from localisation.domain.proposal import Proposal
from localisation.rules.base import Measure, Requirement, Rule
from tests.rules.instances import every_proposal, random_instance
from tests.rules.parameters import GENERATORS
from tests.rules.recorder import Recorder

Pair = tuple[str, str]


@dataclass
class Seen:
    """What came up on the way: outcomes (breached or not, amounts) and breaches, each set of subjects once."""

    outcomes: Counter[object] = field(default_factory=Counter)
    breaches: list[tuple[Rule, Given, Breach]] = field(default_factory=list)


@cache
def proposals_of(seed: int, impossible: frozenset[Pair]) -> tuple[Proposal, ...]:
    """Every proposal on one random place."""
    return tuple(every_proposal(_instance(seed), impossible))


@cache
def _instance(seed: int) -> Instance:
    return random_instance(seed)


def case(rule_type: type[Rule], seed: int) -> tuple[Rule, Given, frozenset[Pair]]:
    """The rule with random parameters, what it sees, and pairs of unit and building that the model has ruled out."""
    instance = _instance(seed)
    rng = Random(f"{rule_type.name} {seed}")
    inventory = instance.inventory
    rule = rule_type.model_validate(GENERATORS[rule_type.name](rng, inventory))
    selected = inventory.units if rng.random() < 0.6 else tuple(u for u in inventory.units if rng.random() < 0.6)
    out = frozenset(
        (u.id, rng.choice(inventory.buildings).id)
        for u in inventory.units
        if len(inventory.buildings) > 1 and Random(f"{seed} {u.id}").random() < 0.25
    )
    return rule, Given(instance=instance, units=selected), out


def disagreements(rule_type: type[Rule], seed: int, seen: Seen | None = None) -> Iterator[str]:
    """Every proposal on which the two statements differ, in words."""
    rule, given, impossible = case(rule_type, seed)
    recorder = Recorder(given.instance, impossible)
    rule.encode(recorder, given)
    for proposal in proposals_of(seed, impossible):
        if isinstance(rule, Requirement):
            breaches = rule.check(given, proposal)
            abouts = [b.about for b in breaches]
            said, found = recorder.broken(proposal), set(abouts)
            if len(abouts) != len(found):
                yield f"seed {seed}, {proposal}: several breaches of one subject {abouts}"
            if seen is not None:
                seen.outcomes[bool(found)] += 1
                if not seen.outcomes[tuple(abouts)]:
                    seen.breaches += [(rule, given, b) for b in breaches]
                seen.outcomes[tuple(abouts)] += 1
        else:
            assert isinstance(rule, Measure)
            said, found = recorder.charged(proposal), rule.measure(given, proposal)
            if seen is not None:
                seen.outcomes[found] += 1
        if said != found:
            yield f"seed {seed}, {rule!r}, {proposal}: the solver is told {said}, the check says {found}"
