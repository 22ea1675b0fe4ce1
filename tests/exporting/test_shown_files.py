"""Readers are told of input files without where on somebody's disk they lie."""

from pathlib import Path

import pytest

from localisation.domain.provenance import InputFile
from localisation.exporting.input_digests import shown_files


def files(folder: Path) -> list[InputFile]:
    """As they are read from a stored proposal: by the way from where it lies."""
    (folder / "out" / "forslag").mkdir(parents=True, exist_ok=True)
    (folder / "scenarios").mkdir(exist_ok=True)
    beside = (folder / "out" / "forslag" / ".." / ".." / "scenarios" / "a.toml").as_posix()
    return [InputFile(path=beside, sha256="1"), InputFile(path=str(folder / "geodata" / "units.csv"), sha256="2")]


@pytest.mark.parametrize("inside", [True, False])
def test_paths_are_relative_wherever_the_program_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inside: bool):
    found = files(tmp_path / "her")
    monkeypatch.chdir(tmp_path / "her" if inside else tmp_path / "her" / "out")
    assert shown_files(found) == [("scenarios/a.toml", "1"), ("geodata/units.csv", "2")]


def test_no_file_is_no_trouble():
    assert shown_files([]) == []
