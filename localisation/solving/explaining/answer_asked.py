"""Why not? Solves again with what is asked for as a must, and says what it costs or what forbids it."""

from collections.abc import Sequence
from dataclasses import replace

from localisation.domain.assessment import LevelRun
from localisation.domain.instance import Instance
from localisation.domain.proposal import Placement, Proposal
from localisation.domain.scenario import SolveLimits
from localisation.solving.explaining.answer import Answer
from localisation.solving.explaining.asked import Asked
from localisation.solving.explaining.diagnose import diagnose
from localisation.solving.explaining.fewest_moved import fewest_moved, searching
from localisation.solving.no_proposal import NoProposal
from localisation.solving.progress import OnProgress, Stop
from localisation.solving.solve import solve
from localisation.solving.stopped_empty import StoppedEmpty
from localisation.solving.verify import assess


def answer_asked(
    instance: Instance,
    proposal: Proposal,
    asked: Asked,
    *,
    runs: Sequence[LevelRun] | None = None,
    limits: SolveLimits | None = None,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
    smallest: bool = True,
    until: float | None = None,
) -> Answer:
    """What it costs against a proposal to have it as asked, or which musts forbid it.

    The search begins from the proposal with the one change made; `runs` say what is proven of it. With `smallest`, of
    equally good answers one that moves the fewest people is looked for. By `until` (of the monotonic clock) it should
    be done, but for an explanation of what forbids it. Raises `NoProposal` when the musts collide whatever is asked.
    """
    limits = limits or instance.scenario.solve
    known = Answer(asked=asked, before=proposal, assessment=assess(instance, proposal))
    known = replace(known, runs=None if runs is None else tuple(runs))
    changed = asked.added_to(instance)
    start = proposal if asked.met_by(proposal) else _with_change(proposal, asked)
    try:
        found = solve(changed, limits=limits, on_progress=on_progress, stop=stop, start=start, until=searching(until))
    except NoProposal as error:
        question = changed.criteria[-1].id
        conflict = error.diagnosis.conflict
        if conflict and not any(criterion == question for criterion, _ in conflict):
            raise
        return replace(known, refused=diagnose(changed, limits, stop=stop, keep=(question,)))
    except StoppedEmpty as error:
        return replace(known, stopped=error.by_user)
    already = asked.met_by(proposal)
    if already and found.assessment.goal == known.assessment.goal:
        return replace(known, already=True, found=replace(found, proposal=proposal), fewest=True)
    proven = False
    if smallest and not (stop is not None and stop.is_set()):
        found, proven = fewest_moved(changed, proposal, found, limits, stop, until)
    return replace(known, already=already, found=found, fewest=proven)


def _with_change(proposal: Proposal, asked: Asked) -> Proposal:
    """The proposal with a unit's largest site moved to where it is asked for; as it is when it is asked away."""
    sites = proposal.sites(asked.unit)
    if not asked.there or not sites:
        return proposal
    largest = max(sites, key=lambda b: sites[b])
    placements = (
        Placement(unit=p.unit, building=asked.building, staff=p.staff)
        if (p.unit, p.building) == (asked.unit, largest)
        else p
        for p in proposal.placements
    )
    return replace(proposal, placements=tuple(sorted(placements)))
