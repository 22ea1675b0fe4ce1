"""The program run on the invented municipality of Lillevik, which is data and nothing else."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

LILLEVIK = Path(__file__).parent / "lillevik"
ROOT = Path(__file__).parents[2]
Run = subprocess.CompletedProcess[str]


def localisation(*arguments: str, folder: Path = LILLEVIK) -> Run:
    """The program in a process of its own, started in a folder."""
    environment = {k: v for k, v in os.environ.items() if k != "LOCALISATION_LANG"} | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", "from localisation.cli import main; main()", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def run() -> Callable[..., Run]:
    """Runs the program."""
    return localisation


@pytest.fixture(scope="session")
def proposed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the recommended proposal, solved once."""
    folder = tmp_path_factory.mktemp("lillevik") / "ut"
    done = localisation("propose", "anbefalt.toml", "--out", str(folder), "--workers", "1", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["status"] == "optimal"
    return folder
