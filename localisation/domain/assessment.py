"""What is found when a proposal is held against its criteria."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from localisation.domain.criterion import Criterion
from localisation.domain.proposal import Proposal
from localisation.domain.vocabulary import Status, Strength

About = tuple[str, ...]
"""What a requirement speaks of: ids, such as (unit, building) or (building, kind of space)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """A requirement that does not hold: of whom it speaks, and the figures its sentence needs."""

    about: About
    holes: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionResult:
    """How one criterion fares. `amount` is in the rule's raw unit (breaches for a requirement).

    `points` is on the scale from `worst` (0) to `best` (100), not cut off; None when the criterion has no scale.
    `met` is None for a measure without bound.
    """

    criterion: Criterion
    amount: int
    breaches: tuple[Breach, ...] = ()
    met: bool | None
    points: float | None = None


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """A proposal held against every criterion, without any solver.

    `goal` has one whole number per goal level, to be minimised, in `GOAL_UNITS` per point lost. `points` is the
    weighted mean of the points of the first level's criteria: 100 is the best of the scale everywhere.
    """

    results: tuple[CriterionResult, ...]
    goal: tuple[int, ...]
    points: float
    structural: tuple[Breach, ...] = ()
    """Faults no criteria list can allow: staff that do not add up, unknown ids."""

    @property
    def broken_musts(self) -> tuple[CriterionResult, ...]:
        """The musts that do not hold."""
        return tuple(r for r in self.results if r.criterion.strength is Strength.MUST and not r.met)

    @property
    def valid(self) -> bool:
        """Whether the proposal is whole and every must holds."""
        return not self.structural and not self.broken_musts

    def result(self, criterion_id: str) -> CriterionResult:
        """The result of one criterion."""
        return next(r for r in self.results if r.criterion.id == criterion_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelRun:
    """How the solve of one goal level ended. Values are in `GOAL_UNITS` per point lost.

    `value` is the finished proposal's; `given_up` the part of it that the scenario's slack let later levels take.
    """

    status: Status
    value: int | None
    bound: int | None
    seconds: float
    engine: str
    given_up: int = 0

    @property
    def room(self) -> int | None:
        """How much lower the value could be at most, going by the bound; None when either is not known."""
        if self.value is None or self.bound is None:
            return None
        return max(0, self.value - self.given_up - self.bound)

    @property
    def gap(self) -> float | None:
        """Relative distance between the value reached when the level was solved and the bound; 0 when proven."""
        if self.value is None or self.room is None:
            return None
        return 0.0 if self.status is Status.OPTIMAL else self.room / max(1, abs(self.value - self.given_up))


def status_of(runs: Sequence[LevelRun]) -> Status:
    """Optimal only when every level was proven, otherwise as the first that was not; held when nothing was solved."""
    if not runs:
        return Status.HELD
    return next((r.status for r in runs if r.status is not Status.OPTIMAL), Status.OPTIMAL)


@dataclass(frozen=True, kw_only=True)
class Result:
    """A proposal, how it was found, and what the independent check says of it."""

    proposal: Proposal
    assessment: Assessment
    runs: tuple[LevelRun, ...]
    seed: int
    workers: int
    stopped: bool = False
    """Stopped by the user; the best so far was kept."""

    @property
    def status(self) -> Status:
        """Optimal only when every level was proven."""
        return status_of(self.runs)
