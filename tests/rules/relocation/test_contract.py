"""Every rule on who moves when tells the solver and the reader the same, on plans of random short programmes."""

import re
from datetime import date
from itertools import islice

import pytest

from localisation.domain.criterion import Criterion
from localisation.domain.vocabulary import Strength
from localisation.rules import RELOCATION_RULES
from localisation.rules.base import Requirement
from localisation.rules.sentence import Sentences
from localisation.texts import LANGUAGES
from tests.rules.relocation.contract import Seen, case, disagreements
from tests.rules.relocation.parameters import GENERATORS

SEEDS = range(30)


def test_every_rule_has_random_parameters() -> None:
    assert set(GENERATORS) == set(RELOCATION_RULES)


@pytest.mark.parametrize("name", RELOCATION_RULES)
def test_solver_and_check_agree(name: str) -> None:
    seen = Seen()
    found = [text for seed in SEEDS for text in islice(disagreements(RELOCATION_RULES[name], seed, seen), 1)]
    assert not found, "\n".join(found[:3])
    if issubclass(RELOCATION_RULES[name], Requirement):
        assert seen.outcomes[True] > 20, "too few breaches were tried to say anything"
        assert seen.outcomes[False] > 20, "too few plans without breach were tried to say anything"
        _breaches_render(seen)
    else:
        assert len(seen.outcomes) > 4, "too few different amounts were tried to say anything"


def _breaches_render(seen: Seen) -> None:
    for rule, given, breach in seen.breaches:
        criterion = Criterion(
            id="K1", name="K1", rule=rule.name, strength=Strength.MUST, parameters=_written(rule.model_dump())
        )
        for language in LANGUAGES:
            _readable(Sentences(given.inventory, language).breach(criterion, breach))


@pytest.mark.parametrize("name", RELOCATION_RULES)
def test_explanation_is_a_sentence_with_names(name: str) -> None:
    for seed in SEEDS:
        rule, given = case(RELOCATION_RULES[name], seed)
        for units in ((), ("U1",), ("service:torg", "administrative")):
            criterion = Criterion(
                id="K1",
                name="K1",
                rule=name,
                units=units,
                strength=Strength.INFO,
                parameters=_written(rule.model_dump()),
            )
            for language in LANGUAGES:
                _readable(Sentences(given.inventory, language).explanation(criterion))


def _written(parameters: dict[str, object]) -> dict[str, object]:
    """Parameters as a criteria list would hold them: yes, no and days are words there, and what is not said is not."""
    words = {True: "ja", False: "nei"}
    return {
        k: words[v] if isinstance(v, bool) else v.isoformat() if isinstance(v, date) else v
        for k, v in parameters.items()
        if v is not None
    }


def _readable(sentence: str) -> None:
    assert re.match(r"^[^\W_].*\.$", sentence), sentence
    assert not re.search(r"[{}_]|  |\(\)|\bNone\b|\bTrue\b|\bFalse\b", sentence), sentence
    assert not re.search(r"\b[UBCR]\d+\b|movers|builders", sentence.replace("U2", "")), f"an id, no name: {sentence}"
