"""From an instance to a proposal that an independent check has passed."""

import time
from collections.abc import Sequence

from localisation.domain.assessment import LevelRun, Result
from localisation.domain.errors import Disagreement, LocalisationError
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.rules.goal import levels
from localisation.rules.linear import Constraint, Linear
from localisation.rules.statement import statements
from localisation.solving.agreement import check_amounts, check_levels, check_prices, final_runs
from localisation.solving.build import Built, build
from localisation.solving.ending import ending
from localisation.solving.engines.outcome import Outcome, evaluate
from localisation.solving.engines.race import run_engines
from localisation.solving.explaining.diagnose import diagnose
from localisation.solving.no_good import NoGood
from localisation.solving.no_proposal import NoProposal
from localisation.solving.progress import OnProgress, Progress, Stop
from localisation.solving.stopped_empty import StoppedEmpty
from localisation.solving.verify import assess
from localisation.solving.without_idle_works import without_idle_works


class NothingLeft(LocalisationError):
    """Every proposal that meets the musts is ruled out by a no-good."""


def solve(
    instance: Instance,
    *,
    limits: SolveLimits | None = None,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
    no_goods: Sequence[NoGood] = (),
    start: Proposal | None = None,
    until: float | None = None,
) -> Result:
    """The best proposal found within the limits, with bound and gap for each goal level.

    A reference scenario is not solved: today's situation is measured. What `no_goods` forbid is left out. The search
    begins from `start`, such as the answer to nearly the same question. By `until` (of the monotonic clock) all of it
    should be done, the building of the model too: each goal level gets its share of what is left. Raises `NoProposal`
    when the musts cannot all hold (`NothingLeft` when there are no-goods), `StoppedEmpty` when time or the user stopped
    it before any proposal was found, and `Disagreement` when the independent check contradicts the solver.
    """
    limits = (limits or instance.scenario.solve).as_run
    if instance.scenario.reference:
        today = instance.inventory.today
        return Result(proposal=today, assessment=assess(instance, today), runs=(), seed=limits.seed, workers=0)
    if _stopped(stop):
        raise StoppedEmpty(stop)
    built = build(instance, no_goods)
    search = _Search(instance, built, limits, on_progress, stop, no_goods, until)
    runs: list[LevelRun] = []
    values: list[int] | None = None
    slacks: list[int] = []
    built.placement.model.hint = built.placement.hint(start) if start else {}
    for number, objective in enumerate(built.objectives, start=1):
        run, values = search.level(number, objective, values)
        runs.append(run)
        if _stopped(stop):
            break
        assert run.value is not None
        slacks.append(abs(run.value) * instance.scenario.level_slack_percent // 100)
        if number < len(built.objectives):
            built.placement.always(Constraint(objective, high=run.value + slacks[-1]))
    assert values is not None
    found = built.placement.proposal(values)
    check_amounts(assess(instance, found), built.placement.amounts, values)
    if any(no_good.forbids(found) for no_good in no_goods):
        raise Disagreement("the solver proposes what was ruled out")
    proposal, assessment = without_idle_works(
        instance, found, keep=lambda leaner: not any(no_good.forbids(leaner) for no_good in no_goods)
    )
    check_levels(assessment, runs, slacks)
    check_prices(assessment, statements(instance), levels(instance)[0])
    return Result(
        proposal=proposal,
        assessment=assessment,
        runs=final_runs(assessment, runs),
        seed=limits.seed,
        workers=limits.workers,
        stopped=_stopped(stop),
    )


class _Search:
    """Solves one goal level after the other on the same model."""

    def __init__(
        self,
        instance: Instance,
        built: Built,
        limits: SolveLimits,
        on_progress: OnProgress | None,
        stop: Stop | None,
        no_goods: Sequence[NoGood],
        until: float | None,
    ) -> None:
        self._instance, self._built, self._limits = instance, built, limits
        self._on_progress, self._stop, self._no_goods = on_progress, stop, no_goods
        self._until = until

    def level(self, number: int, objective: Linear, first: list[int] | None) -> tuple[LevelRun, list[int]]:
        """The run of one level and its values, starting from those of the level before."""
        model = self._built.placement.model
        model.objective = objective
        if first is not None:
            model.hint = dict(enumerate(first))
        began = time.monotonic()
        of = len(self._built.objectives)

        def report(engine: str, best: int | None, bound: int | None) -> None:
            if self._on_progress:
                seconds = time.monotonic() - began
                news = Progress(level=number, levels=of, engine=engine, seconds=seconds, best=best, bound=bound)
                self._on_progress(news)

        limits = self._limits
        if self._until is not None:
            limits = ending(limits, began + (self._until - began) / (of - number + 1))
        engine, outcome = run_engines(model, limits, report=report, stop=self._stop)
        if outcome.status is Status.INFEASIBLE:
            self._refuse(number, first, time.monotonic() - began)
        if outcome.values is None:
            if first is None:
                raise StoppedEmpty(self._stop)
            value = evaluate(objective, first)
            outcome = Outcome(status=Status.FEASIBLE, values=first, value=value, bound=outcome.bound)
        assert outcome.values is not None
        report(engine, outcome.value, outcome.bound)
        seconds = time.monotonic() - began
        run = LevelRun(status=outcome.status, value=outcome.value, bound=outcome.bound, seconds=seconds, engine=engine)
        return run, outcome.values

    def _refuse(self, number: int, first: list[int] | None, seconds: float) -> None:
        """Say why there is no proposal; raises in every case."""
        if first is not None:
            raise Disagreement("a later goal level has no solution although the level before has one")
        if self._no_goods:
            raise NothingLeft()
        if self._on_progress:
            levels = len(self._built.objectives)
            self._on_progress(
                Progress(
                    level=number, levels=levels, engine="", seconds=seconds, best=None, bound=None, explaining=True
                )
            )  # fmt: skip
        raise NoProposal(diagnose(self._instance, self._limits, stop=self._stop))


def _stopped(stop: Stop | None) -> bool:
    return stop is not None and stop.is_set()
