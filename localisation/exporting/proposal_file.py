"""proposal.json: a proposal with everything needed to check it again, and a fingerprint against changes."""

from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from localisation import __version__
from localisation.comparing.comparison import Alternative
from localisation.domain.assessment import CriterionResult, LevelRun, Result
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.exporting.input_digests import common_root, file_digests, relative_path
from localisation.exporting.proposal_file_schema import (
    AlternativeRow,
    PlacementRow,
    ProposalFile,
    ResultRow,
    RunRow,
    ScenarioRow,
)
from localisation.exporting.shown import shown_amount, shown_unit_key
from localisation.exporting.stored_file import (
    Fault,
    StoredFileUnusable,
    read_stored,
    schema_of,
    signed,
    stored_digest,
    write_stored,
)
from localisation.exporting.stored_kind import StoredKind, kind_of


class ProposalFileUnusable(StoredFileUnusable):
    """The file cannot be read as a stored proposal; carries every fault found."""


def write_proposal(
    path: Path,
    instance: Instance,
    result: Result,
    *,
    scenario: Path,
    alternatives: Sequence[Alternative] = (),
    area: str | None = None,
    home: Path | None = None,
) -> None:
    """Write a result as JSON with sorted keys.

    `scenario` is the file that was solved, `alternatives` what it was compared with. `home` is where `path` will stand
    in the end, when it is not there yet: the file names its inputs relative to a root that it finds from its own place.
    """
    home = (home or path.parent).resolve()
    root = common_root([*instance.files, *(f for a in alternatives for f in a.files)], scenario)
    own = {Path(f.path).resolve() for f in instance.files}
    contents = ProposalFile(
        schema_version=1,
        engine={"localisation": __version__, "ortools": version("ortools")},
        root=relative_path(root, home),
        scenario=ScenarioRow(
            id=instance.scenario.id,
            name=instance.scenario.name,
            path=relative_path(scenario.resolve(), root),
            area=area,
        ),
        inputs=file_digests(instance.files, root),
        placements=placement_rows(result.proposal),
        refurbishments=tuple(sorted(result.proposal.refurbishments)),
        alternatives=tuple(
            AlternativeRow(
                id=a.id,
                name=a.name,
                name_en=a.name_en,
                status=a.status,
                points=a.points,
                placements=placement_rows(a.proposal),
                refurbishments=tuple(sorted(a.proposal.refurbishments)),
                inputs=file_digests([f for f in a.files if Path(f.path).resolve() not in own], root),
            )
            for a in alternatives
        ),
        results=tuple(result_row(r) for r in result.assessment.results),
        goal=result.assessment.goal,
        points=result.assessment.points,
        status=result.status,
        runs=tuple(run_row(r) for r in result.runs),
        stopped=result.stopped,
        seed=result.seed,
        workers=result.workers,
        content_sha256="",
    )
    write_stored(path, signed(contents))


def read_proposal(path: Path) -> ProposalFile:
    """Read a stored proposal; raises `ProposalFileUnusable` with every place where it is no such file.

    A stored file of another kind is told to be one, and not what it lacks.
    """
    try:
        return read_stored(path, ProposalFile, ProposalFileUnusable)
    except ProposalFileUnusable as error:
        kind = kind_of(path)
        if kind is not None and kind is not StoredKind.PROPOSAL:
            raise ProposalFileUnusable(path, (Fault(f"is_{kind}", ""),)) from error
        raise


def content_digest(contents: ProposalFile) -> str:
    """SHA-256 of everything in the file but the digest itself."""
    return stored_digest(contents)


def json_schema() -> str:
    """The JSON Schema of the file, as it stands in docs/proposal.schema.json."""
    return schema_of(ProposalFile)


def result_row(result: CriterionResult) -> ResultRow:
    """One criterion's result as it is stored."""
    return ResultRow(
        id=result.criterion.id,
        name=result.criterion.name,
        rule=result.criterion.rule,
        strength=result.criterion.strength,
        weight=result.criterion.weight,
        amount_raw=result.amount,
        amount_shown=shown_amount(result),
        unit=shown_unit_key(result.criterion),
        points=result.points,
        met=result.met,
        breaches=tuple(b.about for b in result.breaches),
    )


def run_row(run: LevelRun) -> RunRow:
    """How one goal level was solved, as it is stored."""
    return RunRow(
        status=run.status,
        value=run.value,
        bound=run.bound,
        gap=run.gap,
        seconds=run.seconds,
        engine=run.engine,
        given_up=run.given_up,
    )


def placement_rows(proposal: Proposal) -> tuple[PlacementRow, ...]:
    """Who sits where, as it is stored."""
    return tuple(PlacementRow(unit=p.unit, building=p.building, staff=p.staff) for p in sorted(proposal.placements))


if __name__ == "__main__":
    print(json_schema(), end="")
