"""A proposal without the works that nothing asks for."""

from collections.abc import Callable
from dataclasses import replace

from localisation.domain.assessment import Assessment
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.solving.verify import assess


def without_idle_works(
    instance: Instance, proposal: Proposal, *, keep: Callable[[Proposal], bool] = lambda _: True
) -> tuple[Proposal, Assessment]:
    """The proposal less each refurbishment without which it is as good on every goal level, and lawful.

    `keep` says of a leaner proposal whether it will do otherwise, such as that no cut forbids it.
    """
    best = assess(instance, proposal)
    for option in sorted(proposal.refurbishments):
        leaner = replace(proposal, refurbishments=proposal.refurbishments - {option})
        if not keep(leaner):
            continue
        found = assess(instance, leaner)
        if found.valid and all(a <= b for a, b in zip(found.goal, best.goal, strict=True)):
            proposal, best = leaner, found
    return proposal, best
