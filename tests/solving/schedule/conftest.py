"""The small rules are known while these tests run."""

import pytest

from localisation.rules import RULES
from tests.solving.schedule.small_rules import SMALL_RULES


@pytest.fixture(autouse=True)
def _small_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, rule in SMALL_RULES.items():
        monkeypatch.setitem(RULES, name, rule)
