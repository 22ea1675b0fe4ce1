"""plan.json: a plan with everything needed to check it again, and a fingerprint against changes."""

from importlib.metadata import version
from pathlib import Path

from localisation import __version__
from localisation.exporting.input_digests import common_root, file_digests, relative_path
from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.plan.plan_file_schema import CalendarRow, PlanFile, RejectedRow
from localisation.exporting.plan.stored_changes import changes_row
from localisation.exporting.plan.stored_simulation import simulation_row
from localisation.exporting.plan.stored_steps import step_rows, vehicle_rows
from localisation.exporting.proposal_file import placement_rows, result_row, run_row
from localisation.exporting.proposal_file_schema import ScenarioRow
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


class PlanFileUnusable(StoredFileUnusable):
    """The file cannot be read as a stored plan; carries every fault found."""


def write_plan(path: Path, run: FinishedPlan) -> None:
    """Write a plan as JSON with sorted keys.

    `run.home` is where `path` will stand in the end: the file names its inputs relative to a root that it finds from
    its own place.
    """
    write_stored(path, plan_contents(run))


def plan_contents(run: FinishedPlan) -> PlanFile:
    """What is stored, with its fingerprint."""
    instance, result = run.instance, run.result
    programme, scenario = result.programme, instance.scenario
    root = common_root(instance.files, run.scenario)
    contents = PlanFile(
        schema_version=1,
        kind=StoredKind.PLAN,
        engine={"localisation": __version__, "ortools": version("ortools")},
        root=relative_path(root, run.home.resolve()),
        scenario=ScenarioRow(
            id=scenario.id, name=scenario.name, path=relative_path(run.scenario.resolve(), root), area=run.area
        ),
        inputs=file_digests(instance.files, root),
        placements=placement_rows(programme.proposal),
        refurbishments=tuple(sorted(programme.proposal.refurbishments)),
        calendar=CalendarRow(first=scenario.plan.start, last=scenario.plan.until, working_days=len(programme.calendar)),
        changes=changes_row(result.changes, programme.calendar) if result.changes else None,
        steps=step_rows(programme, result.plan),
        via={move: via for move, via in sorted(result.plan.via.items()) if via},
        runs=vehicle_rows(result.plan),
        results=tuple(result_row(r) for r in result.assessment.results),
        goal=result.assessment.goal,
        points=result.assessment.points,
        status=result.status,
        level_runs=tuple(run_row(r) for r in result.runs),
        first_plan_s=result.first_plan_s,
        placement_points=run.placement_points,
        rejected=tuple(
            RejectedRow(
                points=r.points,
                placements=placement_rows(r.proposal),
                refurbishments=tuple(sorted(r.proposal.refurbishments)),
                why=dict(r.why),
            )
            for r in run.rejected
        ),
        simulation=simulation_row(run.simulation) if run.simulation else None,
        stopped=result.stopped,
        seed=result.seed,
        workers=result.workers,
        content_sha256="",
    )
    return signed(contents)


def read_plan(path: Path) -> PlanFile:
    """Read a stored plan; raises `PlanFileUnusable` with every place where it is no such file.

    A stored file of another kind is told to be one, and not what it lacks.
    """
    try:
        return read_stored(path, PlanFile, PlanFileUnusable)
    except PlanFileUnusable as error:
        kind = kind_of(path)
        if kind is None or kind is StoredKind.PLAN:
            raise
        fault = "is_proposal" if kind is StoredKind.PROPOSAL else "is_no_plan"
        raise PlanFileUnusable(path, (Fault(fault, ""),)) from error


def plan_digest(contents: PlanFile) -> str:
    """SHA-256 of everything in the file but the digest itself."""
    return stored_digest(contents)


def json_schema() -> str:
    """The JSON Schema of the file, as it stands in docs/plan.schema.json."""
    return schema_of(PlanFile)


if __name__ == "__main__":
    print(json_schema(), end="")
