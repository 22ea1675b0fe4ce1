"""What every export is given."""

from dataclasses import dataclass
from pathlib import Path

from localisation.comparing.comparison import Comparison
from localisation.comparing.reasons import Reason
from localisation.domain.assessment import Result
from localisation.domain.stacking.stack_plan import StackPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """A finished run: the comparison, the chosen alternative's result and reasons, and where all this will stand."""

    comparison: Comparison
    result: Result
    reasons: tuple[Reason, ...]
    language: str
    scenario: Path
    """The scenario file that was solved."""
    area: str | None
    home: Path
    """The folder the exports will stand in when all are written."""
    stack: StackPlan | None = None
    """Who sits on which floor; None when it was not asked for."""
