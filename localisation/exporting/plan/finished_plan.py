"""What every export of a plan is given."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.result import PlanResult
from localisation.solving.schedule.replanning.difference import Change
from localisation.solving.schedule.simulation.simulation import Simulation


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectedPlacement:
    """A placement that was sent back because its plan breaks a must: its points, and why, by language."""

    proposal: Proposal
    points: float
    why: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class FinishedPlan:
    """A plan with its instance and what goes with it, and where all this will stand.

    `placement_points` are the points of the placement the plan carries out. `rejected` has the placements that were
    better but cannot be carried out, the best first: the first is what placement alone would have given. A plan made
    anew has the one adopted before, on the same calendar, and what is otherwise (None: it is found when it is told).
    """

    instance: Instance
    result: PlanResult
    scenario: Path
    """The scenario file that was planned."""
    language: str
    home: Path
    """The folder the exports will stand in when all are written."""
    area: str | None = None
    placement_points: float | None = None
    rejected: tuple[RejectedPlacement, ...] = ()
    simulation: Simulation | None = None
    adopted: Plan | None = None
    differences: tuple[Change, ...] | None = None
    today: date | None = None
    made: date = field(default_factory=date.today)
    written: datetime = field(default_factory=lambda: datetime.now(UTC))
    """The moment the exports are written; a later one is a later revision of a calendar."""
