"""The tiny place on disk, and the program run on it in this process."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from localisation.cli import main
from tests.reading import tiny


@dataclass(frozen=True)
class Run:
    """How a run of the program ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output, which must be JSON and nothing else."""
        return json.loads(self.out)


class Program:
    """The program in a working directory of its own, where scenario.toml is the tiny place."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys
        self.write()

    def write(self, tables: dict[str, tiny.Rows] | None = None, **texts: str) -> None:
        """Write the place anew, with other tables or texts."""
        tiny.write(self.folder, tables or tiny.tables(), **texts)

    def __call__(self, *arguments: str) -> Run:
        with pytest.raises(SystemExit) as left:
            main(arguments)
        streams = self._capsys.readouterr()
        return Run(code=int(left.value.code or 0), out=streams.out, err=streams.err)
