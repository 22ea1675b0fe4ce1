"""Visiting days half given are refused; given whole, the solver is told what the check says."""

from random import Random

import pytest
from pydantic import ValidationError

from localisation.domain.inventory import Inventory
from localisation.rules import RULES
from tests.rules.contract import disagreements
from tests.rules.parameters import GENERATORS

NARROWING = {
    "citizens_travel_time": ("visiting_buildings",),
    "population_coverage": ("visiting_buildings",),
    "travel_co2": ("visiting_buildings", "visitors"),
}
NEEDED = {"population_coverage": {"share_percent": 50, "limit_min": 2}}


@pytest.mark.parametrize("name", NARROWING)
def test_half_given_visiting_days_are_refused(name: str):
    whole = {"visiting": ["U1"], "visiting_days": 1} | {key: ["B1"] for key in NARROWING[name]}
    RULES[name].model_validate(NEEDED.get(name, {}) | whole)
    RULES[name].model_validate(NEEDED.get(name, {}) | {"visiting_days": 0})
    for wrong in (
        {"visiting_days": 1},
        {"visiting": ["U1"]},
        {"visiting_days": 1, "visiting_buildings": ["B1"]},
        *({key: ["B1"]} for key in NARROWING[name]),
    ):
        with pytest.raises(ValidationError, match="needs visiting"):
            RULES[name].model_validate(NEEDED.get(name, {}) | wrong)


def _any(rng: Random, inventory: Inventory) -> dict[str, object]:
    """Each parameter given or not, whatever the others are."""
    every = {
        "visiting": ["U1"],
        "visiting_days": rng.choice((1, 3)),
        "visiting_buildings": [next(iter(inventory.building))],
        "visitors": ["U2"],
    }
    return {key: value for key, value in every.items() if rng.random() < 0.6}


def test_emissions_agree_or_are_refused_whatever_is_left_out(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(GENERATORS, "travel_co2", _any)
    refused, found = 0, []
    for seed in range(30):
        try:
            found += list(disagreements(RULES["travel_co2"], seed))[:1]
        except ValidationError:
            refused += 1
    assert found == []
    assert 0 < refused < 30
