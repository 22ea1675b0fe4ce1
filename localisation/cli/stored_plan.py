"""A stored plan with everything it was made from, read anew and without the solver."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
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
from localisation.solving.verify import structural_faults


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPlan:
    """What stands in a PLAN.json, and what it means on the programme made anew.

    `faults` are what makes the placements no whole proposal, as ("placement_unknown", unit, building),
    ("unknown_option", option), ("placement_double", unit, building) and ("placement_staff", unit), and dates that
    cannot be said on the calendar, such as a holiday. The programme is made of the placements and works there are.
    """

    file: PlanFile
    root: Path
    scenario: Path
    instance: Instance
    proposal: Proposal
    changes: Changes | None
    programme: Programme
    plan: Plan
    normal_days: Mapping[str, int]
    """How many days each activity takes when nothing else is told."""
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
    known = _known(instance, proposal)
    unchanged = programme_of(instance, known)
    changes = changes_of(file, unchanged.calendar)
    programme = programme_of(instance, known, changes)
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
        normal_days={a.id: a.days for a in unchanged.activities},
        faults=(*_proposal_faults(instance, proposal), *faults),
    )


def _known(instance: Instance, proposal: Proposal) -> Proposal:
    """The placements and works of a proposal that the inputs know of."""
    inventory = instance.inventory
    options = {r.id for b in inventory.buildings for r in b.refurbishments}
    return Proposal(
        placements=tuple(
            p for p in proposal.placements if p.unit in inventory.unit and p.building in inventory.building
        ),
        refurbishments=proposal.refurbishments & options,
    )


def _proposal_faults(instance: Instance, proposal: Proposal) -> Iterator[Breach]:
    """What makes the placements no whole proposal, under kinds of their own."""
    for fault in structural_faults(instance, proposal):
        kind, *about = fault.about
        own = "unknown_option" if kind == "unknown" and len(about) == 1 else f"placement_{kind}"
        yield replace(fault, about=(own, *about))
