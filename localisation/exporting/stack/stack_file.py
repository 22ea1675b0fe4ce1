"""stack.json: a stack plan with everything needed to check it again, and a fingerprint against changes."""

from pathlib import Path
from typing import Literal

from pydantic import Field

from localisation.domain.frozen import Frozen
from localisation.domain.inventory import Inventory
from localisation.domain.proposal import Placement, Proposal
from localisation.domain.stacking.floor_room import FloorRoom
from localisation.domain.stacking.stack_plan import AMOUNTS, BuildingStack, Share, StackAmounts, StackPlan, StackRun
from localisation.domain.stacking.stack_task import StackTask, stack_task
from localisation.domain.vocabulary import Confidence, SpaceKind, Status
from localisation.exporting.proposal_file import placement_rows
from localisation.exporting.proposal_file_schema import PlacementRow
from localisation.exporting.stack.finished_stack import FinishedStack
from localisation.exporting.stored_file import StoredFileUnusable, read_stored, signed, stored_digest, write_stored
from localisation.exporting.stored_kind import StoredKind
from localisation.exporting.study.stored_entry import Basis, basis_of


class StackFileUnusable(StoredFileUnusable):
    """The file cannot be read as a stored stack plan; carries every fault found."""


class FloorRow(Frozen):
    """A floor as it was planned with: whole spaces of each kind, and floors to the nearest entrance."""

    number: int
    height: int
    public: bool
    away: int
    confidence: Confidence
    spaces: dict[SpaceKind, int]


class ShareRow(Frozen):
    """What a unit has on a floor; spaces in hundredths."""

    unit: str
    floor: int
    staff: int = Field(ge=0)
    spaces: dict[SpaceKind, int]


class BuildingRow(Frozen):
    """One building. `amounts` are whole numbers in the units of `StackAmounts`; `within` is null when not known."""

    building: str
    floors: tuple[FloorRow, ...] = Field(min_length=1)
    shares: tuple[ShareRow, ...]
    amounts: dict[str, int]
    least: dict[str, int]
    status: Status
    seconds: float
    open_from: str = ""
    within: int | None = None
    parted: bool = False


class StackFile(Frozen):
    """A stored stack plan, with the proposal it is of."""

    schema_version: Literal[1] = 1
    kind: Literal[StoredKind.STACK] = StoredKind.STACK
    basis: Basis
    placements: tuple[PlacementRow, ...]
    refurbishments: tuple[str, ...]
    buildings: tuple[BuildingRow, ...]
    left_out: tuple[str, ...] = ()
    content_sha256: str = ""

    @property
    def proposal(self) -> Proposal:
        """The proposal it is of."""
        placements = tuple(Placement(unit=p.unit, building=p.building, staff=p.staff) for p in self.placements)
        return Proposal(placements=placements, refurbishments=frozenset(self.refurbishments))

    @property
    def unchanged(self) -> bool:
        """Whether the file's own fingerprint fits its contents."""
        return stored_digest(self) == self.content_sha256

    def plan(self, inventory: Inventory) -> StackPlan:
        """The plan as it stands in the file; who needs what is the inventory's. KeyError for unknown ids."""
        return StackPlan(
            buildings=tuple(_stack(row, inventory, self.proposal) for row in self.buildings), left_out=self.left_out
        )


def write_stack_file(path: Path, run: FinishedStack) -> None:
    """Write the plan as JSON with sorted keys."""
    contents = StackFile(
        basis=basis_of(run.instance, run.scenario, run.area, run.home),
        placements=placement_rows(run.proposal),
        refurbishments=tuple(sorted(run.proposal.refurbishments)),
        buildings=tuple(_row(stack) for stack in run.plan.buildings),
        left_out=run.plan.left_out,
    )
    write_stored(path, signed(contents))


def read_stack_file(path: Path) -> StackFile:
    """Read a stored stack plan; raises `StackFileUnusable` with every place where it is no such file."""
    return read_stored(path, StackFile, StackFileUnusable)


def _row(stack: BuildingStack) -> BuildingRow:
    return BuildingRow(
        building=stack.building,
        floors=tuple(
            FloorRow(
                number=f.number,
                height=f.height,
                public=f.public,
                away=f.away,
                confidence=f.confidence,
                spaces=dict(f.spaces),
            )
            for f in stack.task.floors
        ),
        shares=tuple(ShareRow(unit=s.unit, floor=s.floor, staff=s.staff, spaces=dict(s.spaces)) for s in stack.shares),
        amounts={key: getattr(stack.amounts, key) for key in AMOUNTS},
        least=dict(stack.least),
        status=stack.run.status,
        seconds=stack.run.seconds,
        open_from=stack.run.open_from,
        within=stack.run.within,
        parted=stack.parted,
    )


def _stack(row: BuildingRow, inventory: Inventory, proposal: Proposal) -> BuildingStack:
    asked = stack_task(inventory, proposal, row.building)
    floors = tuple(
        FloorRoom(
            number=f.number, height=f.height, public=f.public, away=f.away, confidence=f.confidence, spaces=f.spaces
        )
        for f in row.floors
    )
    return BuildingStack(
        task=StackTask(building=row.building, floors=floors, occupants=asked.occupants, together=asked.together),
        shares=tuple(Share(unit=s.unit, floor=s.floor, staff=s.staff, spaces=s.spaces) for s in row.shares),
        amounts=StackAmounts(**{key: row.amounts.get(key, -1) for key in AMOUNTS}),
        least=row.least,
        run=StackRun(status=row.status, seconds=row.seconds, open_from=row.open_from, within=row.within),
        parted=row.parted,
    )
