"""Solving again under one change, beginning with the best that is known."""

from collections.abc import Sequence
from dataclasses import replace

from localisation.domain.assessment import Assessment, Result
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.scenario import SolveLimits
from localisation.solving.no_proposal import NoProposal
from localisation.solving.progress import Stop
from localisation.solving.robustness.carried import carried
from localisation.solving.robustness.change import Change
from localisation.solving.robustness.changed_instance import changed_instance
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
        found = solve(changed, limits=limits, stop=stop, start=known[best])
    except NoProposal:
        return replace(tried, refused=True)
    except StoppedEmpty:
        return tried
    if lawful and len(found.runs) == 1 and assessed[best].goal < found.assessment.goal:
        found = _instead(found, known[best], assessed[best])
    return replace(tried, found=found)


def _instead(found: Result, proposal: Proposal, assessment: Assessment) -> Result:
    """The result with a better proposal that was known already; what is proven stays so."""
    run = replace(found.runs[0], value=assessment.goal[0], given_up=0)
    return replace(found, proposal=proposal, assessment=assessment, runs=(run,))
