"""Ctrl-C: once keeps the best so far, twice leaves nothing behind. In a real process, with a real signal."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.reading import tiny

SLOW = """
import sys, time
import localisation.solving.solve as module
from localisation.solving.progress import Progress
real = module.solve

def slow(instance, *, limits=None, on_progress=None, stop=None):
    on_progress(Progress(level=1, levels=1, engine="x", seconds=0.0, best=5, bound=1))
    print("READY", file=sys.stderr, flush=True)
    while not ({listens} and stop.is_set()):
        time.sleep(0.01)
    return real(instance, limits=limits)

module.solve = slow
from localisation.cli import main
main(["propose", "scenario.toml", "--out", "ut"])
"""


def started(folder: Path, *, listens: bool) -> subprocess.Popen[str]:
    """The program, with a solver that never ends by itself; gives it back when it is solving."""
    tiny.write(folder, tiny.tables())
    command = [sys.executable, "-c", SLOW.replace("{listens}", str(listens))]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2]), "LOCALISATION_LANG": "nb"}
    program = subprocess.Popen(
        command, cwd=folder, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert program.stderr is not None
    while "READY" not in program.stderr.readline():
        assert program.poll() is None
    return program


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another matter there")
def test_the_first_keeps_the_best_so_far(tmp_path: Path):
    program = started(tmp_path, listens=True)
    program.send_signal(signal.SIGINT)
    _, err = program.communicate(timeout=120)
    assert program.returncode == 0, err
    assert "beholder det beste så langt" in err
    assert (tmp_path / "ut" / "proposal.json").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another matter there")
def test_the_second_leaves_nothing_behind(tmp_path: Path):
    program = started(tmp_path, listens=False)
    before = sorted(p.name for p in tmp_path.iterdir() if not p.name.startswith(".ut"))
    program.send_signal(signal.SIGINT)
    time.sleep(0.5)
    program.send_signal(signal.SIGINT)
    _, err = program.communicate(timeout=60)
    assert program.returncode == 5
    assert "Ingenting er skrevet" in err
    assert sorted(p.name for p in tmp_path.iterdir()) == before


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals are another matter there")
def test_the_real_solver_stops_too(tmp_path: Path):
    # The engines must leave the signal to the program: CP-SAT catches it itself unless it is told not to.
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", "from localisation.cli import main; main()", "propose", "asker/anbefalt"]
    program = subprocess.Popen(
        [*command, "--out", str(tmp_path / "ut"), "--time-limit", "60", "--lang", "nb"],
        cwd=root,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert program.stderr is not None
    line = "start"
    while line and "grense" not in line:
        line = program.stderr.readline()
    program.send_signal(signal.SIGINT)
    _, err = program.communicate(timeout=300)
    if "grense" not in line or "beholder" not in err:
        assert program.returncode == 0, err
        pytest.skip("solved before it could be stopped")
    assert program.returncode in (0, 5), err
    assert (tmp_path / "ut").exists() == (program.returncode == 0)
