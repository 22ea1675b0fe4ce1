"""By how much each demand gives way, in the numbers a reader knows: room, kroner, minutes, buildings."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cached_property

from localisation.domain.assessment import Breach, CriterionResult
from localisation.domain.errors import Disagreement
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.vocabulary import SpaceKind
from localisation.rules.base import Measure
from localisation.rules.statement import rule_of
from localisation.solving.explaining.demand import BOUND, Demand
from localisation.solving.explaining.diagnosis import Relief
from localisation.solving.explaining.loosen import with_bound, with_parameter, with_space
from localisation.solving.explaining.musts import Musts
from localisation.solving.verify import assess

FURTHEST = 10_000
"""Steps a parameter is loosened at most before the demand is said to give way wholly."""


def reliefs(instance: Instance, proposal: Proposal, *, least: bool, shared: Collection[str] = ()) -> tuple[Relief, ...]:
    """One for each demand that the proposal breaks, by the rules' own checks. `least`: no less would do.

    More room can break another demand, such as a bound on leased workplaces; then no number is told for room. Criteria
    in `shared` ask several things with one number: made looser for one it is looser for all, so that less may do than
    for the one alone, and of their parameters nothing is said to be the least. Raises `Disagreement` unless with all of
    them granted nothing is broken but what gives way wholly.
    """
    found = tuple(
        _relief(instance, proposal, result, breach, least, alone=result.criterion.id not in shared)
        for result in assess(instance, proposal).broken_musts
        for breach in (result.breaches or (None,))
    )
    if not _suffice(instance, proposal, found):
        found = tuple(replace(r, kind="", amount=0, bound=0) if r.kind == "space" else r for r in found)
        if not _suffice(instance, proposal, found):
            raise Disagreement("a demand is still broken although it was given all it is said to need")
    return found


def _suffice(instance: Instance, proposal: Proposal, found: Sequence[Relief]) -> bool:
    wholly = {(r.criterion, r.about) for r in found if not r.kind}
    return Musts(granted(instance, found)).broken(proposal) == wholly


def granted(instance: Instance, given: Sequence[Relief]) -> Instance:
    """The instance with every relief that is a number granted; what gives way wholly is left as it is."""
    more: dict[tuple[str, SpaceKind], int] = {}
    for relief in given:
        if relief.kind == "bound":
            instance = with_bound(instance, relief.criterion, relief.bound)
        elif relief.kind == "parameter":
            instance = _with_loosest(instance, relief)
        elif relief.kind == "space":
            key = (relief.about[0], SpaceKind(relief.about[1]))
            more[key] = max(more.get(key, 0), relief.amount)
    return with_space(instance, more) if more else instance


def _with_loosest(instance: Instance, relief: Relief) -> Instance:
    """Two subjects of one criterion may need different values of one parameter: the looser one counts."""
    criterion = next(c for c in instance.criteria if c.id == relief.criterion)
    rule = rule_of(criterion)
    step, now = rule.looser[relief.parameter], int(getattr(rule, relief.parameter))
    value = max(now, relief.bound) if step > 0 else min(now, relief.bound)
    return with_parameter(instance, relief.criterion, relief.parameter, value) or instance


def _relief(
    instance: Instance,
    proposal: Proposal,
    result: CriterionResult,
    breach: Breach | None,
    least: bool,
    *,
    alone: bool,
) -> Relief:
    criterion, rule = result.criterion, rule_of(result.criterion)
    if isinstance(rule, Measure):
        now = criterion.at_most or 0
        bound = -(-result.amount // rule.raw_per_unit)
        return Relief(criterion=criterion.id, about=BOUND, kind="bound", amount=bound - now, bound=bound, least=least)
    assert breach is not None
    if rule.looser_with_space:
        need, space = breach.holes["need"], breach.holes["space"]
        assert isinstance(need, int)
        assert isinstance(space, int)
        return Relief(
            criterion=criterion.id, about=breach.about, kind="space", amount=need - space, bound=need, least=least,
            breach=breach,
        )  # fmt: skip
    for key, step in rule.looser.items():
        now = int(getattr(rule, key))
        value = _Looser(instance, proposal, (criterion.id, breach.about), key, now, step).first
        if value is not None:
            return Relief(
                criterion=criterion.id, about=breach.about, kind="parameter", parameter=key, amount=abs(value - now),
                bound=value, least=least and alone and key not in rule.found_by_trial, breach=breach,
            )  # fmt: skip
    return Relief(criterion=criterion.id, about=breach.about, least=least, breach=breach)


class _Looser:
    """Finds the value of a parameter, nearest to the present one, at which a proposal meets a demand."""

    def __init__(self, instance: Instance, proposal: Proposal, demand: Demand, key: str, now: int, step: int) -> None:
        self._instance, self._proposal, self._demand = instance, proposal, demand
        self._key, self._now, self._step = key, now, step

    @cached_property
    def first(self) -> int | None:
        """By doubling, then by halving: what is met at a value is met at all looser ones."""
        low, high = 0, 1
        while not self._met(high):
            if high > FURTHEST or self._changed(high) is None:
                return self._last_allowed(low, high)
            low, high = high, 2 * high
        return self._between(low, high)

    def _between(self, low: int, high: int) -> int:
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (low, middle) if self._met(middle) else (middle, high)
        return self._now + self._step * high

    def _last_allowed(self, low: int, high: int) -> int | None:
        """Where doubling leapt over the loosest value that the rule allows."""
        while high - low > 1:
            middle = (low + high) // 2
            if self._met(middle):
                return self._between(low, middle)
            low, high = (middle, high) if self._changed(middle) is not None else (low, middle)
        return None

    def _changed(self, steps: int) -> Instance | None:
        return with_parameter(self._instance, self._demand[0], self._key, self._now + self._step * steps)

    def _met(self, steps: int) -> bool:
        changed = self._changed(steps)
        return changed is not None and self._demand not in Musts(changed).broken(
            self._proposal, only=(self._demand[0],)
        )
