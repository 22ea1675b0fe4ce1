"""Among proposals with the same values on every axis, the one that the scenario's own goal likes best."""

from collections.abc import Sequence
from dataclasses import replace

from localisation.domain.criterion import Criterion
from localisation.domain.instance import Instance
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status, Strength
from localisation.rules.linear import Linear
from localisation.solving.build import build
from localisation.solving.engines.model import Row
from localisation.solving.engines.race import run_engines
from localisation.solving.frontier.axis import Axis
from localisation.solving.frontier.questions import Found, Questions
from localisation.solving.progress import Stop

_NO_BOUND = 10**9
"""A bound that binds nothing: what makes the model measure a criterion that is only shown."""


class Settler:
    """The scenario's whole model, in which the axes are held at a point's values."""

    def __init__(self, instance: Instance, axes: Sequence[Axis], limits: SolveLimits, stop: Stop | None) -> None:
        chosen = {c for a in axes for c in a.factors}
        self._built = build(replace(instance, criteria=tuple(_measured(c, chosen) for c in instance.criteria)))
        self._axes, self._limits, self._stop = axes, limits, stop
        amounts = self._built.placement.amounts
        self.useful = chosen <= amounts.keys() and bool(self._built.objectives[0].terms)
        """Whether the goal says anything, and every axis can be held."""
        self._expressions = [a.expression(amounts) for a in axes] if self.useful else []

    def best(self, found: Found, questions: Questions, *, seconds: float) -> tuple[Found, bool]:
        """A proposal that loses no more points on the first goal level; whether it is proven that none loses less.

        Its values are those of the one given, or better where those were not proven to be beaten by none. `questions`
        measures it, by the independent check.
        """
        placement = self._built.placement
        rows = [
            Row(Linear(e.terms), None, v - e.constant) for e, v in zip(self._expressions, found.values, strict=True)
        ]
        model = replace(
            placement.model,
            rows=[*placement.model.rows, *rows],
            objective=self._built.objectives[0],
            hint=placement.hint(found.proposal),
        )
        limits = self._limits.model_copy(update={"time_limit_s": max(1, round(seconds))})
        _, outcome = run_engines(model, limits, report=lambda *_: None, stop=self._stop)
        if outcome.values is None:
            return found, False
        better = questions.measured(placement.proposal(outcome.values))
        proven = outcome.status is Status.OPTIMAL
        if better.values == found.values and better.assessment.goal >= found.assessment.goal:
            return found, proven
        return better, proven


def _measured(criterion: Criterion, chosen: set[str]) -> Criterion:
    if criterion.id in chosen and criterion.strength is Strength.INFO and criterion.at_most is None:
        return criterion.model_copy(update={"at_most": _NO_BOUND})
    return criterion
