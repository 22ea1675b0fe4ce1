"""A plan, how it was found, and what the independent check says of it."""

from dataclasses import dataclass

from localisation.domain.assessment import Assessment, LevelRun, status_of
from localisation.domain.relocation.changes import Changes
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import Programme
from localisation.domain.vocabulary import Status


@dataclass(frozen=True, kw_only=True)
class PlanResult:
    """A plan with its programme and assessment; `runs` has one entry a goal level.

    `first_plan_s` is how long the first plan took; None when no heuristic found one before the search did.
    """

    programme: Programme
    plan: Plan
    assessment: Assessment
    runs: tuple[LevelRun, ...]
    seed: int
    workers: int
    first_plan_s: float | None = None
    stopped: bool = False
    changes: Changes | None = None

    @property
    def status(self) -> Status:
        """Optimal only when every level was proven; a plan with nothing to weigh is as good as any."""
        return status_of(self.runs)
