"""Data that cannot be used end a run with exit code 3, in words, and without a half-written folder."""

import shutil
from pathlib import Path

import pytest

from tests.cli.program import Program
from tests.reading import tiny


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LOCALISATION_LANG", raising=False)
    return Program(tmp_path, capsys)


def _text_in_a_number(program: Program) -> None:
    tables = tiny.tables()
    tables["units"][0]["staff"] = "tjue"
    program.write(tables)


def _no_workbook(program: Program) -> None:
    (program.folder / "sted" / "units.csv").rename(program.folder / "sted" / "units.xlsx")


def _no_place(program: Program) -> None:
    shutil.rmtree(program.folder / "sted")


def _broken_criteria(program: Program) -> None:
    program.write(criteria=tiny.CRITERIA.replace("[[criterion]]", "[[criterion]", 1))


def _broken_scenario(program: Program) -> None:
    program.write(scenario=tiny.SCENARIO.replace("2024-01-01", "i fjor"))


FAULTS = {
    "a word where a number belongs": (_text_in_a_number, "«tjue» er ikke et tall", "“tjue” is not a number"),
    "a CSV file called .xlsx": (_no_workbook, "er ikke en Excel-arbeidsbok", "is not an Excel workbook"),
    "no data at all": (_no_place, "Mappen finnes ikke", "The folder does not exist"),
    "a criteria list that is no TOML": (_broken_criteria, "ikke gyldig TOML", "not valid TOML"),
    "a scenario that is no TOML": (_broken_scenario, "ikke gyldig TOML", "not valid TOML"),
}


@pytest.mark.parametrize("case", FAULTS)
@pytest.mark.parametrize("command", ["check", "propose", "compare"])
def test_a_run_on_bad_data_ends_with_3_and_leaves_nothing_behind(program: Program, case: str, command: str):
    spoil, norwegian, english = FAULTS[case]
    spoil(program)
    before = sorted(program.folder.rglob("*"))
    out = ("--out", "ut/forslag") if command == "propose" else ()
    run = program(command, "scenario.toml", *out)
    assert run.code == 3
    assert norwegian in run.err
    assert "Traceback" not in run.err
    run = program(command, "scenario.toml", *out, "--lang", "en")
    assert run.code == 3
    assert english.replace("“", '"').replace("”", '"') in run.err
    assert sorted(program.folder.rglob("*")) == before
