"""Why not? Solves again with what is asked for as a must, and says what it costs or what forbids it."""

from dataclasses import replace

from localisation.domain.assessment import Result
from localisation.domain.errors import Disagreement
from localisation.domain.instance import Instance
from localisation.domain.proposal import Placement, Proposal
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.rules.linear import Linear, total
from localisation.solving.alternatives.as_good import as_good
from localisation.solving.alternatives.difference import Differ, difference
from localisation.solving.engines.outcome import PROOF_TOLERANCE, evaluate
from localisation.solving.explaining.answer import Answer
from localisation.solving.explaining.asked import Asked
from localisation.solving.explaining.diagnose import diagnose
from localisation.solving.goal import GOAL_UNITS
from localisation.solving.no_proposal import NoProposal
from localisation.solving.placement_model import PlacementModel
from localisation.solving.progress import OnProgress, Stop
from localisation.solving.solve import solve
from localisation.solving.stopped_empty import StoppedEmpty
from localisation.solving.verify import assess

PART = 4
"""One part in so many of the time is given to finding the change that is smallest."""


def answer_asked(
    instance: Instance,
    proposal: Proposal,
    asked: Asked,
    *,
    limits: SolveLimits | None = None,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
    smallest: bool = True,
) -> Answer:
    """What it costs against a proposal to have it as asked, or which musts forbid it.

    The search begins from the proposal with the one change made. With `smallest`, of equally good answers one that
    moves the fewest people is looked for. Raises `NoProposal` when the musts collide whatever is asked.
    """
    limits = limits or instance.scenario.solve
    known = Answer(asked=asked, before=proposal, assessment=assess(instance, proposal))
    changed = asked.added_to(instance)
    start = proposal if asked.met_by(proposal) else _with_change(proposal, asked)
    try:
        found = solve(changed, limits=limits, on_progress=on_progress, stop=stop, start=start)
    except NoProposal as error:
        question = changed.criteria[-1].id
        if not any(criterion == question for criterion, _ in error.diagnosis.conflict):
            raise
        return replace(known, refused=diagnose(changed, limits, stop=stop, keep=(question,)))
    except StoppedEmpty:
        return known
    already = asked.met_by(proposal)
    if already and found.assessment.goal == known.assessment.goal:
        return replace(known, already=True, found=replace(found, proposal=proposal), fewest=True)
    proven = False
    if smallest and not (stop is not None and stop.is_set()):
        found, proven = _fewest_moved(changed, proposal, found, limits, stop)
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


def _fewest_moved(
    instance: Instance, before: Proposal, found: Result, limits: SolveLimits, stop: Stop | None
) -> tuple[Result, bool]:
    """Of the proposals as good as the one found, one with the fewest people elsewhere than before; whether proven."""
    model = as_good(instance, found.assessment.goal, more=0, limits=limits)
    price = max(4 * PROOF_TOLERANCE, 100 * GOAL_UNITS // sum(u.staff for u in instance.inventory.units))
    gone = total(_gone(model.placement, p) for p in before.placements)
    seconds = max(1.0, limits.time_limit_s / PART)
    outcome = model.search(gone * price, seconds=seconds, start=found.proposal, stop=stop)
    if outcome.values is None:
        if outcome.status is Status.INFEASIBLE:
            raise Disagreement("the solver says that no proposal is as good as the one in hand")
        return found, False
    proposal, assessment = model.checked(outcome)
    moved, claimed = difference(before, proposal, Differ.PEOPLE), evaluate(gone, outcome.values)
    if claimed < moved:
        raise Disagreement(f"the solver says that {claimed} people sit elsewhere, {moved} do")
    if moved > difference(before, found.proposal, Differ.PEOPLE):
        return found, False
    return replace(found, proposal=proposal, assessment=assessment), outcome.status is Status.OPTIMAL


def _gone(placement: PlacementModel, seat: Placement) -> Linear:
    """How many fewer than before sit there: never less, and no more where that costs."""
    now = placement.staff(seat.unit, seat.building)
    gone = placement.whole(0, seat.staff, f"gone {seat.unit} {seat.building}")
    placement.always(gone + now >= seat.staff)
    return gone
