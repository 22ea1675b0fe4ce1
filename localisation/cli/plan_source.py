"""What a plan is asked for: a scenario to solve first, or a proposal that is there already."""

from dataclasses import dataclass, replace
from pathlib import Path

from localisation.cli.scenario_path import scenario_path
from localisation.cli.verification import Verification, proposal_of, verify_file
from localisation.domain.criterion import Criterion
from localisation.domain.errors import InvalidData
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSource:
    """An instance, the scenario file it was read from, and the stored proposal (None: to be found)."""

    instance: Instance
    scenario: Path
    area: str | None = None
    proposal: Proposal | None = None
    unfit: Verification | None = None
    """The stored proposal, where it has not everyone somewhere, in places that exist."""
    broken_musts: tuple[Criterion, ...] = ()
    """The musts on who sits where that a stored proposal does not meet."""
    unchanged: bool = True
    """Whether a stored proposal, its figures and its inputs are as they were when it was made."""


def plan_source(name: str) -> PlanSource:
    """Read a scenario (file or short name) or a PROPOSAL.json.

    Raises `UnknownScenario`, `InvalidData` and `ProposalFileUnusable`.
    """
    from localisation.reading.scenario import read_scenario

    if Path(name).suffix.lower() != ".json":
        path = scenario_path(name)
        return PlanSource(instance=_possible(read_scenario(path)), scenario=path)
    found = verify_file(Path(name))
    return PlanSource(
        instance=_possible(found.instance),
        scenario=found.scenario,
        area=found.stored.scenario.area,
        proposal=proposal_of(found.stored),
        unfit=found if found.assessment.structural else None,
        broken_musts=tuple(r.criterion for r in found.assessment.broken_musts),
        unchanged=found.unchanged,
    )


def _possible(instance: Instance) -> Instance:
    """The instance, unless a crew is too small for what it is to do at all: then no placement has a plan."""
    from localisation.reading.suspicions.hands import hands
    from localisation.reading.suspicions.where import Where

    found = [p for p in hands(instance, Where(instance)) if p.code == "crew_too_small"]
    if found:
        raise InvalidData([replace(p, severity="error") for p in found])
    return instance
