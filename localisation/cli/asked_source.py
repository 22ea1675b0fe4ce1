"""What a question is asked of: a scenario, which is solved first, or a proposal that is there already."""

from dataclasses import dataclass
from pathlib import Path

from localisation.cli.proposal_in_hand import require_solvable, require_whole
from localisation.cli.scenario_path import scenario_path
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedSource:
    """The instance and the file of its scenario, with the stored proposal (None: to be found)."""

    instance: Instance
    scenario: Path
    area: str | None
    proposal: Proposal | None


def asked_source(name: str, area: str | None, texts: Texts) -> AskedSource:
    """Read a scenario (file or short name) or a PROPOSAL.json; what is wrong with a proposal is told.

    Raises `UnknownScenario`, `InvalidData` and `ProposalFileUnusable`; leaves with 2 for today's situation, and with 3
    when a proposal is not whole.
    """
    from localisation.cli.verification import proposal_of, verify_file
    from localisation.reading.scenario import read_scenario

    if Path(name).suffix.lower() != ".json":
        path = scenario_path(name)
        instance = read_scenario(path, area=area)
        require_solvable(instance, texts)
        return AskedSource(instance=instance, scenario=path, area=area, proposal=None)
    found = verify_file(Path(name))
    require_solvable(found.instance, texts)
    require_whole(found, name, texts)
    return AskedSource(
        instance=found.instance,
        scenario=found.scenario,
        area=found.stored.scenario.area,
        proposal=proposal_of(found.stored),
    )
