"""The tiny place, fresh for every test, in a working directory of its own."""

from pathlib import Path

import pytest

from tests.reading.spoiled import Town


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Town:
    """The tiny place, sound until the test spoils it."""
    monkeypatch.chdir(tmp_path)
    return Town(tmp_path)
