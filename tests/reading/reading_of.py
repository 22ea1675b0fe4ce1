"""Spoils the tiny place and tells what the reading says of it."""

from collections.abc import Callable
from pathlib import Path

from localisation.domain.errors import InvalidData, Problem
from localisation.reading.scenario import read_scenario
from localisation.reading.told import told
from tests.reading import tiny

Spoil = Callable[[dict[str, tiny.Rows]], object]


def problems_of(scenario: Path) -> list[Problem]:
    """Every problem of a scenario, remarks too; each must have its sentences in both languages."""
    try:
        found = list(read_scenario(scenario).remarks)
    except InvalidData as fault:
        found = fault.problems
    for problem in found:
        for language in ("nb", "en"):
            sentences = told(problem, language)
            assert sentences.what
            assert sentences.remedy
    return found


def spoiled(folder: Path, spoil: Spoil, **texts: str) -> list[Problem]:
    """The problems of the tiny place after `spoil` has had its way with the rows."""
    rows = tiny.tables()
    spoil(rows)
    return problems_of(tiny.write(folder, rows, **texts))


def places(found: list[Problem]) -> list[tuple[str, str, int | None, str]]:
    """Code, file name, row and column of each problem."""
    return [(p.code, Path(p.file).name, p.row, p.column) for p in found]
