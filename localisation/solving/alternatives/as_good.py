"""The model of an instance whose proposals lose few more points than a known one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from localisation.domain.assessment import Assessment
from localisation.domain.errors import Disagreement
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.scenario import SolveLimits
from localisation.rules.linear import Linear
from localisation.solving.build import Built, build
from localisation.solving.engines.model import Row
from localisation.solving.engines.outcome import Outcome
from localisation.solving.engines.race import run_engines
from localisation.solving.placement_model import PlacementModel
from localisation.solving.progress import Stop
from localisation.solving.verify import assess
from localisation.solving.without_idle_works import without_idle_works

Report = Callable[[str, int | None, int | None], None]
"""Called with the engine's name, the best value and the bound so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AsGood:
    """The built model with every goal level held at `allowed` or less, in goal units."""

    instance: Instance
    built: Built
    allowed: tuple[int, ...]
    held: tuple[Row, ...]
    limits: SolveLimits

    @property
    def placement(self) -> PlacementModel:
        """The placement model, to which more can be said."""
        return self.built.placement

    def search(
        self,
        objective: Linear,
        *,
        seconds: float,
        start: Proposal | None,
        stop: Stop | None,
        rows: tuple[Row, ...] = (),
        loose: bool = False,
        report: Report = lambda *_: None,
    ) -> Outcome:
        """The least of an objective (in goal-unit size), from a proposal to begin with; `rows` are for this once.

        `loose`: the first goal level is not held, since it is what is minimised.
        """
        whole = self.placement.model
        hint: Mapping[int, int] = self.placement.hint(start) if start else {}
        model = replace(whole, rows=[*whole.rows, *self.held[loose:], *rows], objective=objective, hint=dict(hint))
        limits = self.limits.model_copy(update={"time_limit_s": max(1, round(seconds))})
        return run_engines(model, limits, report=report, stop=stop)[1]

    def checked(self, outcome: Outcome) -> tuple[Proposal, Assessment]:
        """The proposal found without works that nobody asks for; raises `Disagreement` when the check contradicts."""
        assert outcome.values is not None
        proposal = self.placement.proposal(outcome.values)
        if not self._holds(assess(self.instance, proposal)):
            raise Disagreement("the independent check finds a proposal unlawful, or worse than the solver says")
        return without_idle_works(self.instance, proposal)

    def _holds(self, assessment: Assessment) -> bool:
        return assessment.valid and all(g <= a for g, a in zip(assessment.goal, self.allowed, strict=True))


def as_good(instance: Instance, goal: tuple[int, ...], *, more: int, limits: SolveLimits) -> AsGood:
    """Every goal level may lose `more` goal units more than `goal` does, and no more."""
    built = build(instance)
    allowed = tuple(g + more for g in goal)
    held = tuple(
        Row(Linear(objective.terms), None, most - objective.constant)
        for objective, most in zip(built.objectives, allowed, strict=True)
    )
    return AsGood(instance=instance, built=built, allowed=allowed, held=held, limits=limits)
