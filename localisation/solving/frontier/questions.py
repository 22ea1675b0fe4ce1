"""The questions a frontier is made of: the least of one measure, or of a weighted sum, below limits."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from localisation.domain.assessment import Assessment
from localisation.domain.criterion import Criterion
from localisation.domain.errors import Disagreement
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status, Strength
from localisation.rules.linear import Linear, total
from localisation.solving.build import Built, build
from localisation.solving.engines.model import Row
from localisation.solving.engines.race import run_engines
from localisation.solving.frontier.axis import Axis
from localisation.solving.frontier.region import Vector
from localisation.solving.progress import Stop
from localisation.solving.verify import assess

Told = Callable[[int | None, int | None], None]
"""Told the best value and the bound of the question so far, in units of the axis."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A proposal with its values on the axes, as the independent check measures them."""

    proposal: Proposal
    assessment: Assessment
    values: Vector


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """How a question ended: the best proposal found, and the bound on what was asked for, in its own unit.

    `bound` is None when nothing is known. Without any proposal at all, `impossible` says that this is proven.
    """

    found: Found | None
    bound: int | None
    proven: bool
    impossible: bool = False


class Questions:
    """One model of an instance, asked again and again with other limits."""

    def __init__(self, instance: Instance, axes: Sequence[Axis], limits: SolveLimits, stop: Stop | None) -> None:
        self._instance, self._axes, self._limits, self._stop = instance, axes, limits, stop
        self._built: Built = build(measuring(instance, axes))
        amounts = self._built.placement.amounts
        self._expressions = [a.expression(amounts) for a in axes]
        ends = [self._built.placement.model.activity(e) for e in self._expressions]
        self.lowest, self.highest = tuple(low for low, _ in ends), tuple(high for _, high in ends)
        """The least and the largest values the model could give each axis at all."""
        self.asked = 0

    def least(
        self,
        axis: int,
        most: Vector,
        *,
        seconds: float,
        start: Proposal | None = None,
        floor: int | None = None,
        told: Told | None = None,
    ) -> Answer:
        """The least value of one axis with every other at most `most` (its own entry is not used).

        `floor` is a bound already proven for looser limits; the search begins from `start`.
        """
        rows = [_at_most(e, most[j]) for j, e in enumerate(self._expressions) if j != axis]
        expression, price = self._expressions[axis], self._axes[axis].price
        if floor is not None:
            rows.append(Row(Linear(expression.terms), floor - expression.constant, None))

        def report(best: int | None, bound: int | None) -> None:
            if told:
                told(None if best is None else best // price, None if bound is None else -(-bound // price))

        return self._ask(expression * price, price, rows, seconds, start, report)

    def leanest(self, most: Vector, weights: Vector, *, seconds: float, start: Proposal | None = None) -> Answer:
        """A proposal with no axis above `most` that has the least weighted sum: none beats it where that is proven.

        `weights` are goal units for one of an axis' own units, all above 0; the bound is on the sum.
        """
        rows = [_at_most(e, m) for e, m, high in zip(self._expressions, most, self.highest, strict=True) if m < high]
        objective = total(e * w for e, w in zip(self._expressions, weights, strict=True))
        return self._ask(objective, 1, rows, seconds, start, None)

    def measured(self, proposal: Proposal) -> Found:
        """The proposal under the independent check; raises `Disagreement` when it breaks a must."""
        assessment = assess(self._instance, proposal)
        if not assessment.valid:
            raise Disagreement("the independent check finds broken musts in a proposal of the frontier")
        return Found(proposal=proposal, assessment=assessment, values=tuple(a.value(assessment) for a in self._axes))

    def _ask(
        self,
        objective: Linear,
        price: int,
        rows: Sequence[Row],
        seconds: float,
        start: Proposal | None,
        told: Told | None,
    ) -> Answer:
        self.asked += 1
        placement = self._built.placement
        hint: Mapping[int, int] = placement.hint(start) if start else {}
        model = replace(placement.model, rows=[*placement.model.rows, *rows], objective=objective, hint=dict(hint))
        limits = self._limits.model_copy(update={"time_limit_s": max(1, round(seconds))})
        _, outcome = run_engines(model, limits, report=lambda _, *news: told(*news) if told else None, stop=self._stop)
        bound = None if outcome.bound is None else -(-outcome.bound // price)
        if outcome.values is None:
            impossible = outcome.status is Status.INFEASIBLE
            return Answer(found=None, bound=bound, proven=impossible, impossible=impossible)
        found = self.measured(placement.proposal(outcome.values))
        charged = tuple(e.constant + sum(f * outcome.values[v] for v, f in e.terms.items()) for e in self._expressions)
        if any(x > y for x, y in zip(found.values, charged, strict=True)):
            raise Disagreement(f"the frontier's model is charged {charged}, the check measures {found.values}")
        return Answer(found=found, bound=bound, proven=outcome.status is Status.OPTIMAL)


def measuring(instance: Instance, axes: Sequence[Axis]) -> Instance:
    """The instance with the axes' criteria measured by the model, and no others weighed: they would only slow it."""
    chosen = {c for a in axes for c in a.factors}
    return replace(instance, criteria=tuple(_as(c, chosen) for c in instance.criteria))


def _as(criterion: Criterion, chosen: set[str]) -> Criterion:
    if criterion.id not in chosen:
        shown = criterion.strength is Strength.WEIGHT
        return criterion.model_copy(update={"strength": Strength.INFO, "weight": 0}) if shown else criterion
    if criterion.strength is not Strength.INFO:
        return criterion
    ends = {"best": criterion.best, "worst": criterion.worst}
    if None in ends.values():
        ends = {"best": 0, "worst": 1}
    return criterion.model_copy(update={"strength": Strength.WEIGHT, "weight": 1, **ends})


def _at_most(expression: Linear, most: int) -> Row:
    return Row(Linear(expression.terms), None, most - expression.constant)
