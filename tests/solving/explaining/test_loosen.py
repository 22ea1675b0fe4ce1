"""What is made looser demands less, and every number of a requirement is known to be looser one way, or not at all."""

from random import Random

import pytest

from localisation.domain.instance import Given
from localisation.rules import REQUIREMENTS
from tests.rules.contract import case
from tests.rules.instances import every_proposal

LOOSER = {(rule.name, key): step for rule in REQUIREMENTS for key, step in rule.looser.items()}
NEITHER = {("population_coverage", "visiting_days")}


def test_every_number_of_a_requirement_is_known():
    numbers = {
        (rule.name, key) for rule in REQUIREMENTS for key, field in rule.model_fields.items() if field.annotation is int
    }
    assert numbers - NEITHER == set(LOOSER)
    assert {(rule.name, key) for rule in REQUIREMENTS for key in rule.found_by_trial} <= set(LOOSER)
    assert set(LOOSER.values()) <= {1, -1}


@pytest.mark.parametrize(("name", "key"), LOOSER)
def test_looser_demands_no_more(name: str, key: str):
    rule_type = next(rule for rule in REQUIREMENTS if rule.name == name)
    for seed in range(12):
        rule, given, _ = case(rule_type, seed)
        value = getattr(rule, key) + LOOSER[name, key] * Random(seed).choice((1, 2, 5))
        try:
            looser = rule_type.model_validate(rule.model_dump() | {key: value})
        except ValueError:
            continue
        for proposal in _some(given):
            before = {b.about for b in rule.check(given, proposal)}
            assert {b.about for b in looser.check(given, proposal)} <= before


def _some(given: Given):
    return list(every_proposal(given.instance))[:200]
