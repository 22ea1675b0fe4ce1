"""Solving again under one change, beginning with the best that is known."""

from collections.abc import Sequence
from dataclasses import replace

from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.scenario import SolveLimits
from localisation.solving.no_proposal import NoProposal
from localisation.solving.progress import Stop
from localisation.solving.robustness.carried import carried
from localisation.solving.robustness.change import Change
from localisation.solving.robustness.changed_instance import changed_instance
from localisation.solving.robustness.held_against import held_against
from localisation.solving.robustness.tried import Tried
from localisation.solving.solve import solve
from localisation.solving.stopped_empty import StoppedEmpty
from localisation.solving.verify import assess


def try_change(
    instance: Instance,
    proposals: Sequence[Proposal],
    change: Change,
    *,
    limits: SolveLimits,
    stop: Stop | None = None,
) -> Tried:
    """Hold the first proposal against the best under the change; the others are known, and may be it.

    Raises `Disagreement` as `solve` does.
    """
    changed = changed_instance(instance, change)
    known = [carried(p, changed) for p in proposals]
    assessed = [assess(changed, p) for p in known]
    tried = Tried(change=change, kept=known[0], assessment=assessed[0])
    lawful = [(a.goal, i) for i, a in enumerate(assessed) if a.valid]
    best = min(lawful)[1] if lawful else 0
    try:
        tried = replace(tried, found=solve(changed, limits=limits, stop=stop, start=known[best]))
    except NoProposal:
        tried = replace(tried, refused=True)
    except StoppedEmpty:
        pass
    return held_against(tried, list(zip(known, assessed, strict=True)))
