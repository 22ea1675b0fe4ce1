"""Every rule that asks for travel says whose it is."""

import inspect

import pytest

from localisation.rules import RULES
from localisation.rules.base import Rule

ASKS = ("given.journeys", "given.travel", "given.times(", "given.work_times(", "Driving(")


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda r: r.name)
def test_a_rule_says_whose_travel_it_rests_on(rule: type[Rule]):
    asks = any(word in inspect.getsource(inspect.getmodule(rule)) for word in ASKS)
    assert bool(rule.travels) == asks


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda r: r.name)
def test_only_a_rule_on_people_who_choose_lets_a_list_choose_the_mode(rule: type[Rule]):
    if "mode" in rule.model_fields:
        assert rule.travels in ("visits", "commute")
