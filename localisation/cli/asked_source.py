"""What a question is asked of: a scenario, which is solved first, or a proposal that is there already."""

from dataclasses import dataclass
from pathlib import Path

import typer

from localisation.cli.console import messages
from localisation.cli.exit_codes import ExitCode
from localisation.cli.scenario_path import scenario_path
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.exporting.naming import name_in
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
        if instance.scenario.reference:
            messages().print(texts("cli.whynot.reference"), markup=False, soft_wrap=True)
            raise typer.Exit(ExitCode.USAGE)
        return AskedSource(instance=instance, scenario=path, area=area, proposal=None)
    found = verify_file(Path(name))
    if found.assessment.structural:
        messages().print(texts("cli.plan.not_whole", file=name), markup=False)
        raise typer.Exit(ExitCode.INVALID_DATA)
    if not found.unchanged:
        messages().print(texts("cli.whynot.changed", file=name), markup=False)
    if found.assessment.broken_musts:
        musts = [name_in(r.criterion, texts.language) for r in found.assessment.broken_musts]
        messages().print(texts("cli.whynot.unlawful", file=name, musts=musts), markup=False)
    return AskedSource(
        instance=found.instance,
        scenario=found.scenario,
        area=found.stored.scenario.area,
        proposal=proposal_of(found.stored),
    )
