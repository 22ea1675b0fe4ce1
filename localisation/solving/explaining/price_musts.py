"""Solves without each must in turn, and skips those whose dropping is proven to help nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from localisation.domain.assessment import Result
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status, Strength
from localisation.rules.goal import GOAL_UNITS, levels
from localisation.solving.explaining.loosen import without
from localisation.solving.explaining.looser_steps import looser_steps
from localisation.solving.explaining.musts import Musts
from localisation.solving.explaining.price import LITTLE, Gain, Price, Prices
from localisation.solving.open_points import open_points
from localisation.solving.progress import OnProgress, Stop
from localisation.solving.solve import solve
from localisation.solving.stopped_empty import StoppedEmpty
from localisation.solving.verify import assess

OnStep = Callable[[int, int, tuple[str, ...]], None]
"""Told how many musts are priced, of how many, and which are left out of what is solved now (none: the whole)."""


def price_musts(
    instance: Instance,
    *,
    stored: Result | None = None,
    limits: SolveLimits | None = None,
    on_step: OnStep | None = None,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
) -> Prices:
    """The points gained on the first goal level without each must, locks included, and one step looser.

    Musts are first left out together: where that gains nothing, none of them costs anything, which no further solve is
    needed for (group testing; leaving out can only gain). Each solve begins from the best proposal and has the whole
    time of `limits`. A stop keeps those done. A `stored` result that was proven best is the best as it is; another one
    is where its search begins. Raises `NoProposal` when the musts collide.
    """
    first = instance.scenario.model_copy(update={"levels": (levels(instance)[0],)})
    instance = replace(instance, scenario=first)
    limits = limits or instance.scenario.solve
    musts = tuple(c.id for c in instance.criteria if c.strength is Strength.MUST)
    told = on_step or (lambda *_: None)
    told(0, len(musts), ())
    best = _proven(instance, stored)
    if best is None:
        start = stored.proposal if stored else None
        best = solve(instance, start=start, limits=limits, on_progress=on_progress, stop=stop)
    pricing = _Pricing(instance, best, musts, limits, told, on_progress, stop)
    pricing.group(musts, None)
    priced = tuple(_with_steps(pricing, pricing.prices[m]) for m in musts if m in pricing.prices)
    return Prices(
        best=best,
        together=_no_less(pricing.together, priced),
        prices=priced,
        left_out=tuple(m for m in musts if m not in pricing.prices),
        stopped=pricing.over,
        solves=pricing.solves,
    )


def _proven(instance: Instance, stored: Result | None) -> Result | None:
    """The stored result on the first goal level alone, where it is proven that nothing is better there."""
    if stored is None or not stored.runs or stored.runs[0].status is not Status.OPTIMAL:
        return None
    assessment = assess(instance, stored.proposal)
    if not assessment.valid or open_points(stored.runs) != 0:
        return None
    return replace(stored, assessment=assessment, runs=stored.runs[:1])


def _no_less(together: Gain | None, priced: Sequence[Price]) -> Gain | None:
    """What leaving out all of them gains: no less than what any one of them does."""
    if together is None:
        return None
    return replace(together, least=max(together.least, *(p.gain.least for p in priced), 0.0))


def _with_steps(pricing: "_Pricing", price: Price) -> Price:
    """A step looser gains no more than leaving out: where that gains nothing, no step does."""
    if price.gain.nothing:
        return price
    found = []
    for step in looser_steps(pricing.instance, price.criterion):
        if pricing.over:
            break
        tried = pricing.tried(step.instance, (price.criterion,))
        if tried is not None:
            gain = Gain(least=tried.gain.least, most=_least(tried.gain.most, price.gain.most))
            found.append(replace(step.looser, gain=gain))
    most_of_a_step = max((one.gain.least for one in found), default=0.0)
    return replace(price, gain=replace(price.gain, least=max(price.gain.least, most_of_a_step)), looser=tuple(found))


def _least(first: float | None, second: float | None) -> float | None:
    return min((x for x in (first, second) if x is not None), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tried:
    gain: Gain
    proposal: Proposal


@dataclass(kw_only=False)
class _Pricing:
    """The search through groups of musts."""

    instance: Instance
    best: Result
    musts: Sequence[str]
    limits: SolveLimits
    told: OnStep
    on_progress: OnProgress | None
    stop: Stop | None
    prices: dict[str, Price] = field(default_factory=dict)
    together: Gain | None = None
    solves: int = 0

    @property
    def over(self) -> bool:
        """Whether the user has ended it."""
        return self.stop is not None and self.stop.is_set()

    def tried(self, changed: Instance, dropped: Sequence[str]) -> _Tried | None:
        """What a looser instance gains over the best proposal; None when time or the user ended it empty."""
        self.told(len(self.prices), len(self.musts), tuple(dropped))
        self.solves += 1
        try:
            start = self.best.proposal
            found = solve(changed, start=start, limits=self.limits, on_progress=self.on_progress, stop=self.stop)
        except StoppedEmpty:
            return None
        value, bound = self.best.assessment.goal[0], self.best.runs[0].bound
        new_value, new_bound = found.assessment.goal[0], found.runs[0].bound
        least = 0 if bound is None else max(0, bound - new_value)
        most = None if new_bound is None else max(0, value - new_bound) / GOAL_UNITS
        return _Tried(gain=Gain(least=least / GOAL_UNITS, most=most), proposal=found.proposal)

    def group(self, group: Sequence[str], most: float | None) -> None:
        """Price each of a group of musts that together gain at most `most`."""
        if not group or self.over:
            return
        tried = self.tried(without(self.instance, *group), group)
        if len(group) == len(self.musts):
            self.together = tried.gain if tried else None
        # Leaving out fewer musts gains no more, whatever the bound of this solve alone allows.
        gain = Gain(least=tried.gain.least if tried else 0.0, most=_least(tried.gain.most if tried else None, most))
        if len(group) == 1:
            self._price(group[0], gain, alone=True)
            return
        if gain.nothing:
            for must in group:
                self._price(must, Gain(least=0.0, most=gain.most), alone=False)
            return
        broken = {c for c, _ in Musts(self.instance).broken(tried.proposal)} if tried else set()
        costly, idle = [m for m in group if m in broken], [m for m in group if m not in broken]
        if len(costly) == 1 and gain.proven:
            # The best without all of them breaks this one alone: it is the best without this one, too.
            self._price(costly[0], gain, alone=False)
            costly = []
        for part in (*_halves(costly), *_halves(idle, whole=bool(broken))):
            self.group(part, gain.most)

    def _price(self, must: str, gain: Gain, *, alone: bool) -> None:
        shown = Gain(least=0.0, most=0.0) if gain.most is not None and gain.most <= LITTLE else gain
        self.prices[must] = Price(criterion=must, gain=shown, alone=alone)
        self.told(len(self.prices), len(self.musts), ())


def _halves(group: Sequence[str], *, whole: bool = False) -> tuple[Sequence[str], ...]:
    """The group in two; as it is when it is already a part."""
    if whole or len(group) < 2:
        return (group,)
    return group[: len(group) // 2], group[len(group) // 2 :]
