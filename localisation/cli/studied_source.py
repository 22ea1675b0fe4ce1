"""What is studied: a scenario, which is solved first, or a proposal that is there already, with those beside it."""

from dataclasses import dataclass
from pathlib import Path

from localisation import __version__
from localisation.cli.proposal_in_hand import require_solvable, require_whole
from localisation.cli.scenario_path import scenario_path
from localisation.cli.verification import Verification
from localisation.domain.assessment import LevelRun, Result
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class StudiedSource:
    """`stored` is the proposal of a file, with what is known of it; None for a scenario that is still to be solved.

    `rivals` are the proposals that stand beside it in the file, by name and English name.
    """

    instance: Instance
    scenario: Path
    area: str | None
    stored: Result | None = None
    rivals: tuple[tuple[str, str, Proposal], ...] = ()


def studied_source(name: str, area: str | None, texts: Texts) -> StudiedSource:
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
        return StudiedSource(instance=instance, scenario=path, area=area)
    found = verify_file(Path(name))
    require_solvable(found.instance, texts)
    require_whole(found, name, texts)
    return StudiedSource(
        instance=found.instance,
        scenario=found.scenario,
        area=found.stored.scenario.area,
        stored=_result(found),
        rivals=tuple((row.name, row.name_en, proposal_of(row)) for row in found.stored.alternatives),
    )


def _result(found: Verification) -> Result:
    """The stored proposal as a result; what was proven counts only when nothing, nor the program, has changed since."""
    from localisation.cli.verification import proposal_of

    runs = tuple(
        LevelRun(status=r.status, value=r.value, bound=r.bound, seconds=r.seconds, engine=r.engine, given_up=r.given_up)
        for r in found.stored.runs
    )
    holds = found.unchanged and found.stored.engine.get("localisation") == __version__
    limits = found.instance.scenario.solve
    return Result(
        proposal=proposal_of(found.stored),
        assessment=found.assessment,
        runs=runs if holds else (),
        seed=limits.seed,
        workers=limits.workers,
    )
