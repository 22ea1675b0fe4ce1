"""proposal.json: a proposal with everything needed to check it again, and a fingerprint against changes."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from pydantic import ValidationError

from localisation import __version__
from localisation.comparing.comparison import Alternative
from localisation.domain.assessment import CriterionResult, Result
from localisation.domain.errors import LocalisationError
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


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a proposal file: the text `cli.proposal_file.<kind>`, and where in it."""

    kind: str
    place: str


class ProposalFileUnusable(LocalisationError):
    """The file cannot be read as a stored proposal; carries every fault found."""

    def __init__(self, path: Path, faults: tuple[Fault, ...]) -> None:
        self.path, self.faults = path, faults
        super().__init__(f"{path}: " + "; ".join(f"{f.kind} {f.place}" for f in faults))


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
        runs=tuple(
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
        stopped=result.stopped,
        seed=result.seed,
        workers=result.workers,
        content_sha256="",
    )
    contents = contents.model_copy(update={"content_sha256": content_digest(contents)})
    path.write_text(_as_json(contents, indent=1) + "\n", encoding="utf-8")


def read_proposal(path: Path) -> ProposalFile:
    """Read a stored proposal; raises `ProposalFileUnusable` with every place where it is no such file."""
    try:
        return ProposalFile.model_validate_json(path.read_bytes())
    except OSError as error:
        raise ProposalFileUnusable(path, (Fault("cannot_read", error.strerror or str(error)),)) from error
    except ValidationError as error:
        raise ProposalFileUnusable(path, tuple(fault_of(e["type"], e["loc"]) for e in error.errors())) from error


def content_digest(contents: ProposalFile) -> str:
    """SHA-256 of everything in the file but the digest itself."""
    blank = contents.model_copy(update={"content_sha256": ""})
    return hashlib.sha256(_as_json(blank, indent=None).encode()).hexdigest()


def json_schema() -> str:
    """The JSON Schema of the file, as it stands in docs/proposal.schema.json."""
    return json.dumps(ProposalFile.model_json_schema(), sort_keys=True, ensure_ascii=False, indent=1) + "\n"


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


def _as_json(contents: ProposalFile, *, indent: int | None) -> str:
    return json.dumps(contents.model_dump(mode="json"), sort_keys=True, ensure_ascii=False, indent=indent)


def placement_rows(proposal: Proposal) -> tuple[PlacementRow, ...]:
    """Who sits where, as it is stored."""
    return tuple(PlacementRow(unit=p.unit, building=p.building, staff=p.staff) for p in sorted(proposal.placements))


def fault_of(kind: str, location: tuple[int | str, ...]) -> Fault:
    """What pydantic found, as a fault."""
    place = ".".join(str(part) for part in location)
    match kind:
        case "json_invalid":
            return Fault("not_json", place)
        case "missing":
            return Fault("missing", place)
        case "extra_forbidden":
            return Fault("unknown_field", place)
        case "literal_error" if place == "schema_version":
            return Fault("other_version", place)
        case _:
            return Fault("wrong_value", place)


if __name__ == "__main__":
    print(json_schema(), end="")
