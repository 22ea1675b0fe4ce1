"""On random short programmes: nothing is called impossible that is not, and every conflict is minimal."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from localisation.domain.criterion import Criterion
from localisation.domain.instance import Instance
from localisation.domain.relocation.programme import Programme
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status, Strength
from localisation.rules import RELOCATION_RULES
from localisation.rules.base import Requirement
from localisation.rules.linear import Linear
from localisation.solving.schedule.build import build_schedule, relaxable_schedule
from localisation.solving.schedule.diagnosis.diagnose import diagnose_plan
from localisation.solving.schedule.diagnosis.static_faults import static_faults
from localisation.solving.schedule.model.search import search
from localisation.solving.schedule.sentences import refusal_sentences_of_plan
from localisation.solving.schedule.verify import assess_plan
from localisation.texts import LANGUAGES, Texts
from tests.rules.relocation.parameters import GENERATORS
from tests.rules.relocation.programmes import random_programme

LIMITS = SolveLimits(time_limit_s=20, workers=1)
WISHES = [name for name, rule in RELOCATION_RULES.items() if issubclass(rule, Requirement) and name != "vehicle_trips"]


def case(seed: int) -> tuple[Instance, Programme]:
    instance, programme = random_programme(seed)
    rng = Random(seed)
    criteria = [
        Criterion(
            id=f"K{i}",
            name=f"Krav {i}",
            rule=name,
            strength=Strength.MUST,
            parameters=_written(
                RELOCATION_RULES[name].model_validate(GENERATORS[name](rng, instance.inventory)).model_dump()
            ),
        )
        for i, name in enumerate(rng.sample(WISHES, k=3))
    ]
    return replace(instance, relocation_criteria=tuple(criteria)), programme


def _written(parameters: dict[str, object]) -> dict[str, object]:
    words = {True: "ja", False: "nei"}
    return {
        k: words[v] if isinstance(v, bool) else v.isoformat() if isinstance(v, date) else v
        for k, v in parameters.items()
        if v is not None
    }


def has_plan(instance: Instance, programme: Programme) -> bool:
    schedule = build_schedule(instance, programme).schedule
    schedule.network.objective = Linear()
    found = search(schedule.network, LIMITS, seconds=20)
    assert found.status in (Status.OPTIMAL, Status.INFEASIBLE)
    if found.values is None:
        return False
    assert assess_plan(instance, programme, schedule.plan(found.values)).valid
    return True


@pytest.mark.parametrize("seed", range(60))
def test_what_is_called_impossible_is_impossible_and_no_more_is_named_than_it_takes(seed):
    instance, programme = case(seed)
    possible = has_plan(instance, programme)
    faults = static_faults(instance, programme, relaxable_schedule(instance, programme))
    if possible:
        assert faults == ()
        return
    diagnosis = diagnose_plan(instance, programme, LIMITS)
    assert diagnosis.minimal
    for language in LANGUAGES:
        assert all(refusal_sentences_of_plan(instance, diagnosis, Texts(language)))
    if not diagnosis.conflict:
        assert not has_plan(replace(instance, relocation_criteria=()), programme)
        assert diagnosis.relaxed is None
        return
    named = tuple(c for c in instance.relocation_criteria if c.id in diagnosis.criteria)
    assert not has_plan(replace(instance, relocation_criteria=named), programme)
    for left_out in named:
        assert has_plan(replace(instance, relocation_criteria=tuple(c for c in named if c is not left_out)), programme)
    assert diagnosis.relaxed is not None
    assert diagnosis.cheapest
    assert diagnosis.assessment is not None
    assert not diagnosis.assessment.structural
    broken = {(r.criterion.id, b.about) for r in diagnosis.assessment.broken_musts for b in r.breaches}
    assert {(r.criterion, r.about) for r in diagnosis.reliefs} == broken
