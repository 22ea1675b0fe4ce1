"""The shape of plan.json, version 1. docs/plan.schema.json is made from it."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from pydantic import Field

from localisation.domain.frozen import Frozen
from localisation.domain.relocation.logistics import ActivityKind
from localisation.domain.vocabulary import Status
from localisation.exporting.proposal_file_schema import FileDigest, PlacementRow, ResultRow, RunRow, ScenarioRow
from localisation.exporting.stored_kind import StoredKind


class CalendarRow(Frozen):
    """The days the plan was made within: both dates are counted, working days only."""

    first: date
    last: date
    working_days: int


class StepRow(Frozen):
    """When an activity is carried out. `last` is None for one that takes no time; `days` are days worked on."""

    activity: str
    kind: ActivityKind
    unit: str = ""
    building: str = ""
    first: date
    last: date | None
    days: int = Field(ge=0)
    overtime: bool = False


class AdoptedStepRow(Frozen):
    """When an activity was carried out in the plan adopted before."""

    first: date
    last: date | None
    overtime: bool = False


class VehicleRow(Frozen):
    """Which vehicle carries a leg, from which minute of its first day."""

    vehicle: int = Field(ge=0)
    minute: int = Field(ge=0)


class AdoptedRow(Frozen):
    """The plan adopted before."""

    steps: Mapping[str, AdoptedStepRow]
    via: Mapping[str, str] = Field(default_factory=dict)
    runs: Mapping[str, VehicleRow] = Field(default_factory=dict)


class ChangesRow(Frozen):
    """What the plan had to reckon with: new durations and first days by activity, and what was kept as adopted."""

    as_of: date | None = None
    days: Mapping[str, int] = Field(default_factory=dict)
    earliest: Mapping[str, date] = Field(default_factory=dict)
    kept: tuple[str, ...] = ()
    adopted: AdoptedRow | None = None


class RejectedRow(Frozen):
    """A placement that could not be carried out: its points and, by language, why."""

    points: float
    placements: tuple[PlacementRow, ...]
    refurbishments: tuple[str, ...]
    why: Mapping[str, str]


class DriverRow(Frozen):
    """An activity that decides when something is finished: how often it lies on a longest way, and its correlation."""

    activity: str
    criticality_percent: float
    correlation: float | None


class InPlaceRow(Frozen):
    """When a unit ("": everyone) is in place with so many per cent of the draws; None is beyond the calendar."""

    unit: str
    planned: date
    by: Mapping[int, date | None]
    deadline: date
    on_time_percent: float
    drivers: tuple[DriverRow, ...]


class SimulationRow(Frozen):
    """The plan carried out many times with durations that are drawn."""

    draws: int
    seed: int
    units: tuple[InPlaceRow, ...]
    everyone: InPlaceRow
    uncertain: tuple[str, ...]


class PlanFile(Frozen):
    """A stored plan. `root` is the way from the file's own folder to where all paths start.

    `via` has the moves that go through transit premises, `runs` the legs that a vehicle was asked for.
    """

    schema_version: Literal[1]
    kind: Literal[StoredKind.PLAN]
    engine: dict[str, str]
    root: str
    scenario: ScenarioRow
    inputs: tuple[FileDigest, ...]
    placements: tuple[PlacementRow, ...]
    refurbishments: tuple[str, ...]
    calendar: CalendarRow
    changes: ChangesRow | None
    steps: tuple[StepRow, ...]
    via: Mapping[str, str]
    runs: Mapping[str, VehicleRow]
    results: tuple[ResultRow, ...]
    goal: tuple[int, ...]
    points: float
    status: Status
    level_runs: tuple[RunRow, ...]
    first_plan_s: float | None
    placement_points: float | None
    rejected: tuple[RejectedRow, ...]
    simulation: SimulationRow | None
    stopped: bool
    seed: int
    workers: int
    content_sha256: str
