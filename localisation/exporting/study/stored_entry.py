"""A proposal among others, as it stands in a JSON file."""

import json
from importlib.metadata import version
from pathlib import Path
from typing import Any

from localisation import __version__
from localisation.domain.assessment import Assessment
from localisation.domain.frozen import Frozen
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.exporting.input_digests import common_root, file_digests, relative_path
from localisation.exporting.proposal_file import placement_rows, result_row, write_proposal
from localisation.exporting.proposal_file_schema import FileDigest, PlacementRow, ResultRow, ScenarioRow
from localisation.exporting.study.side_by_side import Entry, result_of


class StoredEntry(Frozen):
    """A whole proposal with what the independent check measures, and the file with it alone, which `verify` reads."""

    file: str
    placements: tuple[PlacementRow, ...]
    refurbishments: tuple[str, ...]
    results: tuple[ResultRow, ...]
    goal: tuple[int, ...]
    points: float


class Basis(Frozen):
    """What the file rests on; `root` is the way from the file's own folder to where all paths start."""

    engine: dict[str, str]
    root: str
    scenario: ScenarioRow
    inputs: tuple[FileDigest, ...]


def stored_entry(file: str, proposal: Proposal, assessment: Assessment) -> StoredEntry:
    """The proposal as it is stored."""
    return StoredEntry(
        file=file,
        placements=placement_rows(proposal),
        refurbishments=tuple(sorted(proposal.refurbishments)),
        results=tuple(result_row(r) for r in assessment.results),
        goal=assessment.goal,
        points=assessment.points,
    )


def basis_of(instance: Instance, scenario: Path, area: str | None, home: Path) -> Basis:
    """The scenario and every file it was read from; `home` is the folder the file will stand in."""
    root = common_root(instance.files, scenario)
    path = relative_path(scenario.resolve(), root)
    return Basis(
        engine={"localisation": __version__, "ortools": version("ortools")},
        root=relative_path(root, home.resolve()),
        scenario=ScenarioRow(id=instance.scenario.id, name=instance.scenario.name, path=path, area=area),
        inputs=file_digests(instance.files, root),
    )


def write_entries(
    folder: Path, instance: Instance, entries: list[Entry], *, scenario: Path, area: str | None, home: Path
) -> None:
    """Write each proposal as a proposal.json of its own, which `verify` checks and `plan` makes a plan of."""
    for entry in entries:
        path = folder / entry.file
        path.parent.mkdir(parents=True, exist_ok=True)
        there = (home / entry.file).parent
        write_proposal(path, instance, result_of(instance, entry), scenario=scenario, area=area, home=there)


def as_json(contents: Frozen) -> str:
    """JSON with sorted keys."""
    dumped: dict[str, Any] = contents.model_dump(mode="json")
    return json.dumps(dumped, sort_keys=True, ensure_ascii=False, indent=1) + "\n"
