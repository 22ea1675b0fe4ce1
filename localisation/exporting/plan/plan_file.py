"""plan.json: a plan with everything needed to check it again, and a fingerprint against changes."""

import hashlib
import json
from importlib.metadata import version
from pathlib import Path

from pydantic import ValidationError

from localisation import __version__
from localisation.exporting.input_digests import common_root, file_digests, relative_path
from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.plan.plan_file_schema import CalendarRow, PlanFile, RejectedRow
from localisation.exporting.plan.stored_changes import changes_row
from localisation.exporting.plan.stored_simulation import simulation_row
from localisation.exporting.plan.stored_steps import step_rows, vehicle_rows
from localisation.exporting.proposal_file import Fault, ProposalFileUnusable, fault_of, placement_rows, result_row
from localisation.exporting.proposal_file_schema import RunRow, ScenarioRow


class PlanFileUnusable(ProposalFileUnusable):
    """The file cannot be read as a stored plan; carries every fault found."""


def write_plan(path: Path, run: FinishedPlan) -> None:
    """Write a plan as JSON with sorted keys.

    `run.home` is where `path` will stand in the end: the file names its inputs relative to a root that it finds from
    its own place.
    """
    contents = plan_contents(run)
    path.write_text(_as_json(contents, indent=1) + "\n", encoding="utf-8")


def plan_contents(run: FinishedPlan) -> PlanFile:
    """What is stored, with its fingerprint."""
    instance, result = run.instance, run.result
    programme, scenario = result.programme, instance.scenario
    root = common_root(instance.files, run.scenario)
    contents = PlanFile(
        schema_version=1,
        kind="plan",
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
        level_runs=tuple(
            RunRow(
                status=r.status,
                value=r.value,
                bound=r.bound,
                gap=r.gap,
                seconds=r.seconds,
                engine=r.engine,
                given_up=r.given_up,
            )
            for r in result.runs
        ),
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
    return contents.model_copy(update={"content_sha256": plan_digest(contents)})


def read_plan(path: Path) -> PlanFile:
    """Read a stored plan; raises `PlanFileUnusable` with every place where it is no such file."""
    try:
        return PlanFile.model_validate_json(path.read_bytes())
    except OSError as error:
        raise PlanFileUnusable(path, (Fault("cannot_read", error.strerror or str(error)),)) from error
    except ValidationError as error:
        raise PlanFileUnusable(path, tuple(fault_of(e["type"], e["loc"]) for e in error.errors())) from error


def plan_digest(contents: PlanFile) -> str:
    """SHA-256 of everything in the file but the digest itself."""
    blank = contents.model_copy(update={"content_sha256": ""})
    return hashlib.sha256(_as_json(blank, indent=None).encode()).hexdigest()


def json_schema() -> str:
    """The JSON Schema of the file, as it stands in docs/plan.schema.json."""
    return json.dumps(PlanFile.model_json_schema(), sort_keys=True, ensure_ascii=False, indent=1) + "\n"


def _as_json(contents: PlanFile, *, indent: int | None) -> str:
    return json.dumps(contents.model_dump(mode="json"), sort_keys=True, ensure_ascii=False, indent=indent)


if __name__ == "__main__":
    print(json_schema(), end="")
