"""The model of an instance whose proposals lose few more points than a known one."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from localisation.domain.assessment import Assessment
from localisation.domain.errors import Disagreement
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Engine
from localisation.rules.linear import Linear
from localisation.solving.build import Built, build
from localisation.solving.engines.board import Board
from localisation.solving.engines.completed import completed
from localisation.solving.engines.improving import improve
from localisation.solving.engines.model import Model, Row
from localisation.solving.engines.outcome import Outcome, evaluate
from localisation.solving.engines.parts import Parts
from localisation.solving.engines.race import run_engines
from localisation.solving.placement_model import PlacementModel
from localisation.solving.progress import Stop
from localisation.solving.verify import assess
from localisation.solving.without_idle_works import without_idle_works

OnTheWay = Callable[[Proposal], None]
"""Given each proposal found on the way to a better one."""
PART_S = 1.0
"""Seconds for one part: the limit on the score makes proofs slow, and what a part can give is found long before."""


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
        on_the_way: OnTheWay | None = None,
        improving: float = 0.0,
        leading: Linear | None = None,
    ) -> Outcome:
        """The least of an objective (in goal-unit size), from a proposal to begin with; `rows` are for this once.

        The first part `improving` of the time is for better and better solutions from there, each told `on_the_way`, by
        the objective or what is `leading` to it; then the engines search and prove from the best of them. What must
        repeat goes to the engines at once.
        """
        began, limits = time.monotonic(), self.limits
        whole = self.placement.model
        hint = self.placement.hint(start) if start else {}
        model = replace(whole, rows=[*whole.rows, *self.held, *rows], objective=objective, hint=hint)
        repeatable = limits.deterministic_limit is not None
        if improving and start and not repeatable and limits.engine is Engine.PORTFOLIO:
            self._improve(model, leading or objective, improving * seconds, stop, on_the_way)
        left = seconds - (time.monotonic() - began)
        limits = limits.model_copy(update={"time_limit_s": max(1, round(left))})
        return run_engines(model, limits, report=lambda *_: None, stop=stop)[1]

    def _improve(
        self, model: Model, leading: Linear, seconds: float, stop: Stop | None, on_the_way: OnTheWay | None
    ) -> None:
        """Give the model as its hint the best solution that parts of it lead to from the hint there is."""
        until = time.monotonic() + seconds
        values = completed(model)
        if values is None:
            return
        led = replace(model, objective=leading)
        board = _Watched(led, model.objective, lambda v: on_the_way(self.placement.proposal(v)) if on_the_way else None)
        board.offer(values, "")
        left = until - time.monotonic()
        improve(Parts(led), board, self.limits, lambda: None, seconds=left, stop=stop, part_s=PART_S)
        if board.kept is not None:
            model.hint = dict(enumerate(board.kept))

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


class _Watched(Board):
    """A board that tells of every solution it takes, and keeps the one that is best by another objective."""

    def __init__(self, led: Model, objective: Linear, on_the_way: Callable[[list[int]], None]) -> None:
        super().__init__(led)
        self._objective, self._on_the_way = objective, on_the_way
        self.kept: list[int] | None = None
        self._one_at_a_time = threading.Lock()

    def offer(self, values: list[int], by: str) -> bool:
        """Take a solution as a board does."""
        with self._one_at_a_time:
            taken = super().offer(values, by)
            if taken and (best := self.best) is not None:
                _, lawful = best
                if self.kept is None or evaluate(self._objective, lawful) < evaluate(self._objective, self.kept):
                    self.kept = lawful
                self._on_the_way(lawful)
        return taken
