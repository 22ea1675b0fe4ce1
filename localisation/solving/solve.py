"""From an instance to a proposal that an independent check has passed."""

import time

from localisation.domain.assessment import LevelRun, Result
from localisation.domain.errors import Disagreement
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.rules.linear import Constraint, Linear
from localisation.solving.build import Built, build
from localisation.solving.diagnose import NoProposal, StoppedEmpty, diagnose
from localisation.solving.engines import run_engines
from localisation.solving.outcome import Outcome
from localisation.solving.progress import OnProgress, Progress, Stop
from localisation.solving.verify import assess


def solve(
    instance: Instance,
    *,
    limits: SolveLimits | None = None,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
    start: Proposal | None = None,
) -> Result:
    """The best proposal found within the limits, with bound and gap for each goal level.

    A reference scenario is not solved: today's situation is measured. Raises `NoProposal` when the musts cannot
    all hold, `StoppedEmpty` when time or the user stopped it before any proposal was found, and
    `Disagreement` when the independent check contradicts the solver.
    """
    limits = limits or instance.scenario.solve
    if instance.scenario.reference:
        today = instance.inventory.today
        return Result(proposal=today, assessment=assess(instance, today), runs=(), seed=limits.seed, workers=0)
    if stop is not None and stop.is_set():
        raise StoppedEmpty()
    built = build(instance)
    if start is not None:
        built.placement.model.hint = built.placement.hint(start)
    runs: list[LevelRun] = []
    values: list[int] | None = None
    for number, objective in enumerate(built.objectives, start=1):
        run, values = _level(instance, built, objective, number, limits, on_progress, stop, values)
        runs.append(run)
        if stop is not None and stop.is_set():
            break
        if number < len(built.objectives) and run.value is not None:
            slack = abs(run.value) * instance.scenario.level_slack_percent // 100
            built.placement.always(Constraint(objective, high=run.value + slack))
    assert values is not None
    proposal = _without_idle_works(instance, built.placement.proposal(values))
    return _checked(instance, proposal, runs, limits, stop)


def _level(
    instance: Instance,
    built: Built,
    objective: Linear,
    number: int,
    limits: SolveLimits,
    on_progress: OnProgress | None,
    stop: Stop | None,
    first: list[int] | None,
) -> tuple[LevelRun, list[int]]:
    model = built.placement.model
    model.objective = objective
    if first is not None:
        model.hint = dict(enumerate(first))
    began = time.monotonic()

    def report(engine: str, best: int | None, bound: int | None) -> None:
        if on_progress:
            seconds = time.monotonic() - began
            of = len(built.objectives)
            on_progress(Progress(level=number, levels=of, engine=engine, seconds=seconds, best=best, bound=bound))

    engine, outcome = run_engines(model, limits, report=report, stop=stop)
    if outcome.status is Status.INFEASIBLE:
        raise NoProposal(diagnose(instance, limits, stop=stop))
    if outcome.values is None:
        if first is None:
            raise StoppedEmpty()
        outcome = Outcome(status=Status.FEASIBLE, values=first, bound=outcome.bound)
    seconds = time.monotonic() - began
    run = LevelRun(status=outcome.status, value=outcome.value, bound=outcome.bound, seconds=seconds, engine=engine)
    assert outcome.values is not None
    return run, outcome.values


def _without_idle_works(instance: Instance, proposal: Proposal) -> Proposal:
    """Drop refurbishments that nothing asks for: those without which the proposal is as good and as lawful."""
    best = assess(instance, proposal)
    for option in sorted(proposal.refurbishments):
        leaner = Proposal(placements=proposal.placements, refurbishments=proposal.refurbishments - {option})
        found = assess(instance, leaner)
        if found.valid and found.goal <= best.goal:
            proposal, best = leaner, found
    return proposal


def _checked(
    instance: Instance, proposal: Proposal, runs: list[LevelRun], limits: SolveLimits, stop: Stop | None
) -> Result:
    assessment = assess(instance, proposal)
    if not assessment.valid:
        broken = [r.criterion.id for r in assessment.broken_musts] or [str(b.about) for b in assessment.structural]
        raise Disagreement(f"the independent check finds broken musts in the solver's proposal: {broken}")
    exact = []
    for run, value in zip(runs, assessment.goal, strict=False):
        worse = run.value is not None and value > run.value and len(runs) == 1
        if worse or (run.bound is not None and value < run.bound and run.status is Status.OPTIMAL):
            raise Disagreement(f"the solver says {run.value} (bound {run.bound}), the independent check {value}")
        exact.append(LevelRun(status=run.status, value=value, bound=run.bound, seconds=run.seconds, engine=run.engine))
    return Result(
        proposal=proposal,
        assessment=assessment,
        runs=tuple(exact),
        seed=limits.seed,
        workers=limits.workers,
        stopped=stop is not None and stop.is_set(),
    )
