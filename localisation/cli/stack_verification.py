"""A stored stack plan held against the inputs as they are now, without the solver."""

from dataclasses import dataclass
from pathlib import Path

from localisation.cli.inputs_changed import inputs_changed
from localisation.domain.instance import Instance
from localisation.exporting.stack.stack_file import StackFile, read_stack_file
from localisation.reading.scenario import read_scenario
from localisation.solving.stacking.check_stack import StackFault, check_stack
from localisation.solving.verify import structural_faults


@dataclass(frozen=True, slots=True, kw_only=True)
class StackVerification:
    """What was found. Every list is empty when all is well."""

    stored: StackFile
    instance: Instance
    faults: tuple[StackFault, ...]
    file_changed: bool
    inputs_changed: tuple[str, ...]

    @property
    def unchanged(self) -> bool:
        """Whether file and inputs are as they were when the plan was made."""
        return not (self.file_changed or self.inputs_changed)


def verify_stack(path: Path, *, scenario: Path | None = None) -> StackVerification:
    """Read a stored stack plan and its scenario anew and check it; raises `StackFileUnusable` and `InvalidData`."""
    stored = read_stack_file(path)
    basis = stored.basis
    root = path.resolve().parent / basis.root
    if scenario is None and not (root / basis.scenario.path).is_file() and Path(basis.scenario.path).is_file():
        root = Path.cwd()
    instance = read_scenario(scenario or root / basis.scenario.path, area=basis.scenario.area)
    return StackVerification(
        stored=stored,
        instance=instance,
        faults=stack_faults(stored, instance),
        file_changed=not stored.unchanged,
        inputs_changed=inputs_changed(basis.inputs, instance, root),
    )


def stack_faults(stored: StackFile, instance: Instance) -> tuple[StackFault, ...]:
    """The faults of the proposal in the file, or else of its stack plan."""
    whole = structural_faults(instance, stored.proposal)
    if whole:
        return tuple(StackFault(kind="proposal", building="", about=f.about) for f in whole)
    unknown = [b.building for b in stored.buildings if b.building not in stored.proposal.by_building]
    if unknown:
        return tuple(StackFault(kind="building_unused", building=b) for b in unknown)
    return check_stack(instance.inventory, stored.proposal, stored.plan(instance.inventory))
