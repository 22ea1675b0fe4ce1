"""The tiny place with something wrong in it, and what the reading says of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from localisation.domain.errors import InvalidData, Problem
from localisation.reading.findings import suspicious
from localisation.reading.scenario import read_scenario
from localisation.reading.told import told
from tests.reading import tiny

Spoil = Callable[[dict[str, tiny.Rows]], object]


@dataclass(frozen=True)
class Fault:
    """What a problem is and where it stands, as the user sees it."""

    code: str
    file: str
    row: int | None
    column: str
    sheet: str = ""


def fault(problem: Problem) -> Fault:
    """The problem without its words."""
    return Fault(problem.code, problem.file, problem.row, problem.column, problem.sheet)


class Town:
    """The tiny place in the working directory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.write()

    @property
    def place(self) -> Path:
        """The folder of the inventory."""
        return self.folder / "sted"

    def write(self, spoil: Spoil | None = None, **texts: str) -> None:
        """Write it anew, its tables spoiled, or place, criteria or scenario replaced by other texts."""
        tables = tiny.tables()
        if spoil:
            spoil(tables)
        tiny.write(self.folder, tables, **texts)

    def table(self, name: str, text: str | bytes) -> None:
        """Replace one table by this text."""
        raw = text.encode() if isinstance(text, str) else text
        (self.place / f"{name}.csv").write_bytes(raw)

    def problems(self) -> list[Problem]:
        """Everything that is wrong; every problem is also told in both languages."""
        with pytest.raises(InvalidData) as refused:
            read_scenario(Path("scenario.toml"))
        found = refused.value.problems
        for problem in found:
            for language in ("nb", "en"):
                assert told(problem, language).remedy
        return found

    def faults(self) -> list[Fault]:
        """The errors, by place."""
        return [fault(p) for p in self.problems() if p.severity == "error"]

    def remarks(self) -> list[Problem]:
        """What is suspicious, where nothing is wrong; told in both languages too."""
        found = suspicious(read_scenario(Path("scenario.toml")))
        for problem in found:
            for language in ("nb", "en"):
                assert told(problem, language).what
        return found
