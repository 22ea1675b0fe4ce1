"""Every case of the rules' contract, asked as a question, has one answer by every engine: the best of all proposals.

The contract's random places have few enough proposals to try them all, so each optimum is known without a solver. The
cases of one rule that can be met are solved side by side as one model: it is proven best only where every part of it
is best, and each part is held against its own optimum and the independent check. Cases that cannot be met are solved
one by one, since one of them would make all of them impossible.

The contract of the rules on who moves when is not here: plans are made by CP-SAT alone, whatever `--engine` says.
"""

import pytest

from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Engine, Status
from localisation.rules import PLACEMENT_RULES
from localisation.solving.build import build
from localisation.solving.engines import apart
from localisation.solving.engines.model import Model
from localisation.solving.engines.outcome import PROOF_TOLERANCE, Outcome
from localisation.solving.engines.race import run_engines
from tests.rules.test_contract import SEEDS as CONTRACT_SEEDS
from tests.solving.contract_cases import SEEDS, ContractCase, contract_cases
from tests.solving.engines.forked import Forked
from tests.solving.joined import joined, parted


@pytest.fixture(autouse=True)
def _loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart.subprocess, "Popen", Forked)


def outcome(model: Model, engine: Engine) -> Outcome:
    """What an engine alone, or all together, say; with one worker the portfolio would be CP-SAT alone."""
    limits = SolveLimits(engine=engine, workers=2 if engine is Engine.PORTFOLIO else 1, time_limit_s=60)
    return run_engines(model, limits, report=lambda *_: None, stop=None)[1]


def possible(rule: str) -> list[ContractCase]:
    """The cases of a rule that some proposal meets."""
    return [case for case in contract_cases(rule) if case.best is not None]


def impossible(rule: str) -> list[ContractCase]:
    """The cases of a rule whose must every proposal breaks."""
    return [case for case in contract_cases(rule) if case.best is None]


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize("rule", PLACEMENT_RULES)
def test_every_engine_finds_the_best_of_every_contract_case(rule: str, engine: Engine) -> None:
    cases = possible(rule)
    built = [build(case.instance) for case in cases]
    models = [b.placement.model for b in built]
    found = outcome(joined(models, [b.objectives[0] for b in built]), engine)
    assert found.status is Status.OPTIMAL
    assert found.values is not None
    assert found.value is not None
    assert found.bound is not None
    assert found.value - PROOF_TOLERANCE <= found.bound <= found.value
    for case, part, values in zip(cases, built, parted(models, found.values), strict=True):
        checked = case.assessed(part.placement.proposal(values))
        assert checked.valid, case.name
        assert checked.goal is not None
        assert case.best is not None
        assert abs(checked.goal[0] - case.best[0]) <= PROOF_TOLERANCE, case.name


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize("rule", PLACEMENT_RULES)
def test_every_engine_says_of_every_contract_case_that_cannot_be_met_that_it_cannot(rule: str, engine: Engine) -> None:
    for case in impossible(rule):
        built = build(case.instance)
        model = built.placement.model
        model.objective = built.objectives[0]
        assert outcome(model, engine).status is Status.INFEASIBLE, case.name


def test_no_contract_case_is_left_out() -> None:
    assert SEEDS == CONTRACT_SEEDS
    for rule in PLACEMENT_RULES:
        names = [f"{rule} {seed} {strength}" for seed in SEEDS for strength in ("weighed", "must")]
        assert [case.name for case in contract_cases(rule)] == names
        assert len(possible(rule)) + len(impossible(rule)) == len(names)


def test_the_cases_tell_engines_apart() -> None:
    cases = [case for rule in PLACEMENT_RULES for case in contract_cases(rule)]
    assert sum(case.best is None for case in cases) > 100, "too few cannot be met"
    assert sum(case.best is not None and case.best[0] > 0 for case in cases) > 500, "too few lose anything"
