"""What becomes of a proposal when one or a few things are as someone wishes."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from localisation.domain.assessment import Assessment, LevelRun, Result
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.rules.goal import GOAL_UNITS
from localisation.solving.engines.outcome import PROOF_TOLERANCE
from localisation.solving.explaining.diagnose import diagnose
from localisation.solving.explaining.diagnosis import Diagnosis
from localisation.solving.explaining.fewest_moved import fewest_moved, searching
from localisation.solving.no_proposal import NoProposal
from localisation.solving.open_points import open_points
from localisation.solving.progress import OnProgress, Stop
from localisation.solving.robustness.first_answer import first_answer
from localisation.solving.robustness.wish import Wish
from localisation.solving.solve import solve
from localisation.solving.stopped_empty import StoppedEmpty
from localisation.solving.verify import assess

OnFirst = Callable[[Assessment], None]
"""Told of the first lawful answer, measured by the changed criteria."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """`assessment` is of the proposal as it was, by the criteria as wished: so the points before and after compare.

    `found` is the best then, or None with the reason in `refused`, or `stopped` by the user, or no time; of those
    equally good the one that moves the fewest people (`fewest` says whether that is proven). `before` is kept.
    """

    wish: Wish
    changed: Instance
    before: Proposal
    assessment: Assessment
    found: Result | None = None
    fewest: bool = False
    refused: Diagnosis | None = None
    stopped: bool = False
    from_today: bool = False
    """Whether `before` is today's situation, for want of any proposal that meets the musts as they were."""
    open_before: float | None = None
    """How many points more there could be than in `before`, by how it was found: 0 when proven, None when not known."""

    @property
    def gained(self) -> float | None:
        """Points won, below 0 where they are lost, on the first goal level as wished."""
        if self.found is None:
            return None
        return (self.assessment.goal[0] - self.found.assessment.goal[0]) / GOAL_UNITS

    @property
    def better_by(self) -> float | None:
        """How many points more there may be at most than in what was found: 0 when proven, None when not known."""
        return None if self.found is None else open_points(self.found.runs)

    @property
    def moved(self) -> tuple[str, ...]:
        """The units that sit otherwise than before, in the order of the inventory."""
        if self.found is None:
            return ()
        after = self.found.proposal
        return tuple(u.id for u in self.changed.inventory.units if self.before.sites(u.id) != after.sites(u.id))


def what_if(
    instance: Instance,
    proposal: Proposal,
    wish: Wish,
    *,
    runs: Sequence[LevelRun] = (),
    limits: SolveLimits | None = None,
    on_first: OnFirst | None = None,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
) -> WhatIf:
    """Solve again as wished, beginning with the proposal mended at once. Raises `WishUnusable` and `Disagreement`.

    If the proposal is still as good as any, it is the answer. `runs` is how it was found: as locks only leave out
    proposals, what was proven without them is a bound with them too, and may prove the first answer at once. The
    time of `limits` is for all of it, but for an explanation of what forbids it.
    """
    limits = limits or instance.scenario.solve
    until = time.monotonic() + limits.time_limit_s
    changed = wish.applied(instance)
    known = WhatIf(
        wish=wish, changed=changed, before=proposal, assessment=assess(changed, proposal), open_before=open_points(runs)
    )
    first = first_answer(changed, proposal, wish, limits=limits, stop=stop)
    told = assess(changed, first) if first is not None else None
    if told is not None and on_first:
        on_first(told)
    floor = runs[0].bound if len(runs) == 1 and not (wish.weights or wish.dropped) else None
    if first is not None and told is not None and floor is not None and told.goal[0] <= floor + PROOF_TOLERANCE:
        return _settled(known, _only(first, told, limits, floor), limits, stop, until)
    try:
        start = first if first is not None else wish.carried_out(proposal)
        ends = searching(until)
        found = solve(changed, limits=limits, on_progress=on_progress, stop=stop, start=start, until=ends)
    except NoProposal as error:
        own = tuple(c.id for c in wish.musts(instance))
        named = {criterion for conflict in error.diagnosis.conflicts for criterion, _ in conflict.demands}
        mine = bool(own) and (not named or bool(named & set(own)))
        theirs = diagnose(changed, limits, stop=stop, keep=own) if mine else error.diagnosis
        return replace(known, refused=theirs)
    except StoppedEmpty as error:
        if first is None or told is None:
            return replace(known, stopped=error.by_user)
        found = _only(first, told, limits, floor)
    if first is not None and told is not None and len(found.runs) == 1 and told.goal < found.assessment.goal:
        runs = tuple(replace(r, value=g, given_up=0) for r, g in zip(found.runs, told.goal, strict=True))
        found = replace(found, proposal=first, assessment=told, runs=runs)
    return _settled(known, _above(found, floor), limits, stop, until)


def _settled(known: WhatIf, found: Result, limits: SolveLimits, stop: Stop | None, until: float) -> WhatIf:
    """The answer with, of all as good, the proposal that moves the fewest: none when the one before is as good."""
    if known.assessment.valid and known.assessment.goal == found.assessment.goal:
        found = replace(found, proposal=known.before, assessment=known.assessment)
        return replace(known, found=found, fewest=True)
    if found.stopped or (stop is not None and stop.is_set()):
        return replace(known, found=found)
    found, fewest = fewest_moved(known.changed, known.before, found, limits, stop, until)
    return replace(known, found=found, fewest=fewest)


def _above(found: Result, floor: int | None) -> Result:
    """The result with the better of its bound and the one known before."""
    if floor is None or len(found.runs) != 1:
        return found
    run = found.runs[0]
    assert run.value is not None
    bound = min(run.value, floor if run.bound is None else max(floor, run.bound))
    status = Status.OPTIMAL if run.value <= bound + PROOF_TOLERANCE else run.status
    return replace(found, runs=(replace(run, bound=bound, status=status),))


def _only(proposal: Proposal, assessment: Assessment, limits: SolveLimits, floor: int | None) -> Result:
    """A proposal that no search was made for: proven only as far as what was known before goes."""
    runs = tuple(
        LevelRun(status=Status.FEASIBLE, value=value, bound=None, seconds=0.0, engine="") for value in assessment.goal
    )
    found = Result(proposal=proposal, assessment=assessment, runs=runs, seed=limits.seed, workers=limits.workers)
    return _above(found, floor)
