"""A stored proposal held against the inputs as they are now, without the solver."""

from dataclasses import dataclass
from pathlib import Path

from localisation.cli.differing_results import ROUNDING, differing_results
from localisation.cli.inputs_changed import inputs_changed
from localisation.cli.untrue_runs import untrue_runs
from localisation.domain.assessment import Assessment
from localisation.domain.instance import Instance
from localisation.domain.proposal import Placement, Proposal
from localisation.exporting.proposal_file import content_digest, read_proposal
from localisation.exporting.proposal_file_schema import AlternativeRow, ProposalFile
from localisation.reading.scenario import read_scenario
from localisation.solving.verify import assess


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What was found. Every list is empty when all is well."""

    stored: ProposalFile
    scenario: Path
    instance: Instance
    assessment: Assessment
    file_changed: bool
    """The file's own fingerprint does not fit its contents."""
    inputs_changed: tuple[str, ...]
    """Input files that are gone, new or not as they were."""
    differing: tuple[str, ...]
    """Criteria and alternatives (and "goal", "points" and what `untrue_runs` names) recorded otherwise than found.

    Nothing is compared when the proposal is not whole: then nothing is measured."""

    @property
    def unchanged(self) -> bool:
        """Whether file, inputs and figures are as they were when the proposal was made."""
        return not (self.file_changed or self.inputs_changed or self.differing)


def verify_file(path: Path, *, scenario: Path | None = None) -> Verification:
    """Read a stored proposal and its scenario anew and measure it again.

    The scenario is the one the file names, or `scenario`. Raises `ProposalFileUnusable` and `InvalidData`.
    """
    stored = read_proposal(path)
    root = path.resolve().parent / stored.root
    if scenario is None and not (root / stored.scenario.path).is_file() and Path(stored.scenario.path).is_file():
        root = Path.cwd()
    scenario = scenario or root / stored.scenario.path
    instance = read_scenario(scenario, area=stored.scenario.area)
    proposal = proposal_of(stored)
    assessment = assess(instance, proposal)
    return Verification(
        stored=stored,
        scenario=scenario,
        instance=instance,
        assessment=assessment,
        file_changed=content_digest(stored) != stored.content_sha256,
        inputs_changed=inputs_changed(
            [*stored.inputs, *(f for a in stored.alternatives for f in a.inputs)], instance, root
        ),
        differing=()
        if assessment.structural
        else (
            *differing_results(stored.results, stored.goal, stored.points, assessment),
            *untrue_runs(
                stored.runs,
                stored.status,
                assessment,
                levels=0 if instance.scenario.reference else len(assessment.goal),
                slack_percent=instance.scenario.level_slack_percent,
            ),
            *(a.id for a in stored.alternatives if not _holds(a, instance)),
        ),
    )


def proposal_of(row: ProposalFile | AlternativeRow) -> Proposal:
    """The proposal that stands in a file."""
    return Proposal(
        placements=tuple(Placement(unit=p.unit, building=p.building, staff=p.staff) for p in row.placements),
        refurbishments=frozenset(row.refurbishments),
    )


def _holds(row: AlternativeRow, instance: Instance) -> bool:
    """Whether an alternative is whole and has the points it was shown with. Its status takes its own solve."""
    found = assess(instance, proposal_of(row))
    return not found.structural and abs(found.points - row.points) <= ROUNDING
