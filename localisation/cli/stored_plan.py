"""A stored plan with everything it was made from, read anew and without the solver."""

from dataclasses import dataclass
from pathlib import Path

from localisation.domain.assessment import Breach
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.relocation.changes import Changes
from localisation.domain.relocation.derive import programme_of
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import Programme
from localisation.exporting.plan.plan_file import read_plan
from localisation.exporting.plan.plan_file_schema import PlanFile
from localisation.exporting.plan.stored_plan import changes_of, plan_of, proposal_of
from localisation.reading.scenario import read_scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPlan:
    """What stands in a PLAN.json, and what it means on the programme made anew.

    `faults` are dates that cannot be said on the calendar, such as a holiday.
    """

    file: PlanFile
    root: Path
    scenario: Path
    instance: Instance
    proposal: Proposal
    changes: Changes | None
    programme: Programme
    plan: Plan
    faults: tuple[Breach, ...]


def stored_plan(path: Path, *, scenario: Path | None = None) -> StoredPlan:
    """Read a plan with the scenario it names, or another.

    Raises `PlanFileUnusable` and `InvalidData`.
    """
    file = read_plan(path)
    root = path.resolve().parent / file.root
    if scenario is None and not (root / file.scenario.path).is_file() and Path(file.scenario.path).is_file():
        root = Path.cwd()
    scenario = scenario or root / file.scenario.path
    instance = read_scenario(scenario, area=file.scenario.area)
    proposal = proposal_of(file)
    calendar = programme_of(instance, proposal).calendar
    changes = changes_of(file, calendar)
    programme = programme_of(instance, proposal, changes)
    plan, faults = plan_of(file, programme)
    return StoredPlan(
        file=file,
        root=root,
        scenario=scenario,
        instance=instance,
        proposal=proposal,
        changes=changes,
        programme=programme,
        plan=plan,
        faults=faults,
    )
