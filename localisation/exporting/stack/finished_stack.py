"""What every export of a stack plan is given."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.stacking.stack_plan import StackPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedStack:
    """The stack plan of a proposal, the scenario file it is of, and the folder its files will stand in."""

    instance: Instance
    proposal: Proposal
    plan: StackPlan
    language: str
    scenario: Path
    area: str | None
    home: Path
    made: date = field(default_factory=date.today)
