"""What a plan is asked for: a scenario to solve first, or a proposal that is there already."""

from dataclasses import dataclass
from pathlib import Path

from localisation.cli.scenario_path import scenario_path
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSource:
    """An instance, the scenario file it was read from, and the stored proposal (None: to be found)."""

    instance: Instance
    scenario: Path
    area: str | None = None
    proposal: Proposal | None = None
    whole: bool = True
    """Whether a stored proposal has everyone somewhere, in places that exist."""
    unchanged: bool = True
    """Whether a stored proposal, its figures and its inputs are as they were when it was made."""


def plan_source(name: str) -> PlanSource:
    """Read a scenario (file or short name) or a PROPOSAL.json.

    Raises `UnknownScenario`, `InvalidData` and `ProposalFileUnusable`.
    """
    from localisation.cli.verification import proposal_of, verify_file
    from localisation.reading.scenario import read_scenario

    if Path(name).suffix.lower() != ".json":
        path = scenario_path(name)
        return PlanSource(instance=read_scenario(path), scenario=path)
    found = verify_file(Path(name))
    return PlanSource(
        instance=found.instance,
        scenario=found.scenario,
        area=found.stored.scenario.area,
        proposal=proposal_of(found.stored),
        whole=not found.assessment.structural,
        unchanged=found.unchanged,
    )
