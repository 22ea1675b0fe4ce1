"""A proposal with works that are no longer in the data."""

from dataclasses import replace
from datetime import date

import pytest

from localisation.domain.errors import InvalidData
from localisation.domain.relocation.derive import programme_of
from localisation.domain.scenario import PlanSettings
from localisation.reading.told import told
from tests.rules import village


def test_works_that_are_not_in_the_data_are_named_with_what_to_do():
    settings = PlanSettings(start=date(2020, 1, 6), until=date(2020, 3, 27))
    scenario = village.SCENARIO.model_copy(update={"planning": settings})
    instance = village.Instance(inventory=village.INVENTORY, criteria=(), scenario=scenario, travel=village.TRAVEL)
    proposal = replace(village.proposal("square", "hall"), refurbishments=frozenset({"tower"}))
    with pytest.raises(InvalidData) as raised:
        programme_of(instance, proposal)
    (problem,) = raised.value.problems
    assert "tower" in told(problem, "nb").what
    assert "propose" in told(problem, "en").remedy
